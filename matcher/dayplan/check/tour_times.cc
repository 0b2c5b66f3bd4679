// SPDX-License-Identifier: EUPL-1.2
#include "absl/strings/str_cat.h"
#include "matcher/dayplan/check/tour_check.h"

namespace entraide::matcher::dayplan {
namespace {

bool IsHome(const Stop& stop) {
  return stop.kind == StopKind::kLeaveHome || stop.kind == StopKind::kComeHome;
}

bool IsKnown(const Day& day, const Stop& stop) {
  if (static_cast<int>(stop.place) < 0) return false;
  if (static_cast<int>(stop.place) >= day.roads.places()) return false;
  return IsHome(stop) ? !stop.leg.has_value() : stop.leg.has_value() && Has(day.legs, *stop.leg);
}

PlaceIndex WantedPlace(const Day& day, const Tour& tour, const Stop& stop) {
  if (IsHome(stop)) return At(day.drivers, tour.driver).home;
  const Leg& leg = At(day.legs, *stop.leg);
  return stop.kind == StopKind::kPickup ? leg.pickup : leg.dropoff;
}

int ServiceSeconds(const Day& day, const Stop& stop) {
  if (IsHome(stop)) return 0;
  const Leg& leg = At(day.legs, *stop.leg);
  return stop.kind == StopKind::kPickup ? leg.boarding_seconds : leg.alighting_seconds;
}

void CheckStop(const Day& day, const Tour& tour, const Stop& stop, Violations& violations) {
  if (stop.place != WantedPlace(day, tour, stop)) {
    violations.Add(Flaw::kWrongPlace, stop.leg,
                   absl::StrCat("stops at place ", static_cast<int>(stop.place)));
  }
  if (stop.begin < stop.arrive || stop.leave != stop.begin + ServiceSeconds(day, stop)) {
    violations.Add(
        Flaw::kTimesInDisorder, stop.leg,
        absl::StrCat("arrives ", stop.arrive, ", begins ", stop.begin, ", leaves ", stop.leave));
  }
  if (IsHome(stop)) return;
  const Leg& leg = At(day.legs, *stop.leg);
  const Window& window = stop.kind == StopKind::kPickup ? leg.pickup_window : leg.dropoff_window;
  if (stop.begin < window.earliest || stop.begin > window.latest) {
    violations.Add(Flaw::kOutsideWindow, stop.leg,
                   absl::StrCat(stop.begin, " is not in ", window.earliest, "-", window.latest));
  }
}

void CheckRoad(const Day& day, const Stop& from, const Stop& to, Violations& violations) {
  const Road& road = day.roads.Between(from.place, to.place);
  if (to.arrive != from.leave + road.seconds) {
    violations.Add(
        Flaw::kTimesInDisorder, to.leg,
        absl::StrCat("leaves ", from.leave, ", drives ", road.seconds, ", arrives ", to.arrive));
  }
  if (to.meters != road.meters) {
    violations.Add(Flaw::kWrongMeters, to.leg,
                   absl::StrCat("drives ", road.meters, " m, told as ", to.meters));
  }
}

void CheckAvailability(const Day& day, const Tour& tour, Violations& violations) {
  const Driver& driver = At(day.drivers, tour.driver);
  const Window& window = At(driver.availability, tour.window);
  const int from = tour.stops.front().leave;
  const int until = tour.stops.back().arrive;
  if (from < window.earliest || until > window.latest) {
    violations.Add(Flaw::kOutsideAvailability, std::nullopt,
                   absl::StrCat("away ", from, "-", until, ", available ", window.earliest, "-",
                                window.latest));
  }
  if (driver.max_away_seconds.has_value() && until - from > *driver.max_away_seconds) {
    violations.Add(Flaw::kAwayTooLong, std::nullopt, absl::StrCat("away ", until - from, " s"));
  }
}

void CheckSums(const Day& day, const Tour& tour, Violations& violations) {
  TourTimes times;
  int meters = tour.stops.front().meters;
  int aboard = 0;
  for (std::size_t i = 1; i < tour.stops.size(); ++i) {
    const Stop& stop = tour.stops[i];
    const int seconds = day.roads.Between(tour.stops[i - 1].place, stop.place).seconds;
    const bool is_last = i + 1 == tour.stops.size();
    (i == 1       ? times.approach_seconds
     : is_last    ? times.return_seconds
     : aboard > 0 ? times.loaded_seconds
                  : times.empty_seconds) += seconds;
    times.waiting_seconds += stop.begin - stop.arrive;
    times.service_seconds += ServiceSeconds(day, stop);
    meters += stop.meters;
    aboard += stop.kind == StopKind::kPickup ? 1 : -1;
  }
  if (!(times == tour.times)) {
    violations.Add(Flaw::kWrongTimes, std::nullopt, "approach, loaded, empty... are other");
  }
  if (meters != tour.meters) {
    violations.Add(Flaw::kWrongMeters, std::nullopt,
                   absl::StrCat("stops add up to ", meters, " m, told as ", tour.meters));
  }
}

}  // namespace

bool TourMakesSense(const Day& day, const Tour& tour, Violations& violations) {
  if (!Has(day.drivers, tour.driver) ||
      !Has(At(day.drivers, tour.driver).availability, tour.window)) {
    violations.Add(Flaw::kUnknownThing, std::nullopt, "no such driver or window");
    return false;
  }
  const std::size_t before = violations.size();
  for (const Stop& stop : tour.stops) {
    if (!IsKnown(day, stop)) violations.Add(Flaw::kUnknownThing, stop.leg, "no such leg or place");
  }
  bool is_home_to_home = tour.stops.size() >= 4;  // One leg at least.
  for (std::size_t i = 0; i < tour.stops.size(); ++i) {
    const bool is_first = i == 0;
    const bool is_last = i + 1 == tour.stops.size();
    is_home_to_home &= is_first == (tour.stops[i].kind == StopKind::kLeaveHome);
    is_home_to_home &= is_last == (tour.stops[i].kind == StopKind::kComeHome);
  }
  if (!is_home_to_home) violations.Add(Flaw::kNotHomeToHome, std::nullopt, "not home to home");
  return violations.size() == before;
}

void CheckTourTimes(const Day& day, const Tour& tour, Violations& violations) {
  for (const Stop& stop : tour.stops) CheckStop(day, tour, stop, violations);
  for (std::size_t i = 1; i < tour.stops.size(); ++i) {
    CheckRoad(day, tour.stops[i - 1], tour.stops[i], violations);
  }
  CheckAvailability(day, tour, violations);
  CheckSums(day, tour, violations);
}

}  // namespace entraide::matcher::dayplan
