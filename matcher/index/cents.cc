// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/cents.h"

#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::index {

void Cents::Start(const KindIndex& index, const Territory& territory, const Need& need,
                  absl::Time now) {
  index_ = &index;
  territory_ = &territory;
  need_ = &need;
  now_ = now;
  states_.assign(index.prices.size(), State::kUnasked);
  cents_.resize(index.prices.size());
}

std::optional<int64_t> Cents::OfOffer(uint32_t offer) const {
  return terms::ResidentCents({territory_->world, *need_, index_->offers[offer], now_});
}

std::optional<int64_t> Cents::Of(const Record& record) {
  const uint32_t price = record.price;
  if (price == Record::kPriceUnknown) return std::nullopt;
  if (price == Record::kFree) return 0;
  if (price == Record::kOwnPrice) return OfOffer(index_->PlaceOf(record));
  if (states_[price] == State::kUnasked) {
    const std::optional<int64_t> cents = OfOffer(index_->prices[price]);
    states_[price] = cents.has_value() ? State::kKnown : State::kUnknown;
    cents_[price] = cents.value_or(0);
  }
  if (states_[price] == State::kUnknown) return std::nullopt;
  return cents_[price];
}

}  // namespace entraide::matcher::index
