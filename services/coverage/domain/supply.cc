// SPDX-License-Identifier: EUPL-1.2
#include "services/coverage/domain/supply.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>
#include <utility>

#include "matcher/engine/supply.h"

namespace entraide::coverage {
namespace {

KindSupply SupplyIn(const matcher::World& world, absl::string_view kind,
                    matcher::CommuneIndex commune, absl::Time now) {
  const auto offers = matcher::OffersServing(world, kind, commune, now);
  std::set<matcher::OrganizationId> organizations;
  for (const matcher::Offer* offer : offers) organizations.insert(offer->organization);
  KindSupply supply{.offer_count = static_cast<int>(offers.size()),
                    .organization_count = static_cast<int>(organizations.size())};
  if (const auto nearest = matcher::NearestServing(world, kind, commune, now)) {
    supply.nearest = nearest->travel;
  }
  if (const auto nearest = matcher::NearestAtAll(world, kind, commune, now)) {
    supply.nearest_any = nearest->travel;
  }
  return supply;
}

// People whom nobody serves, once per kind; then people whom one organization alone serves.
std::pair<std::int64_t, std::int64_t> GapRank(const matcher::World& world,
                                              const CommuneSupply& supply) {
  const std::int64_t population = world.communes()[supply.commune].population;
  return {population * supply.gap_count, population * supply.fragile_count};
}

void Count(const KindSupply& supply, int population, CommuneSupply& commune, KindSummary& kind) {
  if (supply.organization_count == 0) {
    ++commune.gap_count;
    ++kind.gap_commune_count;
    kind.gap_population += population;
  } else if (supply.organization_count == 1) {
    ++commune.fragile_count;
    ++kind.fragile_commune_count;
  }
}

}  // namespace

Supply SupplyOf(const matcher::World& world, absl::string_view epci_siren,
                absl::Span<const std::string> kinds, absl::Time now) {
  Supply supply;
  for (const std::string& kind : kinds) supply.summaries.push_back({.kind = kind});
  for (const matcher::CommuneIndex index : world.communes().Indices()) {
    const matcher::Commune& commune = world.communes()[index];
    if (commune.epci_siren != epci_siren) continue;
    CommuneSupply row{.commune = index};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      row.supplies.push_back(SupplyIn(world, kinds[i], index, now));
      Count(row.supplies.back(), commune.population, row, supply.summaries[i]);
    }
    supply.communes.push_back(std::move(row));
  }
  std::sort(supply.communes.begin(), supply.communes.end(),
            [&](const CommuneSupply& a, const CommuneSupply& b) {
              const auto rank_a = GapRank(world, a);
              const auto rank_b = GapRank(world, b);
              return std::tie(rank_b, world.communes()[a.commune].display_name) <
                     std::tie(rank_a, world.communes()[b.commune].display_name);
            });
  return supply;
}

}  // namespace entraide::coverage
