// SPDX-License-Identifier: EUPL-1.2
// Two associations say yes to the same ride at the same instant: one of them has it.
#include <gmock/gmock.h>

#include <array>
#include <atomic>
#include <barrier>
#include <map>
#include <thread>

#include "tests/services/rides/rides_house.h"

namespace entraide::rides {
namespace {

constexpr int kRides = 1000;
constexpr int kAtATime = 250;
constexpr int kPairs = 4;  // Of clients: one for each association.

// The question of each ride to `organization`, by the ride's name.
std::map<std::string, std::string> QuestionsTo(RidesHouse& house, const std::string& organization) {
  std::map<std::string, std::string> questions;
  for (const clients::AskedOffer& asked : house.Inbox(organization)) {
    questions[asked.name.substr(0, asked.name.find("/offers/"))] = asked.name;
  }
  return questions;
}

TEST(RidesRaceTest, OneOfTwoHasItEachOfAThousandTimes) {
  RidesHouse house;
  std::atomic<int> won = 0;
  std::atomic<int> told_taken = 0;
  for (int done = 0; done < kRides; done += kAtATime) {
    for (int i = 0; i < kAtATime; ++i) ASSERT_THAT(house.File(), IsOk());
    while (*house.Round() > 0) {
    }
    const auto first = QuestionsTo(house, "o1");
    const auto second = QuestionsTo(house, "o2");
    ASSERT_EQ(first.size(), static_cast<std::size_t>(kAtATime));
    std::vector<std::array<std::string, 2>> rides;
    for (const auto& [ride, question] : first) rides.push_back({question, second.at(ride)});
    std::array<std::barrier<>, kPairs> at_once = {std::barrier<>(2), std::barrier<>(2),
                                                  std::barrier<>(2), std::barrier<>(2)};
    std::vector<std::thread> clients;
    for (std::size_t c = 0; c < 2 * kPairs; ++c) {
      clients.emplace_back([&, c] {
        const std::size_t side = c % 2;
        for (std::size_t i = c / 2; i < rides.size(); i += kPairs) {
          at_once.at(c / 2).arrive_and_wait();
          const auto held = house.Accept(rides[i].at(side), side == 0 ? "o1" : "o2");
          if (held.ok()) {
            ++won;
          } else if (ReasonOf(held.status()) == "ALREADY_TAKEN") {
            ++told_taken;
          }
        }
      });
    }
    for (std::thread& client : clients) client.join();
  }
  EXPECT_EQ(won, kRides);
  EXPECT_EQ(told_taken, kRides);
  auto tx = pg::Transaction::Begin(*house.pool, Soon());
  const auto twice = tx->Execute(
      "SELECT request_id FROM request_history WHERE action = 'accept' "
      " GROUP BY request_id HAVING count(*) <> 1");
  ASSERT_THAT(twice, IsOk());
  EXPECT_EQ(twice->rows(), 0);
}

}  // namespace
}  // namespace entraide::rides
