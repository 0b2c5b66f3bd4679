// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/pooling.h"

#include <algorithm>
#include <array>

#include "matcher/engine/car.h"
#include "matcher/engine/kinds.h"

namespace entraide::matcher {
namespace {

constexpr absl::Duration kLongestDetour = absl::Minutes(15);
constexpr double kLongestDetourShare = 0.3;

// Somebody's ride: from its first pick-up to its last set-down.
struct Ride {
  CommuneIndex from{};
  CommuneIndex to{};
  Span window{};
};

absl::Duration LongestRide(const World& world, const Ride& ride) {
  const absl::Duration alone = world.RouteBetween(ride.from, ride.to).duration;
  return alone + std::min(kLongestDetour, alone * kLongestDetourShare);
}

// Picks `first` up, then `second`, and sets `down_first` down, then the other one; none if that
// breaks a window or makes a ride too long.
std::optional<double> MetersInOrder(const World& world, const Ride& first, const Ride& second,
                                    const Ride& down_first) {
  const Ride& down_last = &down_first == &first ? second : first;
  const Route to_second = world.RouteBetween(first.from, second.from);
  const Route together = world.RouteBetween(second.from, down_first.to);
  const Route to_last = world.RouteBetween(down_first.to, down_last.to);
  const absl::Time up_first = first.window.start;
  const absl::Time up_second = std::max(up_first + to_second.duration, second.window.start);
  const absl::Time down = up_second + together.duration;
  const absl::Time end = down + to_last.duration;
  const auto fits = [&](const Ride& ride) {
    const absl::Time up = &ride == &first ? up_first : up_second;
    const absl::Time off = &ride == &down_first ? down : end;
    return off <= ride.window.end && off - up <= LongestRide(world, ride);
  };
  if (!fits(first) || !fits(second)) return std::nullopt;
  return together.distance_meters;
}

std::optional<Ride> RideOf(const Need& need) {
  const bool one_way = need.spans.size() == 1 && need.dropoff.has_value();
  if (!one_way || FamilyOf(need.kind) != Family::kRides || !need.sharing_ok) return std::nullopt;
  return Ride{PickupOf(need), *need.dropoff, need.spans.front()};
}

std::optional<Ride> RideOf(const Commitment& agreed) {
  if (!agreed.shareable.has_value() || !agreed.from.has_value() || !agreed.to.has_value()) {
    return std::nullopt;
  }
  return Ride{*agreed.from, *agreed.to, agreed.span};
}

bool HaveRoom(const Trial& trial, const Commitment& agreed) {
  return trial.volunteer != nullptr && trial.volunteer->car.has_value() &&
         HasRoomFor(*trial.volunteer->car, LoadOf(trial.need) + *agreed.shareable);
}

}  // namespace

std::optional<double> MetersTogether(const Trial& trial, const Commitment& agreed) {
  const std::optional<Ride> asked = RideOf(trial.need);
  const std::optional<Ride> other = RideOf(agreed);
  if (!asked.has_value() || !other.has_value() || !HaveRoom(trial, agreed)) return std::nullopt;
  const World& world = trial.world;
  const std::array orders = {
      MetersInOrder(world, *asked, *other, *asked), MetersInOrder(world, *asked, *other, *other),
      MetersInOrder(world, *other, *asked, *asked), MetersInOrder(world, *other, *asked, *other)};
  return *std::max_element(orders.begin(), orders.end());
}

}  // namespace entraide::matcher
