// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/pg/sql.h"

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "services/platform/pg/columns.h"

namespace entraide::pg {
namespace {

// Takes one element from the front of the inside of an array, up to a comma or the end.
std::string TakeElement(absl::string_view& inside) {
  std::string element;
  bool quoted = false;
  while (!inside.empty()) {
    const char c = inside.front();
    inside.remove_prefix(1);
    if (c == ',' && !quoted) return element;
    if (c == '"') {
      quoted = !quoted;
    } else if (c == '\\' && !inside.empty()) {
      element.push_back(inside.front());
      inside.remove_prefix(1);
    } else {
      element.push_back(c);
    }
  }
  return element;
}

}  // namespace

Param Number(std::int64_t value) { return absl::StrCat(value); }

Param Real(double value) { return absl::StrFormat("%.17g", value); }

Param Bool(bool value) { return value ? "true" : "false"; }

Param Time(absl::Time value) {
  if (value == absl::InfiniteFuture()) return "infinity";
  if (value == absl::InfinitePast()) return "-infinity";
  return absl::FormatTime("%Y-%m-%d %H:%M:%E6S+00", value, absl::UTCTimeZone());
}

Param Bytes(absl::string_view value) { return absl::StrCat("\\x", absl::BytesToHexString(value)); }

Param TextArray(const std::vector<std::string>& values) {
  return Array({values.begin(), values.end()});
}

Param OrNull(absl::string_view value) {
  return value.empty() ? std::nullopt : Param(std::string(value));
}

std::int64_t Row::Number(int column) const {
  std::int64_t value = 0;
  return absl::SimpleAtoi(PQgetvalue(result_, row_, column), &value) ? value : 0;
}

double Row::Real(int column) const {
  double value = 0;
  return absl::SimpleAtod(PQgetvalue(result_, row_, column), &value) ? value : 0;
}

bool Row::Bool(int column) const { return *PQgetvalue(result_, row_, column) == 't'; }

absl::Time Row::Time(int column) const {
  if (IsNull(column)) return absl::InfinitePast();
  const std::string text = Text(column);
  if (text == "infinity") return absl::InfiniteFuture();
  absl::Time time = absl::InfinitePast();
  std::string error;
  // A column of another type than timestamptz reads as InfinitePast, as -infinity does.
  return absl::ParseTime("%Y-%m-%d %H:%M:%E*S%Ez", text, &time, &error) ? time
                                                                        : absl::InfinitePast();
}

std::string Row::Bytes(int column) const {
  absl::string_view hex(PQgetvalue(result_, row_, column));
  return absl::ConsumePrefix(&hex, "\\x") ? absl::HexStringToBytes(hex) : std::string();
}

std::vector<std::string> Row::TextArray(int column) const {
  absl::string_view inside(PQgetvalue(result_, row_, column));
  std::vector<std::string> values;
  if (!absl::ConsumePrefix(&inside, "{") || !absl::ConsumeSuffix(&inside, "}")) return values;
  while (!inside.empty()) values.push_back(TakeElement(inside));
  return values;
}

std::int64_t Result::affected() const {
  std::int64_t count = 0;
  return absl::SimpleAtoi(PQcmdTuples(result_.get()), &count) ? count : 0;
}

}  // namespace entraide::pg
