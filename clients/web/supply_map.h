// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clients/web/view.h"
#include "entraide/coverage/v1/coverage_service.pb.h"

namespace entraide::web {

// The map of a territory: one cell for each commune, drawn from positions, with its level of
// supply as pattern and as words, and the names of the largest communes.
View SupplyMap(const coverage::v1::GetSupplyResponse& supply);

// "gap", "fragile" or "served" for one kind; by thirds of the kinds that nobody serves for several.
std::string LevelOf(const coverage::v1::CommuneSupply& commune);

}  // namespace entraide::web
