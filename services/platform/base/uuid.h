// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace entraide {

// A random UUID version 4, lower case, from libsodium's randombytes.
std::string NewUuid();

// A UUID of any version in its 36-character form; case does not count.
bool IsUuid(absl::string_view text);

}  // namespace entraide
