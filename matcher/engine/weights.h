// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher {

// Goes with every result, so that "why me?" has an answer later; a changed weight is a new version.
constexpr absl::string_view kWeightsVersion = "v1";

// What a term counts beside the others, by family; 0: it does not apply.
struct WeightedTerm {
  absl::string_view name{};
  std::optional<int> (*value)(const Trial&, const terms::Field&) = nullptr;
  int rides = 0;
  int garage = 0;
  int home_help = 0;
  int missions = 0;  // For a volunteer who looks for one.
};

absl::Span<const WeightedTerm> WeightedTerms();

// Kinds that are shown, not requested, weigh like the garage's: one goes to a place.
int WeightIn(const WeightedTerm& term, Family family);

}  // namespace entraide::matcher
