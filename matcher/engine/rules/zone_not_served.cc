// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <vector>

#include "absl/algorithm/container.h"
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
