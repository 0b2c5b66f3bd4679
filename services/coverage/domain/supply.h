// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "matcher/engine/world.h"

namespace entraide::coverage {

// What serves one commune with one kind. Supply only: nothing here counts residents' requests.
struct KindSupply {
  int offer_count = 0;                          // Open offers whose zone holds the commune.
  int organization_count = 0;                   // Behind them: 0 is a gap, 1 is fragile.
  std::optional<absl::Duration> nearest{};      // To the nearest that serves it.
  std::optional<absl::Duration> nearest_any{};  // To the nearest at all.
};

struct CommuneSupply {
  matcher::CommuneIndex commune{};
  std::vector<KindSupply> supplies{};  // One per kind asked.
  int gap_count = 0;                   // Kinds that nobody serves.
  int fragile_count = 0;               // Kinds that one organization alone serves.
};

struct KindSummary {
  std::string kind{};
  int gap_commune_count = 0;
  int fragile_commune_count = 0;
  int gap_population = 0;  // Persons who live in communes that nobody serves.
};

struct Supply {
  std::vector<CommuneSupply> communes{};  // The widest gap first.
  std::vector<KindSummary> summaries{};   // One per kind asked.
};

// The supply of an EPCI's communes at `now`; no communes if the world knows none of it. Communes
// are ordered by population x severity summed over kinds, severity being 1 for a gap and 0.5 for a
// fragile kind, then by name.
Supply SupplyOf(const matcher::World& world, absl::string_view epci_siren,
                absl::Span<const std::string> kinds, absl::Time now);

}  // namespace entraide::coverage
