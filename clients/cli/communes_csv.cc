// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/communes_csv.h"

#include <cmath>
#include <cstdint>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"

namespace entraide::cli {
namespace {

constexpr absl::string_view kHeading =
    "insee_code,name,postcodes,departement,epci_siren,epci_name,population,latitude_deg,"
    "longitude_deg,area_km2";
constexpr std::size_t kColumns = 10;

absl::Status ReadCommune(const std::vector<std::string>& cells, directory::v1::Commune& commune) {
  if (cells.size() != kColumns) {
    return absl::InvalidArgumentError(
        absl::StrCat(cells.size(), " colonnes au lieu de ", kColumns));
  }
  if (!IsInseeCode(cells[0]))
    return absl::InvalidArgumentError("insee_code n'est pas un code INSEE");
  std::int32_t population = 0;
  double latitude = 0;
  double longitude = 0;
  double area = 0;
  if (!absl::SimpleAtoi(cells[6], &population) || population < 0) {
    return absl::InvalidArgumentError("population n'est pas un nombre d'habitants");
  }
  if (!absl::SimpleAtod(cells[7], &latitude) || std::abs(latitude) > 90) {
    return absl::InvalidArgumentError("latitude_deg n'est pas une latitude");
  }
  if (!absl::SimpleAtod(cells[8], &longitude) || std::abs(longitude) > 180) {
    return absl::InvalidArgumentError("longitude_deg n'est pas une longitude");
  }
  if (!cells[9].empty() && !absl::SimpleAtod(cells[9], &area)) {
    return absl::InvalidArgumentError("area_km2 n'est pas un nombre");
  }
  commune.set_insee_code(cells[0]);
  commune.set_display_name(cells[1]);
  for (const auto postcode : absl::StrSplit(cells[2], absl::ByAnyChar("|;/ "), absl::SkipEmpty())) {
    commune.add_postcodes(std::string(postcode));
  }
  commune.set_departement(cells[3]);
  commune.set_epci_siren(cells[4]);
  commune.set_epci_display_name(cells[5]);
  commune.set_population(population);
  commune.set_latitude_deg(latitude);
  commune.set_longitude_deg(longitude);
  commune.set_area_km2(area);
  return absl::OkStatus();
}

absl::Status ReadLine(absl::string_view line, directory::v1::CommuneRow& row) {
  if (!IsText(line)) return absl::InvalidArgumentError("le texte n'est pas de l'UTF-8 lisible");
  ASSIGN_OR_RETURN(const std::vector<std::string> cells, ParseCsvLine(line));
  return ReadCommune(cells, *row.mutable_commune());
}

}  // namespace

absl::StatusOr<std::vector<std::string>> ParseCsvLine(absl::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
      cells.back().push_back('"');
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back().push_back(c);
    }
  }
  if (quoted) return absl::InvalidArgumentError("un guillemet n'est pas refermé");
  return cells;
}

absl::StatusOr<std::vector<directory::v1::CommuneRow>> ParseCommunes(absl::string_view text) {
  std::vector<directory::v1::CommuneRow> rows;
  std::vector<std::string> wrong;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    ++number;
    if (absl::EndsWith(line, "\r")) line.remove_suffix(1);
    if (number == 1) {
      absl::ConsumePrefix(&line, "\xEF\xBB\xBF");
      if (line != kHeading)
        return absl::InvalidArgumentError(absl::StrCat("ligne 1 : l'en-tête doit être ", kHeading));
      continue;
    }
    if (line.empty()) continue;
    directory::v1::CommuneRow row;
    row.set_line(number);
    const absl::Status status = ReadLine(line, row);
    if (status.ok()) {
      rows.push_back(std::move(row));
    } else {
      wrong.push_back(absl::StrCat("ligne ", number, " : ", status.message()));
    }
  }
  if (!wrong.empty()) return absl::InvalidArgumentError(absl::StrJoin(wrong, "\n"));
  if (rows.empty()) return absl::InvalidArgumentError("le fichier ne contient aucune commune");
  return rows;
}

}  // namespace entraide::cli
