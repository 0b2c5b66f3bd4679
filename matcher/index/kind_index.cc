// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/kind_index.h"

#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/algorithm/container.h"
#include "matcher/engine/terms/terms.h"
#include "matcher/index/fill_columns.h"
#include "matcher/index/place_rows.h"

namespace entraide::matcher::index {
namespace {

// Numbers equal things alike, from `first` on, as long as there are numbers before `own`.
template <typename Key>
class Numbering {
 public:
  Numbering(uint32_t first, uint32_t own) : first_(first), own_(own) {}

  // Calls `keep` when the thing is new.
  template <typename Keep>
  uint32_t NumberOf(const Key& key, const Keep& keep) {
    const auto found = numbers_.find(key);
    if (found != numbers_.end()) return found->second;
    const uint32_t next = first_ + static_cast<uint32_t>(numbers_.size());
    if (next >= own_) return own_;
    keep();
    return numbers_.emplace(key, next).first->second;
  }

 private:
  const uint32_t first_;
  const uint32_t own_;
  std::map<Key, uint32_t> numbers_{};
};

auto KeyOf(const BookingRule& rule) {
  const std::optional<int> days =
      rule.last_moment.has_value() ? std::optional(rule.last_moment->days_before) : std::nullopt;
  const std::optional<int> minute =
      rule.last_moment.has_value() ? std::optional(rule.last_moment->minute) : std::nullopt;
  return std::make_tuple(rule.min_notice_hours, days, minute, rule.max_horizon_days,
                         rule.business_days_only);
}

auto KeyOf(const std::vector<Price>& prices) {
  std::vector<std::pair<int, int>> key;
  for (const Price& price : prices) key.emplace_back(static_cast<int>(price.unit), price.cents);
  return key;
}

// Turns offers into records, and keeps what several of them share once.
class Recorder {
 public:
  Recorder(const World& world, const Reach& reach, KindIndex& index)
      : world_(world), reach_(reach), index_(index) {}

  Record RecordOf(uint32_t number, uint32_t turn, Reach::Seconds limit) {
    const Offer& offer = index_.offers[number];
    Record record{.turn = turn};
    record.limit = uint32_t{limit} & Reach::kTooFar;
    if (offer.organization_commune.has_value()) {
      record.home = reach_.RankOf(*offer.organization_commune) & Record::kNoHome;
    }
    const Trial trial{world_, nobodys_need_, offer, absl::InfinitePast()};
    record.freshness = TermOf(terms::Freshness(trial, {})) & Record::kUnknown;
    record.reactivity = TermOf(terms::Reactivity(trial, {})) & Record::kUnknown;
    record.scarcity = ScarcityOf(terms::Scarcity(trial, {})) & Record::kMostScarcities;
    record.has_hours = offer.schedule.slots.empty() ? 0 : 1;
    record.comforts = ComfortsOf(offer) & Record::kComfortBits;
    record.booking = bookings_.NumberOf(KeyOf(offer.booking_rule), [&] {
      index_.bookings.push_back(offer.booking_rule);
    }) & Record::kOwnBooking;
    record.price = PriceOf(offer, number) & Record::kOwnPrice;
    return record;
  }

 private:
  static uint32_t TermOf(std::optional<int> value) {
    return value.has_value() ? static_cast<uint32_t>(*value) : Record::kUnknown;
  }

  uint32_t ScarcityOf(std::optional<int> value) {
    const int wanted = value.value_or(kAbsent);
    const auto found = absl::c_find(index_.scarcities, wanted);
    const auto place = static_cast<uint32_t>(found - index_.scarcities.begin());
    if (place > Record::kMostScarcities) index_.scarcity_fits = false;
    if (found == index_.scarcities.end()) index_.scarcities.push_back(wanted);
    return place;
  }

  uint32_t ComfortsOf(const Offer& offer) const {
    uint32_t comforts = 0;
    for (const std::string& word : offer.accommodations) {
      const size_t place = index_.comforts.Find(word);
      if (place < Record::kMostComforts && place < index_.comforts.size()) comforts |= 1u << place;
    }
    return comforts;
  }

  uint32_t PriceOf(const Offer& offer, uint32_t number) {
    if (offer.fee == Fee::kFree) return Record::kFree;
    if (offer.fee == Fee::kUnknown || offer.prices.empty()) return Record::kPriceUnknown;
    return prices_.NumberOf(KeyOf(offer.prices), [&] { index_.prices.push_back(number); });
  }

