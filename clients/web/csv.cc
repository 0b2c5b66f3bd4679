// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/csv.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"

namespace entraide::web {

std::string CsvText(absl::string_view text) {
  const bool is_formula = !text.empty() && absl::StrContains("=+-@\t\r", text.substr(0, 1));
  return absl::StrCat("\"", is_formula ? "'" : "", absl::StrReplaceAll(text, {{"\"", "\"\""}}),
                      "\"");
}

std::string CsvLine(const std::vector<std::string>& cells) {
  return absl::StrCat(absl::StrJoin(cells, ";"), "\r\n");
}

}  // namespace entraide::web
