// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/travel_times_csv.h"

#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "clients/cli/communes_csv.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"

namespace entraide::cli {
namespace {

constexpr absl::string_view kHeading = "from,to,minutes";
constexpr absl::string_view kHeadingWithLength = "from,to,minutes,kilometres";
constexpr double kMostMinutes = 600;
constexpr double kMostKilometers = 2000;

// Written so that NaN is out of range.
bool ReadNumber(const std::string& cell, double most, double& value) {
  return absl::SimpleAtod(cell, &value) && value >= 0 && value <= most;
}

absl::Status ReadLine(absl::string_view line, std::size_t columns,
                      directory::v1::TravelTime& time) {
  if (!IsText(line)) return absl::InvalidArgumentError("le texte n'est pas de l'UTF-8 lisible");
  ASSIGN_OR_RETURN(const std::vector<std::string> cells, ParseCsvLine(line));
  if (cells.size() != columns) {
    return absl::InvalidArgumentError(absl::StrCat(cells.size(), " colonnes au lieu de ", columns));
  }
  if (!IsInseeCode(cells[0])) return absl::InvalidArgumentError("from n'est pas un code INSEE");
  if (!IsInseeCode(cells[1])) return absl::InvalidArgumentError("to n'est pas un code INSEE");
  double minutes = 0;
  double kilometers = 0;
  if (!ReadNumber(cells[2], kMostMinutes, minutes) || minutes <= 0) {
    return absl::InvalidArgumentError(
        "minutes n'est pas un nombre de minutes entre 0.1 et 600 (12.5 par exemple)");
  }
  if (columns > 3 && !cells[3].empty() && !ReadNumber(cells[3], kMostKilometers, kilometers)) {
    return absl::InvalidArgumentError(
        "kilometres n'est pas un nombre de kilomètres entre 0 et 2000 (9.8 par exemple)");
  }
  time.set_from(cells[0]);
  time.set_to(cells[1]);
  time.set_minutes(minutes);
  time.set_kilometers(kilometers);
  return absl::OkStatus();
}

void AddRow(const directory::v1::TravelTimeRow& row, Directions directions,
            std::vector<directory::v1::TravelTimeRow>& rows) {
  rows.push_back(row);
  if (directions == Directions::kAsTold) return;
  directory::v1::TravelTime& back = *rows.emplace_back(row).mutable_travel_time();
  back.set_from(row.travel_time().to());
  back.set_to(row.travel_time().from());
}

}  // namespace

absl::StatusOr<std::vector<directory::v1::TravelTimeRow>> ParseTravelTimes(absl::string_view text,
                                                                           Directions directions) {
  std::vector<directory::v1::TravelTimeRow> rows;
  std::vector<std::string> wrong;
  std::size_t columns = 0;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    ++number;
    if (absl::EndsWith(line, "\r")) line.remove_suffix(1);
    if (number == 1) {
      absl::ConsumePrefix(&line, "\xEF\xBB\xBF");
      if (line != kHeading && line != kHeadingWithLength) {
        return absl::InvalidArgumentError(
            absl::StrCat("ligne 1 : l'en-tête doit être ", kHeading, " ou ", kHeadingWithLength));
      }
      columns = line == kHeading ? 3 : 4;
      continue;
    }
    if (line.empty()) continue;
    directory::v1::TravelTimeRow row;
    row.set_line(number);
    const absl::Status status = ReadLine(line, columns, *row.mutable_travel_time());
    if (status.ok()) {
      AddRow(row, directions, rows);
    } else {
      wrong.push_back(absl::StrCat("ligne ", number, " : ", status.message()));
    }
  }
  if (!wrong.empty()) return absl::InvalidArgumentError(absl::StrJoin(wrong, "\n"));
  return rows;
}

}  // namespace entraide::cli
