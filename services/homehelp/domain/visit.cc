// SPDX-License-Identifier: EUPL-1.2
#include "services/homehelp/domain/visit.h"

#include <array>
#include <cstddef>

#include "services/platform/base/named.h"

namespace entraide::homehelp {
namespace {

constexpr absl::Duration kFarthest = absl::Hours(24 * 731);
constexpr int kSmallWorksMost = 120;  // Two hours, by the law of personal services.
constexpr std::array<absl::string_view, 5> kModes = {"", "prestataire", "mandataire",
                                                     "mise-a-disposition", "benevole"};

}  // namespace

VisitDetails CheckVisit(VisitDetails details, absl::string_view kind, absl::Time now,
                        Violations& violations) {
  if (details.start_time.has_value() && *details.start_time <= now) {
    violations.Add("details.start_time", "IN_PAST", "in the future");
  } else if (details.start_time.value_or(now) > now + kFarthest) {
    violations.Add("details.start_time", "OUT_OF_RANGE", "within two years");
  }
  if (details.duration_minutes == 0) details.duration_minutes = 60;
  const int longest = kind == "small-works" ? kSmallWorksMost : 480;
  if (details.duration_minutes < 30 || details.duration_minutes > longest) {
    violations.Add("details.duration_minutes", "OUT_OF_RANGE",
                   "30 to 480, for small works up to 120");
  }
  if (details.child_under_three && kind != "childcare") {
    violations.Add("details.child_under_three", "OUT_OF_RANGE", "childcare only");
  }
  return details;
}

request::Timing TimingOf(const VisitDetails& details) {
  if (!details.start_time.has_value()) return {};
  return {.start = details.start_time,
          .end = *details.start_time + absl::Minutes(details.duration_minutes)};
}

void AddVisit(request::Need& need, const VisitDetails& details) {
  if (details.start_time.has_value()) {
    need.spans.push_back({.start = *details.start_time,
                          .end = *details.start_time + absl::Minutes(details.duration_minutes)});
  }
  need.needs_approval = details.dependent_person || details.child_under_three;
}

std::string NameOf(Mode mode) { return std::string(kModes.at(static_cast<std::size_t>(mode))); }

absl::StatusOr<Mode> ParseMode(absl::string_view name) { return ParseNamed<Mode>(kModes, name); }

}  // namespace entraide::homehelp