  const World& world_;
  const Reach& reach_;
  KindIndex& index_;
  const Need nobodys_need_{};
  Numbering<decltype(KeyOf(BookingRule()))> bookings_{0, Record::kOwnBooking};
  Numbering<decltype(KeyOf(std::vector<Price>()))> prices_{Record::kFree + 1, Record::kOwnPrice};
};

// The places of the offers, those asked longest ago first; empty: as they stand.
std::vector<uint32_t> ByTurn(const Offers& offers) {
  const auto was_asked = [](const Offer& offer) { return offer.record.last_asked.has_value(); };
  if (absl::c_none_of(offers, was_asked)) return {};
  std::vector<uint32_t> places(offers.size());
  std::iota(places.begin(), places.end(), 0);
  absl::c_stable_sort(places, [&](uint32_t a, uint32_t b) {
    return offers[a].record.last_asked < offers[b].record.last_asked;
  });
  return places;
}

// The turn of the offer at each place.
std::vector<uint32_t> TurnsOf(const KindIndex& index) {
  std::vector<uint32_t> turns(index.offers.size());
  std::iota(turns.begin(), turns.end(), 0);
  for (size_t turn = 0; turn < index.offer_of_turn.size(); ++turn) {
    turns[index.offer_of_turn[turn]] = static_cast<uint32_t>(turn);
  }
  return turns;
}

void FindWords(const Offers& offers, KindIndex& index) {
  constexpr size_t kMostPurposes = Vocabulary::kMost;
  constexpr size_t kMostNeeds = 32;
  WordCounts purposes;
  WordCounts needs;
  WordCounts comforts;
  for (const Offer& offer : offers) {
    for (const std::string& word : offer.purposes) ++purposes[word];
    for (const std::string& word : offer.accommodations) {
      ++(IsComfort(word) ? comforts : needs)[word];
    }
  }
  index.purposes = Vocabulary(purposes, kMostPurposes);
  index.needs = Vocabulary(needs, kMostNeeds);
  index.comforts = Vocabulary(comforts, Record::kMostComforts + 1);
  index.comforts_fit = index.comforts.size() <= Record::kMostComforts;
}

}  // namespace

KindIndex KindIndex::Of(const World& world, absl::string_view kind, const Reach& reach) {
  const Offers offers = world.OffersOfKind(kind);
  KindIndex index{.offers = offers, .week = Week(offers), .who = Who(offers)};
  if (offers.empty()) return index;
  index.family = FamilyOf(offers.front().kind);
  FindWords(offers, index);
  Placed placed = PlaceRows(offers, reach);
  index.groups = std::move(placed.groups);
  index.prices.assign(Record::kFree + 1, 0);  // Two numbers that no offer stands for.
  index.scarcities = {kAbsent};
  index.offer_of_turn = ByTurn(offers);
  Recorder recorder(world, reach, index);
  const std::vector<uint32_t> turns = TurnsOf(index);
  index.records.reserve(offers.size());
  for (size_t row = 0; row < offers.size(); ++row) {
    const uint32_t place = placed.offers[row];
    index.records.push_back(recorder.RecordOf(place, turns[place], placed.limits[row]));
    index.asks_volunteers |= offers[place].dispatch == Dispatch::kDirect;
    index.knows_a_price |= index.records.back().price != Record::kPriceUnknown;
  }
  FillColumns(world, placed.offers, index);
  return index;
}

uint32_t KindIndex::TurnOf(uint32_t place) const {
  if (offer_of_turn.empty()) return place;
  const auto order = [this](uint32_t of) {
    return std::make_pair(offers[of].record.last_asked, of);
  };
  const auto found = absl::c_lower_bound(
      offer_of_turn, place, [&](uint32_t a, uint32_t b) { return order(a) < order(b); });
  return static_cast<uint32_t>(found - offer_of_turn.begin());
}

size_t KindIndex::bytes() const {
  size_t bytes =
      records.size() * sizeof(Record) + bits.bytes() + offer_of_turn.size() * sizeof(uint32_t);
  for (const Group& group : groups) {
    bytes += (group.first_of_home.size() + group.first_run.size()) * sizeof(uint32_t) +
             group.runs.size() * sizeof(RowSpan);
  }
  return bytes;
}

}  // namespace entraide::matcher::index
