// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstdint>

#include "matcher/dayplan/search/model.h"
#include "matcher/dayplan/search/timing.h"

namespace entraide::matcher::dayplan {
namespace {

// The windows of a leg imply each other through the direct way and the longest ride.
void Tighten(Node& pickup, Node& dropoff, std::int32_t direct, std::int32_t longest) {
  const std::int32_t shortest = pickup.service + direct;
  pickup.latest = std::min(pickup.latest, dropoff.latest - shortest);
  dropoff.earliest = std::max(dropoff.earliest, pickup.earliest + shortest);
  if (longest == kUnlimited) return;
  pickup.earliest = std::max(pickup.earliest, dropoff.earliest - longest - pickup.service);
  dropoff.latest = std::min(dropoff.latest, pickup.latest + pickup.service + longest);
}

std::int32_t LongestShared(const Day& day, const Leg& leg, std::int32_t direct) {
  const std::int32_t own = leg.max_ride_seconds.value_or(kUnlimited);
  if (!day.pooling.has_value() || leg.sharing == Sharing::kAlone) return own;
  const std::int64_t percent = std::int64_t{direct} * day.pooling->max_extra_percent / 100;
  const std::int64_t extra = std::min<std::int64_t>(percent, day.pooling->max_extra_seconds);
  return static_cast<std::int32_t>(std::min<std::int64_t>(own, direct + extra));
}

Node NodeOf(PlaceIndex place, const Window& window, int service) {
  return {.place = static_cast<int>(place),
          .earliest = window.earliest,
          .latest = window.latest,
          .service = service};
}

// Home, the leg and home again, and nothing else.
bool FitsAlone(const Model& model, int leg, const Shift& shift) {
  const Node& pickup = model.nodes[static_cast<std::size_t>(PickupOf(leg))];
  const Node& dropoff = model.nodes[static_cast<std::size_t>(DropoffOf(leg))];
  const std::int32_t longest = model.facts[static_cast<std::size_t>(leg)].longest_alone;
  const bool is_limited = longest != kUnlimited;
  const bool is_away_limited = shift.longest_away != kUnlimited;
  std::vector<TimedStop> stops = {
      {.earliest = shift.from,
       .latest = shift.until,
       .seconds_next = model.Between(shift.place, pickup.place).seconds},
      {.earliest = pickup.earliest,
       .latest = pickup.latest,
       .service = pickup.service,
       .seconds_next = model.Between(pickup.place, dropoff.place).seconds},
      {.earliest = dropoff.earliest,
       .latest = dropoff.latest,
       .service = dropoff.service,
       .seconds_next = model.Between(dropoff.place, shift.place).seconds,
       .since = is_limited ? 1 : -1,
       .longest = longest},
      {.earliest = shift.from,
       .latest = shift.until,
       .since = is_away_limited ? 0 : -1,
       .longest = shift.longest_away}};
  return SettleEarliest(stops);
}

}  // namespace

void Model::ReadLegs(const Day& day) {
  facts.resize(day.legs.size());
  for (int i = 0; i < static_cast<int>(day.legs.size()); ++i) {
    const Leg& leg = day.legs[static_cast<std::size_t>(i)];
    LegFacts& fact = facts[static_cast<std::size_t>(i)];
    const std::int32_t direct = day.roads.Between(leg.pickup, leg.dropoff).seconds;
    Node pickup = NodeOf(leg.pickup, leg.pickup_window, leg.boarding_seconds);
    Node dropoff = NodeOf(leg.dropoff, leg.dropoff_window, leg.alighting_seconds);
    fact.longest_alone = leg.max_ride_seconds.value_or(kUnlimited);
    fact.longest_shared = LongestShared(day, leg, direct);
    Tighten(pickup, dropoff, direct, fact.longest_alone);
    is_impossible_.push_back(direct > fact.longest_alone || pickup.earliest > pickup.latest ||
                             dropoff.earliest > dropoff.latest);
    fact.demand = Room::Of(static_cast<std::uint64_t>(leg.seats),
                           static_cast<std::uint64_t>(leg.wheelchair_places),
                           leg.sharing == Sharing::kAlone ? Room::kAlone : 1);
    fact.is_committed = leg.committed_to.has_value();
    fact.slack = dropoff.latest - pickup.earliest;
    has_limits |= fact.longest_shared != kUnlimited;
    nodes.push_back(pickup);
    nodes.push_back(dropoff);
    if (!leg.pair.has_value() || static_cast<int>(*leg.pair) == i) continue;
    const auto mate = static_cast<std::size_t>(*leg.pair);
    std::vector<int>& mates = fact.mates;
    if (std::find(mates.begin(), mates.end(), static_cast<int>(mate)) != mates.end()) continue;
    mates.push_back(static_cast<int>(mate));
    facts[mate].mates.push_back(i);
  }
}

void Model::ReadRefusals(const Day& day) {
  refusals_.resize(facts.size() * shifts.size());
  std::vector<int> example(static_cast<std::size_t>(kinds), -1);
  for (int s = 0; s < shift_count(); ++s) {
    const Shift& shift = shifts[static_cast<std::size_t>(s)];
    int& alike = example[static_cast<std::size_t>(shift.kind)];
    for (int leg = 0; leg < legs(); ++leg) {
      refusals_[Cell(leg, s)] = alike >= 0 ? refusals_[Cell(leg, alike)] : Refusal(day, leg, shift);
    }
    if (alike < 0) alike = s;
  }
  for (int leg = 0; leg < legs(); ++leg) {
    const std::int32_t pickup = nodes[static_cast<std::size_t>(PickupOf(leg))].place;
    std::int32_t nearest = kUnlimited;
    for (int s = 0; s < shift_count(); ++s) {
      if (!Suits(leg, s)) continue;
      nearest =
          std::min(nearest, Between(shifts[static_cast<std::size_t>(s)].place, pickup).meters);
    }
    facts[static_cast<std::size_t>(leg)].remote = nearest;
  }
}

std::optional<Reason> Model::Refusal(const Day& day, int leg, const Shift& shift) const {
  const Leg& wish = day.legs[static_cast<std::size_t>(leg)];
  const Driver& driver = day.drivers[static_cast<std::size_t>(shift.driver)];
  if (is_impossible_[static_cast<std::size_t>(leg)]) return Reason::kTimesImpossible;
  if (!FitsAlone(*this, leg, shift)) return Reason::kClosedThen;
  if (!shift.room.Holds({}, facts[static_cast<std::size_t>(leg)].demand)) return Reason::kNoSeat;
  const std::int64_t meters = std::int64_t{day.roads.Between(driver.home, wish.pickup).meters} +
                              day.roads.Between(wish.pickup, wish.dropoff).meters +
                              day.roads.Between(wish.dropoff, driver.home).meters;
  if (meters > driver.max_meters_per_trip.value_or(kUnlimited)) return Reason::kLimitReached;
  if (driver.max_trips == 0) return Reason::kLimitReached;
  const DriverIndex index{shift.driver};
  const auto& excluded = wish.excluded;
  const bool is_excluded = std::find(excluded.begin(), excluded.end(), index) != excluded.end();
  if (is_excluded || wish.committed_to.value_or(index) != index) return Reason::kExcluded;
  return std::nullopt;
}

}  // namespace entraide::matcher::dayplan
