// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace entraide::vocabulary {

// Who takes requests of a kind; nobody takes those that are only shown.
enum class Family { kRides, kGarage, kHomeHelp, kVolunteers, kShownOnly };

// A kind of need or service, kebab-case: `repair`, `volunteer-ride`...
struct Kind {
  absl::string_view name{};
  Family family = Family::kShownOnly;
};

// Every kind of the contract, by family in the order above.
absl::Span<const Kind> Kinds();

std::vector<absl::string_view> KindsOf(Family family);

// None: no such kind.
std::optional<Family> FamilyOf(absl::string_view kind);

}  // namespace entraide::vocabulary
