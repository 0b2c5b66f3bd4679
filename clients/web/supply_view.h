// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "clients/web/view.h"
#include "entraide/coverage/v1/coverage_service.pb.h"

namespace entraide::web {

// What is served where: totals by kind with the gaps first, the table of communes, and its map.
// With one kind in `supply` the table tells who serves it and how far; with several, which kinds
// nobody or only one organization serves.
void AddSupply(const coverage::v1::GetSupplyResponse& supply, View& view);

// The same as lines of CSV, one per commune and kind, UTF-8 with a byte order mark and semicolons,
// as spreadsheets in French expect.
std::string SupplyCsv(const coverage::v1::GetSupplyResponse& supply);

}  // namespace entraide::web
