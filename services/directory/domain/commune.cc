// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/commune.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/directory/domain/checks.h"
#include "services/platform/base/text.h"

namespace entraide::directory {
namespace {

void CheckCodes(const Commune& commune, absl::string_view path, Violations& found) {
  if (!IsInseeCode(commune.insee_code)) {
    found.Add(absl::StrCat(path, "insee_code"),
              commune.insee_code.empty() ? "REQUIRED" : "MALFORMED",
              "five characters: 62361 or 2A004");
  }
  const bool former =
      std::all_of(commune.former_codes.begin(), commune.former_codes.end(), IsInseeCode);
  if (!former || commune.former_codes.size() > 100) {
    found.Add(absl::StrCat(path, "former_codes"), "MALFORMED", "INSEE codes, 100 at most");
  }
  const bool postcodes = std::all_of(commune.postcodes.begin(), commune.postcodes.end(),
                                     [](const std::string& code) { return IsDigits(code, 5); });
  if (commune.postcodes.empty()) {
    found.Add(absl::StrCat(path, "postcodes"), "REQUIRED", "one at least");
  } else if (!postcodes || commune.postcodes.size() > 100) {
    found.Add(absl::StrCat(path, "postcodes"), "MALFORMED", "five digits each, 100 at most");
  }
  if (!IsDepartement(commune.departement)) {
    found.Add(absl::StrCat(path, "departement"),
              commune.departement.empty() ? "REQUIRED" : "MALFORMED", "62, 2A or 971");
  }
  if (!commune.epci_siren.empty() && !IsDigits(commune.epci_siren, 9)) {
    found.Add(absl::StrCat(path, "epci_siren"), "MALFORMED", "nine digits");
  }
}

// Written so that NaN is out of range.
void CheckRange(const std::string& field, double value, double min, double max, Violations& found) {
  if (!(value >= min && value <= max)) {
    found.Add(field, "OUT_OF_RANGE", absl::StrCat(min, " to ", max));
  }
}

}  // namespace

void Check(const Commune& commune, absl::string_view path, Violations& found) {
  CheckCodes(commune, path, found);
  CheckText(absl::StrCat(path, "display_name"), commune.display_name, {1, 100}, found);
  CheckText(absl::StrCat(path, "epci_display_name"), commune.epci_display_name, {0, 150}, found);
  CheckRange(absl::StrCat(path, "population"), commune.population, 0, 10'000'000, found);
  if (commune.population_year != 0) {
    CheckRange(absl::StrCat(path, "population_year"), commune.population_year, 1800, 2200, found);
  }
  CheckRange(absl::StrCat(path, "latitude_deg"), commune.latitude_deg, -90, 90, found);
  CheckRange(absl::StrCat(path, "longitude_deg"), commune.longitude_deg, -180, 180, found);
  CheckRange(absl::StrCat(path, "area_km2"), commune.area_km2, 0, 100'000, found);
}

}  // namespace entraide::directory
