// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <vector>

#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {
namespace {

Answer IsInZone(const Trial& trial, CommuneIndex commune) {
  return YesIf(Holds(trial.offer.zone, commune));
}

Answer DropoffIsInZone(const Trial& trial) {
  if (trial.offer.zone.everywhere) return Yes();
  if (!trial.need.dropoff.has_value()) return DependsOn({"dropoff"});
  return IsInZone(trial, *trial.need.dropoff);
}

// The ends of the need that must lie in the zone, all of them or, for kEither, one.
std::vector<CommuneIndex> EndsThatCount(const Trial& trial) {
  const CommuneIndex pickup = PickupOf(trial.need);
  const CommuneIndex dropoff = trial.need.dropoff.value_or(pickup);
  switch (trial.offer.zone_applies_to) {
    case ZoneAppliesTo::kPickup:
      return {pickup};
    case ZoneAppliesTo::kDropoff:
      return {dropoff};
    case ZoneAppliesTo::kBoth:
    case ZoneAppliesTo::kEither:
      return {pickup, dropoff};
    case ZoneAppliesTo::kResidence:
      return {trial.need.residence};
  }
  return {};
}

}  // namespace

Answer ZoneIsServed(const Trial& trial) {
  if (trial.offer.zone.communes.empty() && !trial.offer.zone.everywhere) return No();
  const Answer pickup = IsInZone(trial, PickupOf(trial.need));
  switch (trial.offer.zone_applies_to) {
    case ZoneAppliesTo::kPickup:
      return pickup;
    case ZoneAppliesTo::kDropoff:
      return DropoffIsInZone(trial);
    case ZoneAppliesTo::kBoth:
      return AllOf({pickup, DropoffIsInZone(trial)});
    case ZoneAppliesTo::kEither:
      return AnyOf({pickup, DropoffIsInZone(trial)});
    case ZoneAppliesTo::kResidence:
      return IsInZone(trial, trial.need.residence);
  }
  return No();
}

std::optional<Change> CommunesToAdd(const Trial& trial) {
  AddCommunes change;
  std::optional<AddCommunes> nearest;
  for (const CommuneIndex end : EndsThatCount(trial)) {
    const std::optional<absl::Duration> time = trial.world.TimeToZone(trial.offer.zone, end);
    if (!time.has_value()) return std::nullopt;
    if (!nearest.has_value() || *time < nearest->from_zone) nearest = AddCommunes{{end}, *time};
    if (Holds(trial.offer.zone, end) ||
        std::count(change.communes.begin(), change.communes.end(), end))
      continue;
    change.communes.push_back(end);
    change.from_zone = std::max(change.from_zone, *time);
  }
  return trial.offer.zone_applies_to == ZoneAppliesTo::kEither ? *nearest : change;
}

}  // namespace entraide::matcher::rules
