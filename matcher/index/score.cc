// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/score.h"

#include <algorithm>
#include <iterator>

namespace entraide::matcher::index {
namespace {

constexpr Family kFamilies[] = {Family::kRides, Family::kGarage, Family::kHomeHelp,
                                Family::kVolunteers, Family::kShownOnly};
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

Scorer::Scorer(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now,
               const Plan& plan, Cents& cents, std::optional<int64_t> dearest)
    : territory_(territory),
      index_(index),
      need_(need),
      now_(now),
      plan_(plan),
      cents_(cents),
      dearest_(dearest) {
  for (const Source& source : SourcesOf(index.family)) {
    const std::optional<By> by = ForThisNeed(source.by);
    if (!by.has_value()) continue;
    sources_[source_count_] = source;
    sources_[source_count_++].by = *by;
  }
}

const std::vector<Scorer::Source>& Scorer::SourcesOf(Family family) {
  static const auto kByFamily = [] {
    std::array<std::vector<Source>, std::size(kFamilies)> by_family;
    for (const Family each : kFamilies) {
      for (size_t place = 0; place < WeightedTerms().size(); ++place) {
        const WeightedTerm& term = WeightedTerms()[place];
        const int weight = WeightIn(term, each);
        if (weight == 0) continue;
        by_family[static_cast<size_t>(each)].push_back({ByName(term.name), weight, place});
      }
    }
    return by_family;
  }();
  return kByFamily[static_cast<size_t>(family)];
}

Scorer::By Scorer::ByName(absl::string_view term) {
  if (term == "detour") return By::kDetour;
  if (term == "wait") return By::kWait;
  if (term == "continuity") return By::kContinuity;
  if (term == "reactivity") return By::kReactivity;
  if (term == "margin") return By::kMargin;
  if (term == "cost") return By::kCost;
  if (term == "preference") return By::kPreference;
  if (term == "scarcity") return By::kScarcity;
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
    case By::kContinuity:
      return need_.acquaintances.empty() ? by : By::kEngine;
    case By::kMargin:
      if (need_.spans.empty()) return {};
      return plan_.tells_margin ? by : By::kEngine;
    case By::kCost:
      if (!dearest_.has_value()) return {};
      return by;
    case By::kPreference:
      if (!index_.comforts_fit || !need_.preferences.empty()) return By::kEngine;
      if (plan_.comforts.empty()) return {};
      return by;
    case By::kScarcity:
      if (index_.scarcities.size() <= 1) return {};
      return index_.scarcity_fits ? by : By::kEngine;
    case By::kVolunteer:
      return {};
    case By::kReactivity:
    case By::kFreshness:
    case By::kEngine:
      return by;
  }
  return by;
}

bool Scorer::NeedsCents(const KindIndex& index) { return index.knows_a_price; }

void Scorer::AddUp(absl::Span<Passing> rows) {
  for (size_t i = 0; i < source_count_; ++i) {
    const auto weight = static_cast<uint32_t>(sources_[i].weight);
    FindValues(sources_[i], rows, [&](size_t at, int value) {
      rows[at].weighted += value == kAbsent ? 0 : weight * static_cast<uint32_t>(value);
      rows[at].weights += value == kAbsent ? 0 : weight;
    });
  }
}

void Scorer::ListTerms(absl::Span<const Passing> rows, TermValues* values) {
  for (size_t at = 0; at < rows.size(); ++at) values[at].fill(kAbsent);
  for (size_t i = 0; i < source_count_; ++i) {
    FindValues(sources_[i], rows,
               [&](size_t at, int value) { values[at][sources_[i].place] = value; });
  }
}

template <typename Take>
void Scorer::FindValues(const Source& source, absl::Span<const Passing> rows, const Take& take) {
  const auto each_row = [&](const auto& value_of) {
    for (size_t at = 0; at < rows.size(); ++at) take(at, value_of(rows[at]));
  };
  const auto each_record = [&](const auto& value_of) {
    each_row([&](const Passing& row) { return value_of(index_.records[row.row]); });
  };
  switch (source.by) {
    case By::kDetour:
      return each_row([&](const Passing& row) { return Detour(row); });
    case By::kContinuity:
      return each_record([&](const Record& record) { return Continuity(record); });
    case By::kReactivity:
      return each_record([](const Record& record) { return static_cast<int>(record.reactivity); });
    case By::kMargin:
      return each_row([&](const Passing& row) { return Margin(source, row); });
    case By::kCost:
      return each_record([&](const Record& record) { return Cost(record); });
    case By::kPreference:
      return each_record([&](const Record& record) { return Preference(record); });
    case By::kScarcity:
      return each_record([&](const Record& record) { return index_.scarcities[record.scarcity]; });
    case By::kFreshness:
      return each_record([](const Record& record) {
        return record.freshness == Record::kUnknown ? kAbsent : static_cast<int>(record.freshness);
      });
    case By::kWait:
    case By::kVolunteer:
    case By::kEngine:
      return each_row([&](const Passing& row) { return AskEngine(source, row); });
  }
}

int64_t Scorer::SecondsBetween(Reach::Seconds told, Rank from, Rank to) const {
  if (told == Reach::kTooFar) told = territory_.reach.Between(from, to);
  if (told != Reach::kTooFar) return told;
  const Reach& reach = territory_.reach;
  return absl::ToInt64Seconds(
      territory_.world.RouteBetween(reach.CommuneAt(from), reach.CommuneAt(to)).duration);
}

int Scorer::Detour(const Passing& row) const {
  const Rank home = index_.records[row.row].home;
  if (home == Record::kNoHome) return kAbsent;
  int64_t seconds = 0;
  if (index_.family == Family::kRides) {
    seconds = SecondsBetween(row.out, home, plan_.pickup) +
              SecondsBetween(row.back, plan_.dropoff.value_or(plan_.pickup), home);
  } else {
    seconds = SecondsBetween(row.out, plan_.residence, home);
  }
  return Detours()[static_cast<size_t>(std::clamp<int64_t>(seconds, 0, kFarthestSeconds))];
}

int Scorer::Continuity(const Record& record) const {
  if (record.home == Record::kNoHome) return kAbsent;
  return record.home == plan_.residence ? terms::kBest / 2 : 0;
}

int Scorer::Margin(const Source& source, const Passing& row) const {
  if (row.was_judged == 1) return AskEngine(source, row);
  if (index_.records[row.row].has_hours == 0) return kAbsent;
  for (const MarginStep& step : plan_.margin) {
    if (!index_.bits.Get(step.line, row.row)) return step.value;
  }
  return terms::kBest;
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

int Scorer::AskEngine(const Source& source, const Passing& row) const {
  const Offer& offer = index_.OfferOf(index_.records[row.row]);
  return WeightedTerms()[source.place]
      .value({territory_.world, need_, offer, now_}, {.dearest_cents = dearest_})
      .value_or(kAbsent);
}

}  // namespace entraide::matcher::index
