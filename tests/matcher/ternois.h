// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "tests/matcher/text_world.h"

namespace entraide::matcher {

// A Thursday, and some communes of the Ternois and the 7 Vallées where they really are.
constexpr char kTernois[] = R"(
  now     2027-01-28 10:00
  commune anvin      at 50.4450 2.2570
  commune auchy      at 50.3990 2.1010
  commune frevent    at 50.2760 2.2870
  commune hesdin     at 50.3720 2.0370
  commune saint-pol  at 50.3810 2.3340
)";

// Those, and `lines`; a `now` of its own wins.
inline TextWorld Ternois(absl::string_view lines) {
  return TextWorld(absl::StrCat(kTernois, lines));
}

}  // namespace entraide::matcher
