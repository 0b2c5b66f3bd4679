// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/live_traffic.h"

#include <utility>

#include "absl/strings/str_cat.h"

namespace entraide::bench {

LiveTraffic::LiveTraffic(const SyntheticFrance& france, uint64_t seed)
    : france_(france), helpers_(france.helpers()), random_(seed) {
  for (const std::vector<Helper>& each : helpers_) is_there_.emplace_back(each.size(), true);
}

matcher::Offer LiveTraffic::OfferOf(size_t kind, size_t number) const {
  matcher::Offer offer = bench::OfferOf(helpers_[kind][number], static_cast<int>(kind),
                                        static_cast<int>(number), france_.ground()->reach);
  offer.id = {absl::StrCat(kind, "-", offer.id.value)};  // One world holds all kinds.
  return offer;
}

matcher::World LiveTraffic::Now() const {
  matcher::Changes all;
  for (size_t kind = 0; kind < helpers_.size(); ++kind) {
    for (size_t number = 0; number < helpers_[kind].size(); ++number) {
      if (is_there_[kind][number]) all.offers.push_back(OfferOf(kind, number));
    }
  }
  return france_.empty_world().With(std::move(all));
}

matcher::Changes LiveTraffic::Next() {
  const size_t kind = Below(helpers_.size());
  std::vector<Helper>& helpers = helpers_[kind];
  const size_t number = Below(helpers.size());
  Helper& helper = helpers[number];
  switch (Below(10)) {
    case 0:
      is_there_[kind][number] = !is_there_[kind][number];
      break;
    case 1:
      helper.is_listed = !helper.is_listed;
      break;
    case 2:
    case 3:
      helper = helpers[Below(helpers.size())];
      break;
    default:
      helper.has_place = !helper.has_place;
      helper.slots ^= uint64_t{1} << Below(kDays * kSlotsOfADay);
  }
  const matcher::Offer offer = OfferOf(kind, number);
  if (is_there_[kind][number]) return {.offers = {offer}};
  return {.removed_offers = {offer.id}};
}

}  // namespace entraide::bench
