// SPDX-License-Identifier: EUPL-1.2
#include "services/coverage/convert.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "matcher/engine/kinds.h"
#include "services/platform/base/violations.h"

namespace entraide::coverage {
namespace {

constexpr std::size_t kSirenDigits = 9;
constexpr int kMostKinds = 50;

int MinutesOf(absl::Duration duration) {
  return static_cast<int>(absl::ToInt64Minutes(duration + absl::Seconds(30)));
}

v1::KindSupply ToProto(const KindSupply& supply) {
  v1::KindSupply proto;
  proto.set_offer_count(supply.offer_count);
  proto.set_organization_count(supply.organization_count);
  if (supply.nearest.has_value()) proto.set_nearest_minutes(MinutesOf(*supply.nearest));
  if (supply.nearest_any.has_value()) {
    proto.set_nearest_any_minutes(MinutesOf(*supply.nearest_any));
  }
  return proto;
}

v1::CommuneSupply ToProto(const CommuneSupply& supply, const matcher::Commune& commune) {
  v1::CommuneSupply proto;
  proto.set_commune(commune.insee_code);
  proto.set_display_name(commune.display_name);
  proto.set_population(commune.population);
  proto.set_latitude_deg(commune.latitude_deg);
  proto.set_longitude_deg(commune.longitude_deg);
  for (const KindSupply& kind : supply.supplies) *proto.add_supplies() = ToProto(kind);
  proto.set_gap_count(supply.gap_count);
  proto.set_fragile_count(supply.fragile_count);
  return proto;
}

}  // namespace

absl::Status Check(const v1::GetSupplyRequest& request) {
  Violations violations;
  if (request.epci_siren().size() != kSirenDigits ||
      !absl::c_all_of(request.epci_siren(), absl::ascii_isdigit)) {
    violations.Add("epci_siren", "MALFORMED", "SIREN of an EPCI, nine digits");
  }
  if (request.kinds_size() > kMostKinds) {
    violations.Add("kinds", "TOO_LONG", absl::StrCat("at most ", kMostKinds));
  }
  for (int i = 0; i < request.kinds_size(); ++i) {
    if (!absl::c_linear_search(matcher::RequestableKinds(), request.kinds(i))) {
      violations.Add(absl::StrCat("kinds[", i, "]"), "UNKNOWN_VALUE", "a kind one may ask for");
    }
  }
  return violations.ToStatus();
}

v1::GetSupplyResponse ToProto(const Supply& supply, const matcher::World& world) {
  v1::GetSupplyResponse proto;
  for (const CommuneSupply& row : supply.communes) {
    *proto.add_communes() = ToProto(row, world.communes()[row.commune]);
  }
  for (const KindSummary& summary : supply.summaries) {
    proto.add_kinds(summary.kind);
    v1::KindSummary* to = proto.add_summaries();
    to->set_kind(summary.kind);
    to->set_gap_commune_count(summary.gap_commune_count);
    to->set_fragile_commune_count(summary.fragile_commune_count);
    to->set_gap_population(summary.gap_population);
  }
  return proto;
}

}  // namespace entraide::coverage
