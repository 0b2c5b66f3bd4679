// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/kinds.h"

namespace entraide::web {

const std::vector<KindGroup>& KindGroups() {
  static const auto& groups = *new std::vector<KindGroup>{
      {"rides", {"volunteer-ride", "shared-ride", "on-demand-transit"}},
      {"garage",
       {"repair", "vehicle-loan", "self-repair", "vehicle-check", "parts", "mobility-advice"}},
      {"homehelp",
       {"housework", "shopping", "meal", "gardening", "small-works", "visit", "personal-care",
        "childcare", "admin-help", "digital-help"}}};
  return groups;
}

}  // namespace entraide::web
