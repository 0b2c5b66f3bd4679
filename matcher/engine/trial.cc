// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/trial.h"

#include <algorithm>

namespace entraide::matcher {
namespace {

bool StartsBefore(const Span& a, const Span& b) { return a.start < b.start; }

}  // namespace

CommuneIndex PickupOf(const Need& need) { return need.pickup.value_or(need.residence); }

std::optional<absl::Time> EarliestStart(const Need& need) {
  if (need.spans.empty()) return std::nullopt;
  return std::min_element(need.spans.begin(), need.spans.end(), StartsBefore)->start;
}

std::optional<absl::Time> LatestStart(const Need& need) {
  if (need.spans.empty()) return std::nullopt;
  return std::max_element(need.spans.begin(), need.spans.end(), StartsBefore)->start;
}

}  // namespace entraide::matcher
