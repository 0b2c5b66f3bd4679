// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/platform/base/violations.h"

namespace entraide::directory {

// One piece of a zone. `code` is an INSEE code, a SIREN or a département; of a disc, its centre's.
struct Area {
  enum class Level { kUnset, kCommune, kEpci, kDepartement, kFrance, kRadius };
  Level level = Level::kUnset;
  std::string code{};
  int radius_km = 0;
  friend bool operator==(const Area&, const Area&) = default;
};

// The union of its pieces.
using Zone = std::vector<Area>;

// The last step of the path of an area in the contract, for example `radius.center_commune`.
absl::string_view CodeField(Area::Level level);

// Whether its code has the form that its level asks for.
bool CodeFits(const Area& area);

// Everything wrong with its form; whether the codes are known is for the store.
void Check(const Zone& zone, absl::string_view path, Violations& found);

}  // namespace entraide::directory
