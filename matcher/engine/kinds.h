// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "proto/vocabulary/kinds.h"

namespace entraide::matcher {

using vocabulary::Family;

// Of a kind in kebab-case; one that the contract does not know is only shown.
Family FamilyOf(absl::string_view kind);

// The kinds that people may ask for: rides first, then garage, then help at home.
const std::vector<std::string>& RequestableKinds();

// Whether the need makes life easier, rather than safe: it ranks and never refuses. A need that is
// not known to be a comfort counts for safety.
bool IsComfort(absl::string_view need);

}  // namespace entraide::matcher
