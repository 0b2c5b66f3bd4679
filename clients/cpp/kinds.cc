// SPDX-License-Identifier: EUPL-1.2
#include "clients/cpp/kinds.h"

namespace entraide::clients {
namespace {

constexpr Kind kKinds[] = {
    {"volunteer-ride", Trade::kRides},
    {"shared-ride", Trade::kRides},
    {"on-demand-transit", Trade::kRides},
    {"repair", Trade::kGarage},
    {"self-repair", Trade::kGarage},
    {"vehicle-loan", Trade::kGarage},
    {"vehicle-check", Trade::kGarage},
    {"mobility-advice", Trade::kGarage},
    {"parts", Trade::kGarage},
    {"housework", Trade::kHomeHelp},
    {"gardening", Trade::kHomeHelp},
    {"small-works", Trade::kHomeHelp},
    {"shopping", Trade::kHomeHelp},
    {"meal", Trade::kHomeHelp},
    {"visit", Trade::kHomeHelp},
    {"admin-help", Trade::kHomeHelp},
    {"digital-help", Trade::kHomeHelp},
    {"childcare", Trade::kHomeHelp},
    {"personal-care", Trade::kHomeHelp},
};

}  // namespace

absl::Span<const Kind> Kinds() { return kKinds; }

std::optional<Trade> TradeOfKind(absl::string_view kind) {
  for (const Kind& known : kKinds) {
    if (known.name == kind) return known.trade;
  }
  return std::nullopt;
}

}  // namespace entraide::clients
