// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

#include "absl/strings/string_view.h"

namespace entraide {

// Valid UTF-8 without U+0000, and without control characters other than tab, CR and LF.
bool IsText(absl::string_view bytes);

// Length in code points; `text` must be valid UTF-8.
std::size_t CodePoints(absl::string_view text);

// `value` matches `^[a-z0-9]+(-[a-z0-9]+)*$`.
bool IsKebab(absl::string_view value);

// The five characters of an INSEE commune code: `^(\d{5}|2[AB]\d{3})$`.
bool IsInseeCode(absl::string_view code);

}  // namespace entraide
