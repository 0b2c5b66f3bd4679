// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/strings/string_view.h"

namespace entraide::web {

// Kinds that people ask for, in the order and under the headings of the form: most wanted first.
// Names are words of the vocabularies "kind_group" and "kind".
struct KindGroup {
  absl::string_view name{};
  std::vector<absl::string_view> kinds{};
};

const std::vector<KindGroup>& KindGroups();

}  // namespace entraide::web
