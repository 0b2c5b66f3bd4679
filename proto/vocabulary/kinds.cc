// SPDX-License-Identifier: EUPL-1.2
#include "proto/vocabulary/kinds.h"

namespace entraide::vocabulary {
namespace {

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
    {"mission", Family::kVolunteers},
    {"vehicle-sale", Family::kShownOnly},
    {"driving-school", Family::kShownOnly},
    {"mobility-funding", Family::kShownOnly},
    {"reuse", Family::kShownOnly},
};

}  // namespace

absl::Span<const Kind> Kinds() { return kKinds; }

std::vector<absl::string_view> KindsOf(Family family) {
  std::vector<absl::string_view> names;
  for (const Kind& kind : kKinds) {
    if (kind.family == family) names.push_back(kind.name);
  }
  return names;
}

std::optional<Family> FamilyOf(absl::string_view kind) {
  for (const Kind& known : kKinds) {
    if (known.name == kind) return known.family;
  }
  return std::nullopt;
}

}  // namespace entraide::vocabulary
