// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/kind_index.h"

#include <map>
#include <optional>
#include <tuple>
#include <utility>

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

  Record RecordOf(uint32_t number, Reach::Seconds limit) {
    const Offer& offer = index_.offers[number];
    Record record{.offer = number, .limit = limit};
    if (offer.organization_commune.has_value()) {
      record.home = reach_.RankOf(*offer.organization_commune);
    }
    const std::optional<int> freshness =
        terms::Freshness({world_, Need{}, offer, absl::InfinitePast()}, {});
    if (freshness.has_value()) record.freshness = static_cast<uint16_t>(*freshness);
    record.comforts = ComfortsOf(offer) & Record::kComfortBits;
    record.booking = bookings_.NumberOf(KeyOf(offer.booking_rule), [&] {
      index_.bookings.push_back(offer.booking_rule);
    }) & Record::kOwnBooking;
    record.price = PriceOf(offer, number) & Record::kOwnPrice;
    return record;
  }

 private:
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
  Numbering<decltype(KeyOf(BookingRule()))> bookings_{0, Record::kOwnBooking};
  Numbering<decltype(KeyOf(std::vector<Price>()))> prices_{Record::kFree + 1, Record::kOwnPrice};
};

void FindWords(absl::Span<const Offer> offers, KindIndex& index) {
  constexpr size_t kMostPurposes = 64;
  constexpr size_t kMostNeeds = 32;
  std::vector<std::string> purposes;
  std::vector<std::string> needs;
  std::vector<std::string> comforts;
  for (const Offer& offer : offers) {
    purposes.insert(purposes.end(), offer.purposes.begin(), offer.purposes.end());
    for (const std::string& word : offer.accommodations) {
      (IsComfort(word) ? comforts : needs).push_back(word);
    }
  }
  index.purposes = Vocabulary(purposes, kMostPurposes);
  index.needs = Vocabulary(needs, kMostNeeds);
  index.comforts = Vocabulary(comforts, Record::kMostComforts + 1);
  index.comforts_fit = index.comforts.size() <= Record::kMostComforts;
}

}  // namespace

KindIndex KindIndex::Of(const World& world, absl::string_view kind, const Reach& reach) {
  const absl::Span<const Offer> offers = world.OffersOfKind(kind);
  KindIndex index{.offers = offers, .week = Week(offers), .who = Who(offers)};
  if (offers.empty()) return index;
  index.family = FamilyOf(offers.front().kind);
  FindWords(offers, index);
  Placed placed = PlaceRows(offers, reach);
  index.groups = std::move(placed.groups);
  index.prices.assign(Record::kFree + 1, 0);  // Two numbers that no offer stands for.
  Recorder recorder(world, reach, index);
  index.records.reserve(offers.size());
  for (size_t row = 0; row < offers.size(); ++row) {
    index.records.push_back(recorder.RecordOf(placed.offers[row], placed.limits[row]));
    index.asks_volunteers |= index.offers[index.records.back().offer].dispatch == Dispatch::kDirect;
    index.knows_a_price |= index.records.back().price != Record::kPriceUnknown;
  }
  FillColumns(world, placed.offers, index);
  return index;
}

size_t KindIndex::bytes() const {
  size_t bytes = records.size() * sizeof(Record) + bits.bytes();
  for (const Group& group : groups) {
    bytes += (group.first_of_home.size() + group.first_run.size()) * sizeof(uint32_t) +
             group.runs.size() * sizeof(RowSpan);
  }
  return bytes;
}

}  // namespace entraide::matcher::index
