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

// An offer, or one of its volunteers, that no rule refuses; both live as long as the world.
struct Admitted {
  const Offer* offer = nullptr;
  std::vector<std::string> missing_facts{};  // Not empty: it waits for these.
  const Volunteer* volunteer = nullptr;      // Null: the organization's staff answers.
};

// By the first rule that refuses. An offer whose volunteers are all refused counts once, under the
// rule that refused the last of them when rules apply in order.
struct RefusalCount {
  Rule rule = Rule::kKindNotOffered;
  int count = 0;            // Offers.
  int volunteer_count = 0;  // Volunteers, of any offer.
};

struct Sifted {
  std::vector<Admitted> admitted{};      // By offer id, then volunteer id.
  std::vector<RefusalCount> refusals{};  // In rule order.
  std::optional<Rule> blocking_rule{};   // With nobody admitted: the rule that emptied the set.
};

// The offers of the need's kind after all rules have been applied in order.
Sifted Sift(const World& world, const Need& need, absl::Time now);

}  // namespace entraide::matcher
