// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/synthetic_france.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

#include "absl/strings/str_format.h"

namespace entraide::bench {
namespace {

using matcher::Commune;
using matcher::CommuneIndex;
using matcher::Communes;
using matcher::Offer;

constexpr double kCommunesPerSquareKm = 0.0636;
constexpr double kKilometersPerDegree = 111.195;

class Draw {
 public:
  explicit Draw(uint64_t seed) : engine_(seed) {}
  double Unit() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
  int Below(int bound) { return static_cast<int>(Unit() * bound); }
  bool Chance(double share) { return Unit() < share; }
  uint64_t Bits() { return engine_(); }

 private:
  std::mt19937_64 engine_;
};

// Four in ten communes lie around a town.
Communes DrawCommunes(int count, Draw& draw) {
  const double side = std::sqrt(count / kCommunesPerSquareKm);
  std::vector<std::pair<double, double>> towns;
  for (int i = 0; i < count / 40 + 1; ++i) {
    const double x = draw.Unit() * side;
    towns.emplace_back(x, draw.Unit() * side);
  }
  std::vector<Commune> communes;
  for (int i = 0; i < count; ++i) {
    double x = draw.Unit() * side;
    double y = draw.Unit() * side;
    if (draw.Chance(0.4)) {
      const auto& town = towns[static_cast<size_t>(draw.Below(static_cast<int>(towns.size())))];
      const double angle = draw.Unit() * 6.28318530718;
      const double distance = 18 * std::sqrt(draw.Unit());
      x = std::clamp(town.first + distance * std::cos(angle), 0.0, side);
      y = std::clamp(town.second + distance * std::sin(angle), 0.0, side);
    }
    const double latitude = 46.5 + (y - side / 2) / kKilometersPerDegree;
    const double degree = kKilometersPerDegree * std::cos(46.5 * 0.01745329252);
    communes.push_back({.insee_code = absl::StrFormat("%06d", i),
                        .latitude_deg = latitude,
                        .longitude_deg = 2.5 + (x - side / 2) / degree});
  }
  return Communes(std::move(communes));
}

Helper DrawHelper(uint32_t home, bool is_volunteer, Draw& draw) {
  Helper helper{.home = home};
  for (int slot = 0; slot < kDays * kSlotsOfADay; ++slot) {
    if (draw.Chance(is_volunteer ? 0.3 : 0.6)) helper.slots |= uint64_t{1} << slot;
  }
  helper.statuses = draw.Chance(0.7) ? ~uint32_t{0} : static_cast<uint32_t>(draw.Bits());
  for (int need = 0; need < kNeeds; ++need) {
    if (draw.Chance(0.35)) helper.needs = static_cast<uint8_t>(helper.needs | 1 << need);
  }
  helper.is_listed = draw.Chance(0.95);
  helper.has_place = draw.Chance(0.85);
  const int minutes = is_volunteer ? 5 + draw.Below(21) : 10 + draw.Below(16);
  helper.limit_seconds = static_cast<uint16_t>(minutes * 60);
  helper.notice_hours = static_cast<uint8_t>(24 * draw.Below(3));
  helper.quality = static_cast<uint8_t>(draw.Below(101));
  helper.answered = static_cast<uint8_t>(draw.Below(11));
  helper.hours_to_answer = static_cast<uint8_t>(draw.Below(240));
  return helper;
}

}  // namespace

FranceSize FranceAt(double scale) {
  const FranceSize whole;
  const auto scaled = [scale](int count) { return static_cast<int>(std::lround(count * scale)); };
  return {.communes = scaled(whole.communes),
          .organizations = scaled(whole.organizations),
          .volunteers = scaled(whole.volunteers)};
}

// One minute a kilometer, as the crow flies.
SyntheticFrance::SyntheticFrance(const FranceSize& size)
    : size_(size), travel_({.detour_factor = 1.3, .speed_km_per_hour = 78}) {
  Draw draw(size.seed);
  empty_ = std::make_unique<matcher::World>(DrawCommunes(size.communes, draw), std::vector<Offer>(),
                                            travel_, Paris());
  ground_ = FindGround();
  double population = 0;
  for (int i = 0; i < size.communes; ++i) {
    const double spread = draw.Unit() + draw.Unit() + draw.Unit() - 1.5;
    population += 50 + 400 * std::exp(2.4 * spread);
    population_up_to_.push_back(population);
  }
  helpers_.resize(static_cast<size_t>(size.kinds));
  for (int i = 0; i < size.organizations + size.volunteers; ++i) {
    const Helper helper =
        DrawHelper(CommuneByPopulation(draw.Unit()), i >= size.organizations, draw);
    const int kinds = 1 + (draw.Chance(0.35) ? 1 : 0) + (draw.Chance(0.15) ? 1 : 0);
    const int first = draw.Below(size.kinds);
    for (int kind = 0; kind < kinds; ++kind) {
      helpers_[static_cast<size_t>((first + kind * 7) % size.kinds)].push_back(helper);
    }
  }
}

uint32_t SyntheticFrance::CommuneByPopulation(double draw) const {
  const auto found = std::lower_bound(population_up_to_.begin(), population_up_to_.end(),
                                      draw * population_up_to_.back());
  return static_cast<uint32_t>(found - population_up_to_.begin());
}

std::shared_ptr<const matcher::index::Ground> SyntheticFrance::FindGround() const {
  return matcher::index::Ground::Of(*empty_, {.fastest_km_per_hour = 61});
}

matcher::World SyntheticFrance::WorldOf(int kind, const std::vector<Helper>& helpers) const {
  std::vector<Offer> offers;
  offers.reserve(helpers.size());
  for (const Helper& helper : helpers) {
    offers.push_back(OfferOf(helper, kind, static_cast<int>(offers.size()), ground_->reach));
  }
  return matcher::World(empty_->communes(), std::move(offers), travel_, empty_->time_zone());
}

std::vector<Ask> SyntheticFrance::Asks(int count, uint64_t seed) const {
  Draw draw(seed);
  std::vector<Ask> asks;
  for (int i = 0; i < count; ++i) {
    Ask ask{.kind = draw.Below(size_.kinds), .commune = CommuneByPopulation(draw.Unit())};
    ask.status = static_cast<uint8_t>(draw.Below(kStatuses));
    if (draw.Chance(0.25)) ask.needs = static_cast<uint8_t>(1 << draw.Below(kNeeds));
    const int day = 1 + draw.Below(10);
    const int slot = draw.Below(kSlotsOfADay);
    ask.slot_count = slot + 1 < kSlotsOfADay && draw.Chance(0.5) ? 2 : 1;
    ask.first_slot = day % kDays * kSlotsOfADay + slot;
    ask.need = NeedOf(ask, day);
    ask.notice_hours = static_cast<int>(absl::ToInt64Hours(ask.need.spans.front().start - Now()));
    asks.push_back(std::move(ask));
  }
  return asks;
}

}  // namespace entraide::bench
