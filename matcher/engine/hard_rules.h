// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "matcher/engine/answer.h"
#include "matcher/engine/near_miss.h"
#include "matcher/engine/rule.h"
#include "matcher/engine/trial.h"

namespace entraide::matcher {

// What must be so of the offer and, when a volunteer is on trial, of them; null: nothing.
struct HardRule {
  Rule rule = Rule::kKindNotOffered;
  Answer (*holds_of_offer)(const Trial&) = nullptr;
  Answer (*holds_of_volunteer)(const Trial&, const Volunteer&) = nullptr;
  // The single change that would make it hold; null: there is none to speak of.
  std::optional<Change> (*change)(const Trial&) = nullptr;
};

// Every rule, in the order in which they apply.
absl::Span<const HardRule> HardRules();

// Whether `rule` lets this candidate pass.
Answer Holds(const HardRule& rule, const Trial& trial);

struct Judgement {
  std::optional<Rule> refused_by{};          // The first rule that refuses.
  std::vector<std::string> missing_facts{};  // If none does: what the others wait for; sorted.
};

Judgement Judge(const Trial& trial);

}  // namespace entraide::matcher
