// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/strings/string_view.h"

namespace entraide::directory {

// Who takes requests of a kind.
enum class Family { kRides, kGarage, kHomeHelp, kVolunteers, kShownOnly };

// One kind of service; `words` are what French speakers type to find it.
struct Kind {
  absl::string_view name{};
  Family family = Family::kShownOnly;
  absl::string_view words{};
};

// Every kind, by family.
const std::vector<Kind>& Kinds();

// Null if there is none of that name.
const Kind* FindKind(absl::string_view name);

}  // namespace entraide::directory
