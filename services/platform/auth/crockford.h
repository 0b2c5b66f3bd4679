// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace entraide::auth {

// The first `digits` groups of five bits of `bytes`, in Crockford's 32 characters (no I, L, O, U).
// `bytes` must hold them.
std::string ToCrockford(absl::string_view bytes, std::size_t digits);

// What was meant by a code as typed: upper case, without spaces, dashes and dots, O as 0, I and L
// as 1. Nothing if another character is left.
std::optional<std::string> Canonical(absl::string_view typed);

// One more character over `digits` (up to 30, canonical): a wrong character, or two that changed
// places, anywhere in `digits` and it, give another one.
char CheckCharacter(absl::string_view digits);

// `digits` in groups of four, `7K2M-9QX4`.
std::string InGroups(absl::string_view digits);

}  // namespace entraide::auth
