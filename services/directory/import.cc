// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/import.h"

namespace entraide::directory {
namespace {

// Answers carry 8 KB of metadata, in which fields stand twice, once in base64.
constexpr std::size_t kMaxBytes = 2'500;

}  // namespace

std::string LinePath(int line) { return absl::StrCat("rows[line ", line, "]."); }

absl::Status ImportInvalid(const Violations& found) {
  Violations told;
  std::size_t bytes = 0;
  for (const Violation& violation : found.found()) {
    constexpr std::size_t kFraming = 8;
    bytes +=
        violation.field.size() + violation.reason.size() + violation.description.size() + kFraming;
    if (bytes > kMaxBytes) break;
    told.Add(violation.field, violation.reason, violation.description);
  }
  const std::size_t more = found.found().size() - told.found().size();
  if (more > 0) told.Add("rows", "AND_MORE", absl::StrCat(more, " more"));
  if (told.empty()) return absl::OkStatus();
  return WithReason(told.ToStatus(), "IMPORT_INVALID");
}

}  // namespace entraide::directory
