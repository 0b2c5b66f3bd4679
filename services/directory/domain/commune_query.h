// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace entraide::directory {

// What somebody typed to find a commune: "62270 Frévent" has both parts.
struct CommuneQuery {
  std::string name{};  // A name, its beginning, or nearly.
  std::string code{};  // A postcode or its beginning, or an INSEE code.
};

CommuneQuery ParseCommuneQuery(absl::string_view text);

}  // namespace entraide::directory
