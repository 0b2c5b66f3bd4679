// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/persistent_map.h"

#include <gmock/gmock.h>

#include <map>
#include <random>

#include "absl/strings/str_cat.h"

namespace entraide::matcher {
namespace {

using Map = PersistentMap<int>;

std::map<std::string, int> All(const Map& map) {
  std::map<std::string, int> all;
  map.ForEach([&](const Map::Entry& entry) { all[entry.name] = entry.value; });
  return all;
}

TEST(PersistentMap, LeavesItsCopiesAsTheyWere) {
  Map map({{"a", 1}, {"b", 2}});
  const Map before = map;
  map.Set("a", 7);
  map.Erase("b");
  map.Set("c", 3);
  EXPECT_EQ(*before.Find("a"), 1);
  EXPECT_EQ(*before.Find("b"), 2);
  EXPECT_EQ(before.Find("c"), nullptr);
  EXPECT_EQ(*map.Find("a"), 7);
  EXPECT_EQ(map.Find("b"), nullptr);
  EXPECT_EQ(map.size(), 2);
  EXPECT_EQ(before.size(), 2);
}

TEST(PersistentMap, HoldsWhatAnOrdinaryMapHolds) {
  std::mt19937_64 random(7);
  std::map<std::string, int> truth;
  Map map;
  std::vector<std::pair<Map, std::map<std::string, int>>> kept;
  for (int i = 0; i < 20'000; ++i) {
    const std::string name = absl::StrCat("name-", random() % 3000);
    if (random() % 3 == 0) {
      map.Erase(name);
      truth.erase(name);
    } else {
      map.Set(name, i);
      truth[name] = i;
    }
    if (i % 4000 == 0) kept.emplace_back(map, truth);
  }
  kept.emplace_back(map, truth);
  std::vector<Map::Entry> entries;
  for (const auto& [name, value] : truth) entries.push_back({name, value});
  kept.emplace_back(Map(std::move(entries)), truth);
  for (const auto& [copy, was] : kept) {
    EXPECT_EQ(All(copy), was);
    EXPECT_EQ(copy.size(), was.size());
    for (const auto& [name, value] : was) ASSERT_EQ(*copy.Find(name), value);
  }
}

}  // namespace
}  // namespace entraide::matcher
