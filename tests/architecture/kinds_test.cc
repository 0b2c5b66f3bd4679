// SPDX-License-Identifier: EUPL-1.2
#include "clients/cpp/kinds.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "matcher/engine/kinds.h"

namespace entraide {
namespace {

// Layers keep the two lists apart; this test keeps them alike.
TEST(Kinds, TheMatcherAndTheClientsKnowTheSameKinds) {
  std::vector<std::string> names;
  for (const clients::Kind& kind : clients::Kinds()) names.emplace_back(kind.name);
  EXPECT_EQ(names, matcher::RequestableKinds());
}

TEST(Kinds, EachKindBelongsToTheSameServiceInBoth) {
  for (const clients::Kind& kind : clients::Kinds()) {
    EXPECT_EQ(static_cast<int>(matcher::FamilyOf(kind.name)), static_cast<int>(kind.trade))
        << kind.name;
  }
}

}  // namespace
}  // namespace entraide
