// SPDX-License-Identifier: EUPL-1.2
#include "clients/cpp/kinds.h"

#include "proto/vocabulary/kinds.h"

namespace entraide::clients {

using vocabulary::Family;

std::optional<Trade> TradeOfKind(absl::string_view kind) {
  const std::optional<Family> family = vocabulary::FamilyOf(kind);
  if (!family.has_value()) return std::nullopt;
  switch (*family) {
    case Family::kRides:
      return Trade::kRides;
    case Family::kGarage:
      return Trade::kGarage;
    case Family::kHomeHelp:
      return Trade::kHomeHelp;
    case Family::kVolunteers:
    case Family::kShownOnly:
      break;
  }
  return std::nullopt;
}

}  // namespace entraide::clients
