// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "entraide/directory/v1/directory_service.pb.h"

namespace entraide::cli {

// The rows of a file of communes: comma-separated, quotes doubled inside quotes, UTF-8, with the
// heading
// `insee_code,name,postcodes,departement,epci_siren,epci_name,population,latitude_deg,longitude_deg,area_km2`;
// several postcodes are divided by `|`, `;`, `/` or a space.
// INVALID_ARGUMENT: every broken line with its number and what is wrong; then no row is given.
absl::StatusOr<std::vector<directory::v1::CommuneRow>> ParseCommunes(absl::string_view text);

// The cells of one line; INVALID_ARGUMENT: a quote is left open.
absl::StatusOr<std::vector<std::string>> ParseCsvLine(absl::string_view line);

}  // namespace entraide::cli
