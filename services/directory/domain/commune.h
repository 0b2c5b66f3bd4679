// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/platform/base/violations.h"

namespace entraide::directory {

// A municipality.
struct Commune {
  std::string insee_code{};
  std::vector<std::string> former_codes{};  // Of communes merged into this one.
  std::string display_name{};
  std::vector<std::string> postcodes{};
  std::string departement{};
  std::string epci_siren{};  // Empty: in none.
  std::string epci_display_name{};
  int population = 0;
  int population_year = 0;  // 0: unknown.
  double latitude_deg = 0;  // WGS 84.
  double longitude_deg = 0;
  double area_km2 = 0;  // 0: unknown.
};

// Everything wrong with it, with fields under `path`.
void Check(const Commune& commune, absl::string_view path, Violations& found);

}  // namespace entraide::directory
