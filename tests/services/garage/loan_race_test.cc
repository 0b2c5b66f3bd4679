// SPDX-License-Identifier: EUPL-1.2
// Eight people want one vehicle for the same days, at the same instant, again and again.
#include <gmock/gmock.h>

#include <array>
#include <barrier>
#include <thread>
#include <vector>

#include "tests/services/garage/garage_house.h"

namespace entraide::garage {
namespace {

constexpr int kClients = 8;
constexpr int kTimes = 1000;
constexpr int kWindows = 25;  // Of two weeks, within a year.

TEST(LoansAtTheSameInstant, AreWonByExactlyOneEachTime) {
  GarageHouse house;
  const v1::Vehicle car = house.NewVehicle();
  std::vector<GarageHouse::Taken> jobs;
  for (int i = 0; i < kClients; ++i) jobs.push_back(house.Take("vehicle-loan"));

  std::array<absl::Status, kClients> answers;
  std::barrier start(kClients + 1);
  std::barrier finish(kClients + 1);
  const auto window = [&](int time) {
    const absl::CivilDay first = absl::CivilDay(2027, 2, 2) + 14 * (time % kWindows);
    return Reserved(car, absl::FormatCivilTime(first), absl::FormatCivilTime(first + 13));
  };
  std::vector<std::thread> clients;
  for (int who = 0; who < kClients; ++who) {
    clients.emplace_back([&, who] {
      for (int time = 0; time < kTimes; ++time) {
        start.arrive_and_wait();
        answers.at(static_cast<std::size_t>(who)) =
            house.Act(jobs[static_cast<std::size_t>(who)], window(time)).status();
        finish.arrive_and_wait();
      }
    });
  }
  int wrong = 0;
  for (int time = 0; time < kTimes; ++time) {
    start.arrive_and_wait();
    finish.arrive_and_wait();
    int won = 0;
    int busy = 0;
    for (const absl::Status& answer : answers) {
      if (answer.ok()) ++won;
      if (ReasonOf(answer) == "VEHICLE_BUSY") ++busy;
    }
    if (won == 1 && busy == kClients - 1) continue;
    if (++wrong > 3) continue;
    for (const absl::Status& answer : answers) ADD_FAILURE() << time << ": " << answer;
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace entraide::garage
