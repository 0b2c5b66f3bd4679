// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace entraide::matcher {

// The service that requests of a kind belong to. Missions are what volunteers look for; kOther are
// kinds that are shown, not requested.
enum class Family { kRides, kGarage, kHomeHelp, kMissions, kOther };

// Of a kind in kebab-case; kinds that nobody has told us of are kOther.
Family FamilyOf(absl::string_view kind);

// The kinds that people may ask for: rides first, then garage, then help at home.
const std::vector<std::string>& RequestableKinds();

// Whether the need makes life easier, rather than safe: it ranks and never refuses. A need that is
// not known to be a comfort counts for safety.
bool IsComfort(absl::string_view need);

}  // namespace entraide::matcher
