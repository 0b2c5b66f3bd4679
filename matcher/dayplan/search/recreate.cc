// SPDX-License-Identifier: EUPL-1.2
#include "matcher/dayplan/search/recreate.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <tuple>
#include <utility>

namespace entraide::matcher::dayplan {
namespace {

constexpr double kBlink = 0.01;

}  // namespace

Recreate::Recreate(const Model& model, TourMath& math)
    : model_(model), math_(math), known_(model.facts.size() * model.shifts.size()) {}

void Recreate::Build(Draft& draft) {
  std::vector<int> legs = draft.TakeUnserved();
  std::stable_sort(legs.begin(), legs.end(), [this](int a, int b) {
    const LegFacts& first = model_.facts[static_cast<std::size_t>(a)];
    const LegFacts& second = model_.facts[static_cast<std::size_t>(b)];
    return std::tie(first.is_committed, first.remote) >
           std::tie(second.is_committed, second.remote);
  });
  PutIn(draft, legs, nullptr);
}

void Recreate::Rebuild(Draft& draft, Dice& dice) {
  std::vector<int> legs = draft.TakeUnserved();
  Sort(legs, dice);
  PutIn(draft, legs, &dice);
}

// Random, the least flexible, the most remote or the earliest first. Shuffled before, so that ties
// are broken anew.
void Recreate::Sort(std::vector<int>& legs, Dice& dice) const {
  for (int i = static_cast<int>(legs.size()) - 1; i > 0; --i) {
    std::swap(legs[static_cast<std::size_t>(i)], legs[static_cast<std::size_t>(dice.Throw(i + 1))]);
  }
  const auto fact = [this](int leg) -> const LegFacts& {
    return model_.facts[static_cast<std::size_t>(leg)];
  };
  const auto earliest = [this](int leg) {
    return model_.nodes[static_cast<std::size_t>(PickupOf(leg))].earliest;
  };
  const int kind = dice.Throw(11);
  if (kind < 4) return;
  std::stable_sort(legs.begin(), legs.end(), [&](int a, int b) {
    if (kind < 8) return fact(a).slack < fact(b).slack;
    if (kind < 10) return fact(a).remote > fact(b).remote;
    return earliest(a) < earliest(b);
  });
}

void Recreate::PutIn(Draft& draft, const std::vector<int>& legs, Dice* blinks) {
  for (const int leg : legs) {
    const Choice choice = Choose(draft, leg, blinks);
    if (choice.shift < 0) {
      draft.LeaveUnserved(leg);
    } else {
      draft.PutIn(leg, choice.shift, choice.spot);
    }
  }
}

// Least driving, then the driver with the fewest trips, then the first.
Recreate::Choice Recreate::Choose(Draft& draft, int leg, Dice* blinks) {
  const bool has_mates = !model_.facts[static_cast<std::size_t>(leg)].mates.empty();
  Choice choice;
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (const int shift : draft.OpenShifts()) {
    const Spot& spot = SpotIn(draft, leg, shift);
    if (spot.meters == kUnlimited) continue;
    const int driver = model_.shifts[static_cast<std::size_t>(shift)].driver;
    const std::int64_t split = has_mates ? draft.SplitMeters(leg, driver) : 0;
    const std::int64_t cost =
        (spot.meters + split) * kCostOfMeter + 2 * std::int64_t{draft.trips_of(driver)} + 1;
    if (cost >= least || !draft.HasTripLeft(driver)) continue;
    if (blinks != nullptr && blinks->Share() < kBlink) continue;
    least = cost;
    choice = {shift, spot};
  }
  return choice;
}

const Spot& Recreate::SpotIn(const Draft& draft, int leg, int shift) {
  Known& known = known_[static_cast<std::size_t>(leg) * model_.shifts.size() +
                        static_cast<std::size_t>(shift)];
  const TourDraft& tour = draft.tour(shift);
  if (known.version == tour.version) return known.spot;
  known.version = tour.version;
  known.spot = model_.Suits(leg, shift) ? math_.BestSpot(shift, tour, leg) : Spot();
  return known.spot;
}

}  // namespace entraide::matcher::dayplan
