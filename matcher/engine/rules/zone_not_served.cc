// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <vector>

#include "absl/algorithm/container.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/position.h"
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

// The ends of the need that are looked at and lie outside the zone, each once.
std::vector<CommuneIndex> EndsOutside(const Trial& trial) {
  const CommuneIndex pickup = PickupOf(trial.need);
  const CommuneIndex dropoff = trial.need.dropoff.value_or(pickup);
  std::vector<CommuneIndex> ends;
  switch (trial.offer.zone_applies_to) {
    case ZoneAppliesTo::kPickup:
      ends = {pickup};
      break;
    case ZoneAppliesTo::kDropoff:
      ends = {dropoff};
      break;
    case ZoneAppliesTo::kBoth:
    case ZoneAppliesTo::kEither:
      ends = {pickup, dropoff};
      break;
    case ZoneAppliesTo::kResidence:
      ends = {trial.need.residence};
      break;
  }
  if (ends.size() == 2 && ends[0] == ends[1]) ends.pop_back();
  ends.erase(std::remove_if(ends.begin(), ends.end(),
                            [&](CommuneIndex end) { return Holds(trial.offer.zone, end); }),
             ends.end());
  return ends;
}

bool GoesTo(const World& world, const Volunteer& volunteer, CommuneIndex commune) {
  if (absl::c_binary_search(volunteer.communes, commune)) return true;
  const bool by_radius = volunteer.communes.empty() || volunteer.radius_km.has_value();
  if (!by_radius || !volunteer.home.has_value()) return false;
  const int radius_km = volunteer.radius_km.value_or(world.settings().volunteer_radius_km);
  const Communes& communes = world.communes();
  return GreatCircleMeters(communes[*volunteer.home], communes[commune]) <= radius_km * 1000.0;
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

Answer GoesThere(const Trial& trial, const Volunteer& volunteer) {
  if (!GoesTo(trial.world, volunteer, PickupOf(trial.need))) return No();
  if (FamilyOf(trial.offer.kind) != Family::kRides) return Yes();
  if (!trial.need.dropoff.has_value()) return DependsOn({"dropoff"});
  return YesIf(GoesTo(trial.world, volunteer, *trial.need.dropoff));
}

std::optional<Change> CommunesToAdd(const Trial& trial) {
  const bool refuses = ZoneIsServed(trial).kind == Answer::Kind::kNo;
  const bool goes =
      trial.volunteer == nullptr || GoesThere(trial, *trial.volunteer).kind != Answer::Kind::kNo;
  if (!refuses || !goes) return std::nullopt;
  std::vector<AddCommunes> one_by_one;
  for (const CommuneIndex end : EndsOutside(trial)) {
    const std::optional<NearestCommune> near = trial.world.NearestInZone(trial.offer.zone, end);
    if (!near.has_value()) return std::nullopt;
    one_by_one.push_back({{end}, near->commune, near->travel});
  }
  absl::c_stable_sort(one_by_one, [](const AddCommunes& a, const AddCommunes& b) {
    return a.from_zone < b.from_zone;
  });
  if (trial.offer.zone_applies_to == ZoneAppliesTo::kEither) return one_by_one.front();
  AddCommunes all = one_by_one.back();
  for (size_t i = 0; i + 1 < one_by_one.size(); ++i) {
    all.communes.push_back(one_by_one[i].communes.front());
  }
  return all;
}

}  // namespace entraide::matcher::rules
