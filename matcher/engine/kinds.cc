// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/kinds.h"

#include <algorithm>
#include <iterator>

namespace entraide::matcher {
namespace {

struct Kind {
  absl::string_view name{};
  Family family = Family::kOther;
};

constexpr Kind kKinds[] = {
    {"volunteer-ride", Family::kRides},
    {"shared-ride", Family::kRides},
    {"on-demand-transit", Family::kRides},
    {"repair", Family::kGarage},
    {"self-repair", Family::kGarage},
    {"vehicle-loan", Family::kGarage},
    {"vehicle-check", Family::kGarage},
    {"mobility-advice", Family::kGarage},
    {"parts", Family::kGarage},
    {"housework", Family::kHomeHelp},
    {"gardening", Family::kHomeHelp},
    {"small-works", Family::kHomeHelp},
    {"shopping", Family::kHomeHelp},
    {"meal", Family::kHomeHelp},
    {"visit", Family::kHomeHelp},
    {"admin-help", Family::kHomeHelp},
    {"digital-help", Family::kHomeHelp},
    {"childcare", Family::kHomeHelp},
    {"personal-care", Family::kHomeHelp},
    {"mission", Family::kMissions},
};

constexpr absl::string_view kComforts[] = {
    "arm-to-door", "hearing",    "sight",       "memory",        "luggage",
    "walker",      "smoke-free", "same-gender", "shopping-help",
};

}  // namespace

Family FamilyOf(absl::string_view kind) {
  const auto* const found = std::find_if(std::begin(kKinds), std::end(kKinds),
                                         [&](const Kind& known) { return known.name == kind; });
  return found == std::end(kKinds) ? Family::kOther : found->family;
}

const std::vector<std::string>& RequestableKinds() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const Kind& kind : kKinds) {
      if (kind.family != Family::kMissions) names.emplace_back(kind.name);
    }
    return names;
  }();
  return kNames;
}

bool IsComfort(absl::string_view need) {
  return std::find(std::begin(kComforts), std::end(kComforts), need) != std::end(kComforts);
}

}  // namespace entraide::matcher
