// SPDX-License-Identifier: EUPL-1.2
#include "proto/vocabulary/kinds.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "clients/cpp/kinds.h"
#include "matcher/engine/kinds.h"

namespace entraide {
namespace {

TEST(Kinds, PeopleMayAskForThoseThatATradeTakes) {
  std::vector<std::string> names;
  for (const vocabulary::Kind& kind : vocabulary::Kinds()) {
    if (clients::TradeOfKind(kind.name).has_value()) names.emplace_back(kind.name);
  }
  EXPECT_EQ(names, matcher::RequestableKinds());
}

TEST(Kinds, AnUnknownOneHasNoFamily) {
  EXPECT_EQ(vocabulary::FamilyOf("teleportation"), std::nullopt);
}

}  // namespace
}  // namespace entraide
