// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace entraide::matcher {

// What people read of an offer and of whoever gives it. It hangs on the offer, so that whoever sees
// a version of the territory reads what belongs to it.
struct Card {
  std::string display_name{};
  std::string organization{};  // `organizations/{organization}`
  std::string organization_display_name{};
  std::string organization_phone{};
  std::string organization_commune{};  // INSEE code of where it stands.
  std::string external_url{};
  std::vector<std::string> price_texts{};  // In French: "35,00 € de l'heure (main-d'œuvre)".
  bool demo = false;
};

}  // namespace entraide::matcher
