// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/score.h"

#include <algorithm>

namespace entraide::matcher::index {
namespace {

constexpr int64_t kFarthestSeconds = 60 * 60;  // As far as the engine's `Detour` looks.

// By seconds driven.
const std::array<int16_t, kFarthestSeconds + 1>& Detours() {
  static const auto kDetours = [] {
    std::array<int16_t, kFarthestSeconds + 1> values{};
    for (size_t i = 0; i < values.size(); ++i) {
      values[i] = static_cast<int16_t>(terms::kBest -
                                       terms::PartOf(static_cast<int64_t>(i), kFarthestSeconds));
    }
    return values;
  }();
  return kDetours;
}

}  // namespace

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
  if (price == Record::kOwnPrice) return OfOffer(record.offer);
  if (states_[price] == State::kUnasked) {
    const std::optional<int64_t> cents = OfOffer(index_->prices[price]);
    states_[price] = cents.has_value() ? State::kKnown : State::kUnknown;
    cents_[price] = cents.value_or(0);
  }
  if (states_[price] == State::kUnknown) return std::nullopt;
  return cents_[price];
}

Scorer::Scorer(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now,
               const Plan& plan, Cents& cents, std::optional<int64_t> dearest)
    : territory_(territory),
      index_(index),
      need_(need),
      now_(now),
      plan_(plan),
      cents_(cents),
      dearest_(dearest) {
  static const std::vector<By> kBy = [] {
    std::vector<By> by;
    for (const WeightedTerm& term : WeightedTerms()) by.push_back(ByName(term.name));
    return by;
  }();
  for (size_t place = 0; place < kBy.size(); ++place) {
    const int weight = WeightIn(WeightedTerms()[place], index.family);
    const std::optional<By> by = weight == 0 ? std::nullopt : ForThisNeed(kBy[place]);
    if (by.has_value()) sources_[source_count_++] = {.by = *by, .weight = weight, .place = place};
  }
}

Scorer::By Scorer::ByName(absl::string_view term) {
  if (term == "detour") return By::kDetour;
  if (term == "wait") return By::kWait;
  if (term == "cost") return By::kCost;
  if (term == "preference") return By::kPreference;
  if (term == "freshness") return By::kFreshness;
  const bool of_volunteers =
      term == "pairing" || term == "pooling" || term == "fairness" || term == "special";
  return of_volunteers ? By::kVolunteer : By::kEngine;
}

std::optional<Scorer::By> Scorer::ForThisNeed(By by) const {
  const bool has_return = index_.family == Family::kRides && need_.spans.size() > 1;
  switch (by) {
    case By::kDetour:
      return has_return ? By::kEngine : by;
    case By::kWait:
      if (index_.family == Family::kRides ? !has_return : plan_.earliest.has_value()) return {};
      return By::kEngine;
    case By::kCost:
      if (!dearest_.has_value()) return {};
      return by;
    case By::kPreference:
      if (!index_.comforts_fit || !need_.preferences.empty()) return By::kEngine;
      if (plan_.comforts.empty()) return {};
      return by;
    case By::kVolunteer:
      return {};
    case By::kFreshness:
    case By::kEngine:
      return by;
  }
  return by;
}

bool Scorer::NeedsCents(const KindIndex& index) { return index.knows_a_price; }

int Scorer::Score(const Passing& passing, TermValues& values) {
  uint32_t weighted = 0;
  uint32_t weights = 0;
  values.fill(kAbsent);
  for (size_t i = 0; i < source_count_; ++i) {
    const Source& source = sources_[i];
    const int value = ValueOf(source, passing);
    values[source.place] = value;
    if (value == kAbsent) continue;
    weighted += static_cast<uint32_t>(source.weight * value);
    weights += static_cast<uint32_t>(source.weight);
  }
  return weights == 0 ? 0 : static_cast<int>(weighted / weights);
}

int Scorer::ValueOf(const Source& source, const Passing& passing) {
  const Record& record = index_.records[passing.row];
  switch (source.by) {
    case By::kDetour:
      return Detour(passing);
    case By::kCost:
      return Cost(record);
    case By::kPreference:
      return Preference(record);
    case By::kFreshness:
      return record.freshness == Record::kUnknown ? kAbsent : record.freshness;
    case By::kWait:
    case By::kVolunteer:
    case By::kEngine:
      return AskEngine(source, record);
  }
  return kAbsent;
}

int64_t Scorer::SecondsBetween(Reach::Seconds told, Rank from, Rank to) const {
  if (told == Reach::kTooFar) told = territory_.reach.Between(from, to);
  if (told != Reach::kTooFar) return told;
  const Reach& reach = territory_.reach;
  return absl::ToInt64Seconds(
      territory_.world.RouteBetween(reach.CommuneAt(from), reach.CommuneAt(to)).duration);
}

int Scorer::Detour(const Passing& passing) const {
  const Rank home = index_.records[passing.row].home;
  if (home == Record::kNoHome) return kAbsent;
  int64_t seconds = 0;
  if (index_.family == Family::kRides) {
    seconds = SecondsBetween(passing.out, home, plan_.pickup) +
              SecondsBetween(passing.back, plan_.dropoff.value_or(plan_.pickup), home);
  } else {
    seconds = SecondsBetween(passing.out, plan_.residence, home);
  }
  return Detours()[static_cast<size_t>(std::clamp<int64_t>(seconds, 0, kFarthestSeconds))];
}

int Scorer::Cost(const Record& record) {
  const std::optional<int64_t> cents = cents_.Of(record);
  if (!cents.has_value()) return kAbsent;
  if (*dearest_ <= 0) return terms::kBest;
  return terms::kBest - terms::PartOf(*cents, *dearest_);
}

int Scorer::Preference(const Record& record) const {
  const auto met = std::count_if(plan_.comforts.begin(), plan_.comforts.end(),
                                 [&](uint32_t bit) { return (record.comforts & bit) != 0; });
  return terms::PartOf(met, static_cast<int64_t>(plan_.comforts.size()));
}

int Scorer::AskEngine(const Source& source, const Record& record) const {
  const Trial trial{territory_.world, need_, index_.offers[record.offer], now_};
  return WeightedTerms()[source.place].value(trial, {.dearest_cents = dearest_}).value_or(kAbsent);
}

}  // namespace entraide::matcher::index
