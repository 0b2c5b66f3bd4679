// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/kinds.h"

#include "absl/algorithm/container.h"
#include "proto/vocabulary/words.h"

namespace entraide::matcher {

Family FamilyOf(absl::string_view kind) {
  return vocabulary::FamilyOf(kind).value_or(Family::kShownOnly);
}

const std::vector<std::string>& RequestableKinds() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const Family family : {Family::kRides, Family::kGarage, Family::kHomeHelp}) {
      for (const absl::string_view name : vocabulary::KindsOf(family)) names.emplace_back(name);
    }
    return names;
  }();
  return kNames;
}

bool IsComfort(absl::string_view need) {
  return absl::c_linear_search(vocabulary::kComfortNeeds, need);
}

}  // namespace entraide::matcher
