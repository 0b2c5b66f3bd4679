// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace entraide::vocabulary {

// What a person may need of a service; the other half of an offer's accommodations. An offer that
// does not meet one of safety is refused (R10), one of comfort is ranked lower.
inline constexpr std::array<absl::string_view, 15> kNeeds = {
    // of safety
    "wheelchair-foldable", "wheelchair-seated", "door-through-door", "never-alone", "oxygen",
    "assistance-dog",
    // of comfort
    "arm-to-door", "hearing", "sight", "memory", "luggage", "walker", "smoke-free", "same-gender",
    "shopping-help"};
inline constexpr absl::Span<const absl::string_view> kComfortNeeds{kNeeds.data() + 6,
                                                                   kNeeds.size() - 6};

// What a person may declare, and an offer's eligibility may ask for.
inline constexpr std::array<absl::string_view, 11> kFacts = {
    "age-bracket", "social-minimum", "low-income", "income-tier", "job-seeker", "has-contract",
    "licence",     "no-vehicle",     "disability", "dependency",  "member-of"};

}  // namespace entraide::vocabulary
