// SPDX-License-Identifier: EUPL-1.2
#include "matcher/live/recent.h"

#include <map>
#include <utility>

#include "matcher/engine/hard_rules.h"

namespace entraide::matcher::live {
namespace {

constexpr size_t kPieces = 64;

uint64_t PieceOf(CommuneIndex commune, const index::Reach& reach) {
  return uint64_t{1} << (reach.RankOf(commune) * kPieces / reach.size());
}

uint64_t PiecesOf(const Offer& offer, const index::Reach& reach) {
  const bool by_one_end = offer.zone_applies_to == ZoneAppliesTo::kPickup ||
                          offer.zone_applies_to == ZoneAppliesTo::kResidence;
  if (offer.zone.everywhere || !by_one_end) return ~uint64_t{0};
  uint64_t pieces = 0;
  for (const CommuneIndex commune : offer.zone.communes) pieces |= PieceOf(commune, reach);
  return pieces;
}

// Whether the rules that come before the zone let it pass, whatever is needed.
bool IsPlain(const Offer& offer) {
  static const bool zone_comes_third =
      HardRules().size() > 2 && HardRules()[0].rule == Rule::kOfferNotOpen &&
      HardRules()[1].rule == Rule::kPurposeNotServed && HardRules()[2].rule == Rule::kZoneNotServed;
  return zone_comes_third && offer.listing == Listing::kPublished &&
         offer.update != UpdateState::kRequired && offer.purposes.empty() && offer.modes.empty();
}

}  // namespace

Recent RecentOf(const Offer& offer, uint64_t change, const index::Reach& reach) {
  return {.offer = &offer,
          .change = change,
          .pieces = PiecesOf(offer, reach),
          .by_residence = offer.zone_applies_to == ZoneAppliesTo::kResidence,
          .is_plain = IsPlain(offer)};
}

SiftedRecents SiftRecents(const World& world, const index::Reach& reach, const Recents& recents,
                          const Need& need, absl::Time now) {
  const uint64_t residence = PieceOf(need.residence, reach);
  const uint64_t pickup = PieceOf(PickupOf(need), reach);
  SiftedRecents sifted;
  std::map<Rule, int> refusals;
  int elsewhere = 0;
  recents.ForEach([&](const Recents::Entry& entry) {
    const Recent& recent = entry.value;
    if (recent.offer == nullptr) return;
    if (recent.is_plain && (recent.pieces & (recent.by_residence ? residence : pickup)) == 0) {
      ++elsewhere;
      return;
    }
    Judgement judgement = Judge({world, need, *recent.offer, now});
    if (judgement.refused_by.has_value()) {
      ++refusals[*judgement.refused_by];
    } else {
      sifted.admitted.push_back({recent.offer, std::move(judgement.missing_facts)});
    }
  });
  if (elsewhere > 0) refusals[Rule::kZoneNotServed] += elsewhere;
  for (const auto& [rule, count] : refusals) sifted.refusals.push_back({rule, count});
  return sifted;
}

}  // namespace entraide::matcher::live
