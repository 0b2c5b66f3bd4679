// SPDX-License-Identifier: EUPL-1.2
#include "proto/vocabulary/kinds.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "clients/cpp/kinds.h"
#include "matcher/engine/kinds.h"

namespace entraide {
namespace {

// The engine knows nothing outside itself; this test keeps its kinds those of the contract.
TEST(Kinds, TheMatcherKnowsThoseThatPeopleMayAskFor) {
  std::vector<std::string> names;
  for (const vocabulary::Kind& kind : vocabulary::Kinds()) {
    if (clients::TradeOfKind(kind.name).has_value()) names.emplace_back(kind.name);
  }
  EXPECT_EQ(names, matcher::RequestableKinds());
}

TEST(Kinds, EachBelongsToTheSameFamilyInBoth) {
  for (const std::string& name : matcher::RequestableKinds()) {
    EXPECT_EQ(static_cast<int>(matcher::FamilyOf(name)),
              static_cast<int>(*vocabulary::FamilyOf(name)))
        << name;
  }
}

TEST(Kinds, AnUnknownOneHasNoFamily) {
  EXPECT_EQ(vocabulary::FamilyOf("teleportation"), std::nullopt);
}

}  // namespace
}  // namespace entraide
