// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/check_plan.h"

#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "matcher/dayplan/check/tour_check.h"
#include "matcher/dayplan/check/violations.h"

namespace entraide::matcher::dayplan {
namespace {

// Who carries each leg, and how often the plan speaks of it.
struct Ledger {
  explicit Ledger(const Day& day)
      : carried_by(day.legs.size()), mentions(day.legs.size()), trips(day.drivers.size()) {}

  std::vector<std::optional<DriverIndex>> carried_by;
  std::vector<int> mentions;
  std::vector<int> trips;
};

void Enter(const Tour& tour, Ledger& ledger) {
  for (const Stop& stop : tour.stops) {
    if (stop.kind != StopKind::kPickup) continue;
    const auto leg = static_cast<std::size_t>(*stop.leg);
    ledger.carried_by[leg] = tour.driver;
    ++ledger.mentions[leg];
    ++ledger.trips[static_cast<std::size_t>(tour.driver)];
  }
}

void CheckTours(const Day& day, const Plan& plan, Ledger& ledger, Violations& violations) {
  std::set<std::pair<DriverIndex, int>> windows;
  for (const Tour& tour : plan.tours) {
    violations.About(tour.driver);
    if (!TourMakesSense(day, tour, violations)) continue;
    if (!windows.emplace(tour.driver, tour.window).second) {
      violations.Add(Flaw::kToursOverlap, std::nullopt, absl::StrCat("window ", tour.window));
    }
    CheckTourTimes(day, tour, violations);
    CheckTourRides(day, tour, violations);
    Enter(tour, ledger);
  }
  violations.About(std::nullopt);
}

void CheckEachServedOnce(const Day& day, const Plan& plan, Ledger& ledger, Violations& violations) {
  for (const Unserved& unserved : plan.unserved) {
    if (Has(day.legs, unserved.leg)) {
      ++ledger.mentions[static_cast<std::size_t>(unserved.leg)];
    } else {
      violations.Add(Flaw::kUnknownThing, unserved.leg, "no such leg");
    }
  }
  for (std::size_t i = 0; i < day.legs.size(); ++i) {
    if (ledger.mentions[i] == 1) continue;
    violations.Add(Flaw::kNotServedOnce, LegIndex(static_cast<int>(i)),
                   absl::StrCat("the plan has it ", ledger.mentions[i], " times"));
  }
}

void CheckTrips(const Day& day, const Ledger& ledger, Violations& violations) {
  for (std::size_t i = 0; i < day.drivers.size(); ++i) {
    const std::optional<int>& most = day.drivers[i].max_trips;
    if (!most.has_value() || ledger.trips[i] <= *most) continue;
    violations.About(DriverIndex(static_cast<int>(i)));
    violations.Add(Flaw::kTooManyTrips, std::nullopt, absl::StrCat(ledger.trips[i], " trips"));
  }
  violations.About(std::nullopt);
}

// The mates of a pair may point at each other or one at the other; either way it counts once.
int SplitPairs(const Day& day, const Ledger& ledger) {
  std::set<std::pair<LegIndex, LegIndex>> split;
  for (std::size_t i = 0; i < day.legs.size(); ++i) {
    if (!day.legs[i].pair.has_value()) continue;
    const LegIndex one{static_cast<int>(i)};
    const LegIndex other = *day.legs[i].pair;
    const auto& first = At(ledger.carried_by, one);
    const auto& second = At(ledger.carried_by, other);
    if (first.has_value() && second.has_value() && *first != *second) {
      split.insert(std::minmax(one, other));
    }
  }
  return static_cast<int>(split.size());
}

PlanTotals Totals(const Day& day, const Plan& plan, const Ledger& ledger) {
  PlanTotals totals;
  for (std::size_t i = 0; i < day.legs.size(); ++i) {
    if (ledger.carried_by[i].has_value()) continue;
    ++totals.unserved;
    totals.broken_commitments += day.legs[i].committed_to.has_value() ? 1 : 0;
  }
  for (const Tour& tour : plan.tours) {
    for (std::size_t i = 1; i < tour.stops.size(); ++i) {
      totals.meters += day.roads.Between(tour.stops[i - 1].place, tour.stops[i].place).meters;
    }
  }
  totals.split_pairs = SplitPairs(day, ledger);
  for (std::size_t i = 0; i < day.drivers.size(); ++i) {
    const std::int64_t trips = day.drivers[i].recent_trips + ledger.trips[i];
    totals.unfairness += trips * trips;
  }
  return totals;
}

}  // namespace

std::vector<Violation> CheckPlan(const Day& day, const Plan& plan) {
  Violations violations;
  Ledger ledger(day);
  CheckTours(day, plan, ledger, violations);
  CheckEachServedOnce(day, plan, ledger, violations);
  CheckTrips(day, ledger, violations);
  if (violations.size() == 0 && !(Totals(day, plan, ledger) == plan.totals)) {
    violations.Add(Flaw::kWrongTotals, std::nullopt, "the totals are other");
  }
  return violations.Take();
}

}  // namespace entraide::matcher::dayplan
