// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/plan.h"

namespace entraide::matcher::dayplan {

absl::string_view Code(Reason reason) {
  switch (reason) {
    case Reason::kTimesImpossible:
      return "TIMES_IMPOSSIBLE";
    case Reason::kNoDriver:
      return "NO_DRIVER";
    case Reason::kClosedThen:
      return "CLOSED_THEN";
    case Reason::kNoSeat:
      return "NO_SEAT";
    case Reason::kBusy:
      return "BUSY";
    case Reason::kLimitReached:
      return "LIMIT_REACHED";
    case Reason::kExcluded:
      return "EXCLUDED";
  }
  return "";
}

std::int64_t Compare(const PlanTotals& a, const PlanTotals& b, const Day& day) {
  if (a.broken_commitments != b.broken_commitments) {
    return a.broken_commitments - b.broken_commitments;
  }
  if (a.unserved != b.unserved) return a.unserved - b.unserved;
  const std::int64_t split_pair = day.split_pair_meters;
  const std::int64_t driving = (a.meters + split_pair * a.split_pairs) -  //
                               (b.meters + split_pair * b.split_pairs);
  if (driving != 0) return driving;
  return a.unfairness - b.unfairness;
}

}  // namespace entraide::matcher::dayplan
