// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/zone.h"

#include <cstddef>

#include "absl/strings/str_cat.h"
#include "services/directory/domain/checks.h"
#include "services/platform/base/text.h"

namespace entraide::directory {
namespace {

constexpr std::size_t kMaxAreas = 500;
constexpr int kMaxRadiusKm = 200;

}  // namespace

bool CodeFits(const Area& area) {
  switch (area.level) {
    case Area::Level::kCommune:
    case Area::Level::kRadius:
      return IsInseeCode(area.code);
    case Area::Level::kEpci:
      return IsDigits(area.code, 9);
    case Area::Level::kDepartement:
      return IsDepartement(area.code);
    case Area::Level::kFrance:
    case Area::Level::kUnset:
      return true;
  }
  return false;
}

absl::string_view CodeField(Area::Level level) {
  switch (level) {
    case Area::Level::kCommune:
      return "commune";
    case Area::Level::kEpci:
      return "epci";
    case Area::Level::kDepartement:
      return "departement";
    case Area::Level::kRadius:
      return "radius.center_commune";
    case Area::Level::kFrance:
      return "france";
    case Area::Level::kUnset:
      break;
  }
  return "area";
}

void Check(const Zone& zone, absl::string_view path, Violations& found) {
  if (zone.empty()) found.Add(path, "REQUIRED", "one piece at least");
  if (zone.size() > kMaxAreas) {
    found.Add(path, "TOO_LONG", absl::StrCat(kMaxAreas, " pieces at most"));
    return;
  }
  for (std::size_t i = 0; i < zone.size(); ++i) {
    const std::string piece = absl::StrCat(path, "[", i, "]");
    if (zone[i].level == Area::Level::kUnset) {
      found.Add(piece, "REQUIRED", "commune, epci, departement, france or radius");
    }
    if (!CodeFits(zone[i])) {
      found.Add(absl::StrCat(piece, ".", CodeField(zone[i].level)), "MALFORMED",
                "an official code");
    }
    if (zone[i].level == Area::Level::kRadius &&
        (zone[i].radius_km < 1 || zone[i].radius_km > kMaxRadiusKm)) {
      found.Add(absl::StrCat(piece, ".radius.radius_km"), "OUT_OF_RANGE",
                absl::StrCat("1 to ", kMaxRadiusKm));
    }
  }
}

}  // namespace entraide::directory
