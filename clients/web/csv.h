// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace entraide::web {

// A text as a cell of a spreadsheet; what it would take for a formula is disarmed.
std::string CsvText(absl::string_view text);

// One line of cells that are ready to be written.
std::string CsvLine(const std::vector<std::string>& cells);

// What a file begins with so that spreadsheets read its accents.
constexpr absl::string_view kCsvMark = "\xef\xbb\xbf";

}  // namespace entraide::web
