// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "entraide/directory/v1/watch_offers.pb.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/travel_table.h"

namespace entraide::matcher {

// Ways by the commune where they begin, as a directory stream has told them so far.
using RoadTimesByCommune = std::map<std::string, directory::v1::RoadTimesFrom>;

void Apply(const directory::v1::RoadTimes& step, RoadTimesByCommune& told);

// Ways whose communes `communes` does not know are left out: their import is on its way.
std::vector<RoadTime> ToRoadTimes(const RoadTimesByCommune& told, const Communes& communes);

}  // namespace entraide::matcher
