// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "matcher/engine/need.h"
#include "matcher/engine/rule.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// An offer that no rule refuses.
struct Admitted {
  const Offer* offer = nullptr;              // Lives as long as the world.
  std::vector<std::string> missing_facts{};  // Not empty: it waits for these.
};

struct RefusalCount {
  Rule rule = Rule::kKindNotOffered;
  int count = 0;
};

struct Sifted {
  std::vector<Admitted> admitted{};      // By offer id.
  std::vector<RefusalCount> refusals{};  // By first rule that refused, in rule order.
  std::optional<Rule> blocking_rule{};   // With nobody admitted: the rule that emptied the set.
};

// The offers of the need's kind after all rules have been applied in order.
Sifted Sift(const World& world, const Need& need, absl::Time now);

}  // namespace entraide::matcher
