// SPDX-License-Identifier: EUPL-1.2
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {
namespace {

bool IsMetBy(const Volunteer& volunteer, const std::string& need) {
  if (absl::c_linear_search(volunteer.skills, need)) return true;
  if (!volunteer.car.has_value()) return false;
  return (need == "wheelchair-seated" && volunteer.car->ramp) ||
         (need == "wheelchair-foldable" && volunteer.car->boot);
}

std::vector<std::string> UncoveredNeeds(const Trial& trial) {
  std::vector<std::string> uncovered;
  for (const std::string& need : trial.need.needs) {
    if (IsComfort(need) || absl::c_linear_search(trial.offer.accommodations, need)) continue;
    if (trial.volunteer != nullptr && IsMetBy(*trial.volunteer, need)) continue;
    uncovered.push_back(need);
  }
  return uncovered;
}

}  // namespace

Answer NeedsAreCovered(const Trial& trial) { return YesIf(UncoveredNeeds(trial).empty()); }

std::optional<Change> NeedToMeet(const Trial& trial) {
  const std::vector<std::string> uncovered = UncoveredNeeds(trial);
  if (uncovered.size() != 1) return std::nullopt;
  return MeetNeed{.need = uncovered.front()};
}

}  // namespace entraide::matcher::rules
