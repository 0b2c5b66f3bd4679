// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// What people read of an offer and of whoever gives it; the engine does without.
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

// The territory at one instant: what matching computes on, and what people read of it. Immutable.
struct View {
  World world;
  absl::flat_hash_map<std::string, Card> cards{};         // By the offer's name.
  absl::flat_hash_map<std::string, std::string> epcis{};  // SIREN to display name.
};

}  // namespace entraide::matcher
