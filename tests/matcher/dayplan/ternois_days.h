// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "matcher/dayplan/day.h"

namespace entraide::matcher::dayplan {

struct Village {
  int population = 0;
  double latitude_deg = 0;
  double longitude_deg = 0;
};

// The communes of a communes.csv; empty where it cannot be read.
std::vector<Village> ReadVillages(const std::string& path);

// Great circle and a detour, at a country road's speed, a few minutes inside a commune.
Roads RoadsBetween(const std::vector<Village>& villages);

// A day as the associations of a territory may have it, drawn from a seed: residents of everywhere
// go to the towns, to be there on time, and back; volunteers have mornings, afternoons and limits.
// Some want to be alone, some sit in a wheelchair, some rides are agreed upon already.
Day DrawDay(const std::vector<Village>& villages, const Roads& roads, int legs, std::uint64_t seed);

}  // namespace entraide::matcher::dayplan
