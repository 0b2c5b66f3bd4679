// SPDX-License-Identifier: EUPL-1.2
// Eight people of an association put a driver on the same leg at the same instant: one driver has
// it.
#include <gmock/gmock.h>

#include <atomic>
#include <barrier>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/services/rides/rides_house.h"

namespace entraide::rides {
namespace {

constexpr int kTimes = 1000;
constexpr int kClients = 8;

// The leg is freed again between two rounds, by whoever won.
TEST(RidesAssignRaceTest, OneOfEightHasItEachOfAThousandTimes) {
  RidesHouse house;
  const std::string name = house.FileAndAccept().request.name;
  std::atomic<int> won = 0;
  std::atomic<int> refused = 0;
  std::atomic<int> odd = 0;
  std::barrier<> at_once(kClients);
  v1::ActOnRideRequest unassign;
  unassign.mutable_serving()->mutable_unassign()->set_reason("reassigned");
  std::vector<std::thread> clients;
  for (int c = 0; c < kClients; ++c) {
    clients.emplace_back([&, c] {
      const std::string driver = absl::StrCat("driver ", c);
      for (int i = 0; i < kTimes; ++i) {
        at_once.arrive_and_wait();
        const auto confirmed = house.Assign(name, driver);
        at_once.arrive_and_wait();
        if (confirmed.ok()) {
          ++won;
          const auto freed = house.Act(name, unassign);
          if (confirmed->serving().assignee() != driver || !freed.ok()) ++odd;
        } else if (ReasonOf(confirmed.status()) == "STATE_FORBIDS") {
          ++refused;
        }
      }
    });
  }
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(won, kTimes);
  EXPECT_EQ(refused, kTimes * (kClients - 1));
  EXPECT_EQ(odd, 0);
}

}  // namespace
}  // namespace entraide::rides
