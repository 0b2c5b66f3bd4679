// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/time/time.h"
#include "matcher/engine/rules/rules.h"
#include "matcher/engine/schedule.h"

namespace entraide::matcher::rules {
namespace {

// What commitments take of `capacity` beyond what `available` knows of.
std::vector<Span> TakenOf(const Capacity& capacity, const Trial& trial) {
  std::vector<Span> taken;
  for (const Commitment* const commitment : trial.world.CommitmentsOf(trial.offer.id)) {
    const bool counted = !capacity.available.has_value() || capacity.as_of < commitment->made;
    if (counted && commitment->unit == capacity.unit && !IsForTaskOf(trial.need, *commitment)) {
      taken.push_back(commitment->span);
    }
  }
  return taken;
}

// From the first hour to the last one; now, if any date will do.
Span ExtentOf(const Trial& trial) {
  return {.start = EarliestStart(trial.need).value_or(trial.now),
          .end = LatestEnd(trial.need).value_or(trial.now + absl::Nanoseconds(1))};
}

std::ptrdiff_t MostAtOnce(const std::vector<Span>& taken, const Span& during) {
  std::ptrdiff_t most = 0;
  for (const Span& one : taken) {
    const absl::Time instant = std::max(one.start, during.start);
    if (instant >= during.end) continue;
    most = std::max(most, absl::c_count_if(taken, [&](const Span& other) {
                      return other.start <= instant && instant < other.end;
                    }));
  }
  return most;
}

absl::Duration HoursIn(absl::CivilDay monday, const std::vector<Span>& spans, absl::TimeZone zone) {
  absl::Duration sum = absl::ZeroDuration();
  for (const Span& span : spans) {
    if (MondayOf(span.start, zone) == monday) sum += span.end - span.start;
  }
  return sum;
}

bool HoursAreLeft(int hours, const std::vector<Span>& taken, const Trial& trial) {
  const absl::TimeZone zone = trial.world.time_zone();
  std::vector<absl::CivilDay> mondays;
  for (const Span& span : trial.need.spans) mondays.push_back(MondayOf(span.start, zone));
  if (mondays.empty()) mondays.push_back(MondayOf(trial.now, zone));
  return absl::c_all_of(mondays, [&](absl::CivilDay monday) {
    const absl::Duration left = absl::Hours(hours) - HoursIn(monday, taken, zone);
    return left > absl::ZeroDuration() && HoursIn(monday, trial.need.spans, zone) <= left;
  });
}

bool IsLeft(const Capacity& capacity, const Trial& trial) {
  const std::optional<int> there =
      capacity.available.has_value() ? capacity.available : capacity.maximum;
  if (!there.has_value()) return true;
  const std::vector<Span> taken = TakenOf(capacity, trial);
  return IsInHours(capacity.unit) ? HoursAreLeft(*there, taken, trial)
                                  : MostAtOnce(taken, ExtentOf(trial)) < *there;
}

}  // namespace

Answer PlaceIsLeft(const Trial& trial) {
  switch (trial.offer.intake) {
    case Intake::kClosed:
      return No();
    case Intake::kWaitlist:
    case Intake::kAssessment:
      return Yes();
    case Intake::kOpen:
      break;
  }
  return YesIf(absl::c_all_of(trial.offer.capacity,
                              [&](const Capacity& capacity) { return IsLeft(capacity, trial); }));
}

std::optional<Change> PlaceNeeded(const Trial& trial) {
  if (trial.offer.intake == Intake::kClosed) return std::nullopt;
  return FreePlace{};
}

}  // namespace entraide::matcher::rules
