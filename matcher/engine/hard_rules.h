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

struct HardRule {
  Rule rule = Rule::kKindNotOffered;
  Answer (*holds)(const Trial&) = nullptr;
  // The single change that would make it hold; null: there is none to speak of.
  std::optional<Change> (*change)(const Trial&) = nullptr;
};

// Every rule that judges an offer, in the order in which they apply.
absl::Span<const HardRule> HardRules();

struct Judgement {
  std::optional<Rule> refused_by{};          // The first rule that refuses.
  std::vector<std::string> missing_facts{};  // If none does: what the others wait for; sorted.
};

Judgement Judge(const Trial& trial);

}  // namespace entraide::matcher
