// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <atomic>
#include <thread>
#include <vector>

#include "absl/synchronization/notification.h"
#include "services/platform/base/groups.h"

namespace entraide {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Le;

TEST(Groups, WorksAtOnceForWhoIsAlone) {
  std::vector<std::size_t> sizes;
  Groups<int> groups(10, [&](const std::vector<int*>& group) {
    sizes.push_back(group.size());
    for (int* item : group) ++*item;
  });
  int item = 1;
  groups.Do(item);
  groups.Do(item);
  EXPECT_EQ(item, 3);
  EXPECT_THAT(sizes, ElementsAre(1, 1));
}

TEST(Groups, WhatArrivesMeanwhileGoesTogetherInOrder) {
  absl::Notification first_runs;
  absl::Notification go_on;
  std::vector<std::vector<int>> seen;
  Groups<int> groups(2, [&](const std::vector<int*>& group) {
    std::vector<int> items;
    for (const int* item : group) items.push_back(*item);
    seen.push_back(items);
    if (seen.size() > 1) return;
    first_runs.Notify();
    go_on.WaitForNotification();
  });
  const auto bring = [&groups](int item) { groups.Do(item); };
  std::vector<std::thread> callers;
  callers.emplace_back(bring, 0);
  first_runs.WaitForNotification();
  for (const int item : {1, 2, 3}) {
    callers.emplace_back(bring, item);
    while (groups.waiting() < static_cast<std::size_t>(item)) std::this_thread::yield();
  }
  go_on.Notify();
  for (std::thread& caller : callers) caller.join();
  EXPECT_THAT(seen, ElementsAre(ElementsAre(0), ElementsAre(1, 2), ElementsAre(3)));
}

TEST(Groups, EveryItemIsWorkedOnOnce) {
  constexpr int kCallers = 8;
  constexpr int kItems = 500;
  std::atomic<int> running = 0;
  std::vector<std::size_t> sizes;
  Groups<int> groups(5, [&](const std::vector<int*>& group) {
    EXPECT_EQ(++running, 1);
    sizes.push_back(group.size());
    for (int* item : group) ++*item;
    --running;
  });
  std::vector<std::thread> callers;
  for (int i = 0; i < kCallers; ++i) {
    callers.emplace_back([&groups] {
      for (int j = 0; j < kItems; ++j) {
        int item = 0;
        groups.Do(item);
        ASSERT_EQ(item, 1);
      }
    });
  }
  for (std::thread& caller : callers) caller.join();
  EXPECT_THAT(sizes, Each(Le(5U)));
}

}  // namespace
}  // namespace entraide
