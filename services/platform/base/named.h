// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace entraide {

// The value that `name` stands for in a table; `names` are in the order of the enum. DATA_LOSS: no
// such name.
template <typename Enum, std::size_t kSize>
absl::StatusOr<Enum> ParseNamed(const std::array<absl::string_view, kSize>& names,
                                absl::string_view name) {
  for (std::size_t i = 0; i < kSize; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return absl::DataLossError("unknown name in a table");
}

}  // namespace entraide
