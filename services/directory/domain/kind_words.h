// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/strings/string_view.h"

namespace entraide::directory {

// What French speakers type to find a kind of service; empty for an unknown kind.
absl::string_view WordsOfKind(absl::string_view kind);

}  // namespace entraide::directory
