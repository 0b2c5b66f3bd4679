// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace entraide::clients {

// A name as people compare it: lower case, without accents, "st" and "ste" written out, one space
// for every run of other characters.
std::string Fold(absl::string_view name);

}  // namespace entraide::clients
