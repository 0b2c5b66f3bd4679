// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/travel_time.h"

#include "absl/strings/str_cat.h"
#include "services/platform/base/text.h"

namespace entraide::directory {
namespace {

constexpr int kLeastSeconds = 6;
constexpr int kMostSeconds = 10 * 60 * 60;
constexpr int kMostMeters = 2'000'000;

void CheckCode(const std::string& field, absl::string_view code, Violations& found) {
  if (IsInseeCode(code)) return;
  found.Add(field, code.empty() ? "REQUIRED" : "MALFORMED", "five characters: 62361 or 2A004");
}

}  // namespace

void Check(const TravelTime& time, absl::string_view path, Violations& found) {
  CheckCode(absl::StrCat(path, "from"), time.from, found);
  CheckCode(absl::StrCat(path, "to"), time.to, found);
  if (!time.from.empty() && time.from == time.to) {
    found.Add(absl::StrCat(path, "to"), "MALFORMED", "another commune than `from`");
  }
  if (time.seconds < kLeastSeconds || time.seconds > kMostSeconds) {
    found.Add(absl::StrCat(path, "minutes"), "OUT_OF_RANGE", "0.1 to 600");
  }
  if (time.meters < 0 || time.meters > kMostMeters) {
    found.Add(absl::StrCat(path, "kilometers"), "OUT_OF_RANGE", "0 to 2000");
  }
}

}  // namespace entraide::directory
