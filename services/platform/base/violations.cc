// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/base/violations.h"

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/platform/base/status.h"

namespace entraide {
namespace {

constexpr char kViolationsUrl[] = "entraide/violations";
constexpr char kBetweenViolations = '\x1e';  // Neither stands in a path, a reason or a description.
constexpr char kBetweenParts = '\x1f';

std::string Packed(const std::vector<Violation>& violations) {
  const std::string parts(1, kBetweenParts);
  return absl::StrJoin(violations, std::string(1, kBetweenViolations),
                       [&parts](std::string* out, const Violation& v) {
                         absl::StrAppend(out, v.field, parts, v.reason, parts, v.description);
                       });
}

}  // namespace

void Violations::Add(absl::string_view field, absl::string_view reason,
                     absl::string_view description) {
  found_.push_back({std::string(field), std::string(reason), std::string(description)});
}

absl::Status Violations::ToStatus() const {
  if (found_.empty()) return absl::OkStatus();
  const std::string fields = absl::StrJoin(found_, ", ", [](std::string* out, const Violation& v) {
    absl::StrAppend(out, v.field, " ", v.reason);
  });
  absl::Status status = WithReason(
      absl::InvalidArgumentError(absl::StrCat("invalid fields: ", fields)), "FIELDS_INVALID");
  status.SetPayload(kViolationsUrl, absl::Cord(Packed(found_)));
  return status;
}

absl::Status InvalidField(absl::string_view field, absl::string_view reason,
                          absl::string_view description) {
  Violations violations;
  violations.Add(field, reason, description);
  return violations.ToStatus();
}

std::vector<Violation> ViolationsOf(const absl::Status& status) {
  const auto packed = status.GetPayload(kViolationsUrl);
  if (!packed.has_value()) return {};
  const std::string text(*packed);
  std::vector<Violation> violations;
  for (const absl::string_view one : absl::StrSplit(text, kBetweenViolations)) {
    std::vector<std::string> parts = absl::StrSplit(one, kBetweenParts);
    parts.resize(3);
    violations.push_back({std::move(parts[0]), std::move(parts[1]), std::move(parts[2])});
  }
  return violations;
}

}  // namespace entraide
