// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "matcher/engine/need.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/volunteer.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// One offer held against one need, at one time, alone or with the volunteer who would do it;
// everything it names outlives it.
struct Trial {
  const World& world;
  const Need& need;
  const Offer& offer;
  absl::Time now{};
  const Volunteer* volunteer = nullptr;  // Null: nobody in particular yet.
};

// The candidates of one offer: itself if its staff answers; else each of its volunteers, by id, or
// nobody in particular where it has none.
std::vector<Trial> TrialsOf(const World& world, const Need& need, const Offer& offer,
                            absl::Time now);

// Where the candidate sets off: the volunteer's home, else where the organization stands.
std::optional<CommuneIndex> HomeOf(const Trial& trial);

// Whether it was agreed on for this very task.
bool IsForTaskOf(const Need& need, const Commitment& commitment);

// Where the ride starts.
CommuneIndex PickupOf(const Need& need);

// What the passengers take of a car.
Load LoadOf(const Need& need);

// The earliest and the latest start, and the end, of all spans; none when any date will do.
std::optional<absl::Time> EarliestStart(const Need& need);
std::optional<absl::Time> LatestStart(const Need& need);
std::optional<absl::Time> LatestEnd(const Need& need);

// The day of the last instant before `end`.
absl::CivilDay LastDayBefore(absl::Time end, absl::TimeZone zone);

}  // namespace entraide::matcher
