// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/kinds.h"

#include "absl/algorithm/container.h"

namespace entraide::web {

using clients::Trade;

const std::vector<KindGroup>& KindGroups() {
  static const auto& groups = *new std::vector<KindGroup>{
      {"rides", Trade::kRides, {"volunteer-ride", "shared-ride", "on-demand-transit"}},
      {"garage",
       Trade::kGarage,
       {"repair", "vehicle-loan", "self-repair", "vehicle-check", "parts", "mobility-advice"}},
      {"homehelp",
       Trade::kHomeHelp,
       {"housework", "shopping", "meal", "gardening", "small-works", "visit", "personal-care",
        "childcare", "admin-help", "digital-help"}}};
  return groups;
}

std::optional<Trade> TradeOfKind(absl::string_view kind) {
  for (const KindGroup& group : KindGroups()) {
    if (absl::c_linear_search(group.kinds, kind)) return group.trade;
  }
  return std::nullopt;
}

}  // namespace entraide::web
