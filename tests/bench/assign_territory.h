// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include "matcher/assign/problem.h"

namespace entraide::bench {

// Open requests and capacities of a synthetic country: communes in clusters and between, places
// with a home, kinds, hours, accommodations, a reach of 10 to 30 minutes and one to three seats;
// requests with a commune, a kind, an hour and sometimes an accommodation.
struct TerritoryShape {
  std::int32_t requests = 100'000;
  double seats_per_request = 1;
  std::uint64_t seed = 1;

  // What a choice costs: hundredths of a minute and a preference worth up to 20 minutes, so that
  // ties are rare; or whole minutes, where ties are the rule, and places that charge load.
  enum class Costs { kFine, kWholeMinutesAndLoad } costs = Costs::kFine;
};

// Each request with its 20 cheapest choices, if as many can serve it. Ids follow the map, so that
// what is near is near in memory, for whichever solver.
matcher::assign::Problem MakeTerritory(const TerritoryShape& shape);

}  // namespace entraide::bench
