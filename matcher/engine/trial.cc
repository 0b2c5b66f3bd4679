// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/trial.h"

#include <algorithm>

#include "absl/algorithm/container.h"

namespace entraide::matcher {
namespace {

bool StartsBefore(const Span& a, const Span& b) { return a.start < b.start; }

bool EndsBefore(const Span& a, const Span& b) { return a.end < b.end; }

bool HelpsWith(const Volunteer& volunteer, const std::string& kind) {
  return volunteer.kinds.empty() || absl::c_linear_search(volunteer.kinds, kind);
}

}  // namespace

std::vector<Trial> TrialsOf(const World& world, const Need& need, const Offer& offer,
                            absl::Time now) {
  std::vector<Trial> trials;
  if (offer.dispatch == Dispatch::kDirect) {
    for (const Volunteer* const volunteer : world.VolunteersOf(offer.organization)) {
      if (HelpsWith(*volunteer, offer.kind)) trials.push_back({world, need, offer, now, volunteer});
    }
  }
  if (trials.empty()) trials.push_back({world, need, offer, now});
  return trials;
}

std::optional<CommuneIndex> HomeOf(const Trial& trial) {
  return trial.volunteer == nullptr ? trial.offer.organization_commune : trial.volunteer->home;
}

bool IsForTaskOf(const Need& need, const Commitment& commitment) {
  return !need.task.empty() && commitment.task == need.task;
}

CommuneIndex PickupOf(const Need& need) { return need.pickup.value_or(need.residence); }

Load LoadOf(const Need& need) {
  const int seated = absl::c_linear_search(need.needs, "wheelchair-seated") ? 1 : 0;
  const int folded = absl::c_linear_search(need.needs, "wheelchair-foldable") ? 1 : 0;
  return {.seats = need.passengers - seated,
          .child_seats = need.child_seats,
          .wheelchairs_seated = seated,
          .wheelchairs_folded = folded};
}

std::optional<absl::Time> EarliestStart(const Need& need) {
  if (need.spans.empty()) return std::nullopt;
  return std::min_element(need.spans.begin(), need.spans.end(), StartsBefore)->start;
}

std::optional<absl::Time> LatestStart(const Need& need) {
  if (need.spans.empty()) return std::nullopt;
  return std::max_element(need.spans.begin(), need.spans.end(), StartsBefore)->start;
}

std::optional<absl::Time> LatestEnd(const Need& need) {
  if (need.spans.empty()) return std::nullopt;
  return std::max_element(need.spans.begin(), need.spans.end(), EndsBefore)->end;
}

absl::CivilDay LastDayBefore(absl::Time end, absl::TimeZone zone) {
  return absl::ToCivilDay(end - absl::Nanoseconds(1), zone);
}

}  // namespace entraide::matcher
