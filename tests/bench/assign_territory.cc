// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/assign_territory.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"

namespace entraide::bench {
namespace {

using matcher::assign::Choice;
using matcher::assign::Place;
using matcher::assign::Task;

constexpr double kRequestsPerSquareMinute = 0.6;  // A minute of driving is about a kilometre.
constexpr double kMostReachMinutes = 30;
constexpr int kKindCount = 15;
constexpr int kHourCount = 35;
constexpr int kAccommodationCount = 6;
constexpr size_t kMostChoices = 20;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  double Fraction() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
  bool Chance(double of_one) { return Fraction() < of_one; }
  int Below(int end) { return static_cast<int>(Fraction() * end); }

 private:
  std::mt19937_64 engine_;
};

struct Position {
  double x = 0;
  double y = 0;
};

double MinutesBetween(const Position& a, const Position& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

// A square of so many minutes; half of the people live in clusters.
class Map {
 public:
  Map(double side, Dice& dice) : side_(side), dice_(dice) {
    const int count = static_cast<int>(side * side / 400) + 1;
    for (int i = 0; i < count; ++i) clusters_.push_back(Anywhere());
  }

  Position SomeHome() {
    if (dice_.Chance(0.5)) return Anywhere();
    const Position& centre = clusters_[static_cast<size_t>(dice_.Below(Count()))];
    const double angle = dice_.Fraction() * 6.2832;
    const double distance = 12 * std::sqrt(dice_.Fraction());
    return {std::clamp(centre.x + distance * std::cos(angle), 0.0, side_),
            std::clamp(centre.y + distance * std::sin(angle), 0.0, side_)};
  }

  // Squares as wide as the farthest reach, row by row.
  int SquaresAlong() const { return static_cast<int>(side_ / kMostReachMinutes) + 1; }
  int SquareOf(const Position& at) const {
    return static_cast<int>(at.y / kMostReachMinutes) * SquaresAlong() +
           static_cast<int>(at.x / kMostReachMinutes);
  }

 private:
  int Count() const { return static_cast<int>(clusters_.size()); }
  Position Anywhere() { return {dice_.Fraction() * side_, dice_.Fraction() * side_}; }

  double side_;
  Dice& dice_;
  std::vector<Position> clusters_{};
};

struct Provider {
  Position home{};
  double reach = 0;
  unsigned kinds = 0;
  std::uint64_t hours = 0;
  unsigned accommodations = 0;
  int seats = 1;
  int preference = 0;  // Hundredths of a minute.
};

struct Request {
  Position home{};
  int kind = 0;
  std::uint64_t hours = 0;  // Any of them will do.
  unsigned accommodations = 0;
};

Provider SomeProvider(Map& map, Dice& dice) {
  Provider provider{.home = map.SomeHome()};
  provider.reach = 10 + 20 * dice.Fraction();
  const int kinds = 1 + (dice.Chance(0.35) ? 1 : 0) + (dice.Chance(0.15) ? 1 : 0);
  for (int i = 0; i < kinds; ++i) provider.kinds |= 1u << dice.Below(kKindCount);
  for (int i = 0; i < kHourCount; ++i) {
    if (dice.Chance(0.6)) provider.hours |= std::uint64_t{1} << i;
  }
  for (int i = 0; i < kAccommodationCount; ++i) {
    if (dice.Chance(0.35)) provider.accommodations |= 1u << i;
  }
  provider.seats = 1 + dice.Below(3);
  provider.preference = dice.Below(2000);
  return provider;
}

Request SomeRequest(Map& map, Dice& dice) {
  Request request{.home = map.SomeHome(), .kind = dice.Below(kKindCount)};
  request.hours = std::uint64_t{1} << dice.Below(kHourCount);
  if (dice.Chance(0.5)) request.hours |= request.hours >> 1;
  if (dice.Chance(0.25)) request.accommodations = 1u << dice.Below(kAccommodationCount);
  return request;
}

bool CanServe(const Provider& provider, const Request& request, double minutes) {
  return minutes <= provider.reach && (provider.kinds >> request.kind & 1u) != 0 &&
         (provider.hours & request.hours) != 0 &&
         (provider.accommodations & request.accommodations) == request.accommodations;
}

template <typename T>
void SortBySquare(const Map& map, std::vector<T>& all) {
  std::stable_sort(all.begin(), all.end(), [&](const T& a, const T& b) {
    return map.SquareOf(a.home) < map.SquareOf(b.home);
  });
}

// Providers by square and kind.
class Directory {
 public:
  Directory(const Map& map, const std::vector<Provider>& providers)
      : map_(map), providers_(providers), cells_(CellCount()) {
    for (size_t i = 0; i < providers.size(); ++i) {
      for (int kind = 0; kind < kKindCount; ++kind) {
        if ((providers[i].kinds >> kind & 1u) == 0) continue;
        cells_[Cell(map.SquareOf(providers[i].home), kind)].push_back(
            static_cast<std::uint32_t>(i));
      }
    }
  }

  std::vector<Choice> ChoicesOf(const Request& request, TerritoryShape::Costs costs) const {
    std::vector<Choice> choices;
    const int along = map_.SquaresAlong();
    const int square = map_.SquareOf(request.home);
    for (int y = std::max(square / along - 1, 0); y <= std::min(square / along + 1, along - 1);
         ++y) {
      for (int x = std::max(square % along - 1, 0); x <= std::min(square % along + 1, along - 1);
           ++x) {
        AddChoices(cells_[Cell(y * along + x, request.kind)], request, costs, choices);
      }
    }
    const auto cheaper = [](const Choice& a, const Choice& b) {
      return std::pair(a.minutes, a.place) < std::pair(b.minutes, b.place);
    };
    std::sort(choices.begin(), choices.end(), cheaper);
    if (choices.size() > kMostChoices) choices.resize(kMostChoices);
    return choices;
  }

 private:
  size_t CellCount() const {
    return static_cast<size_t>(map_.SquaresAlong() * map_.SquaresAlong() * kKindCount);
  }
  static size_t Cell(int square, int kind) {
    return static_cast<size_t>(square * kKindCount + kind);
  }

  void AddChoices(const std::vector<std::uint32_t>& cell, const Request& request,
                  TerritoryShape::Costs costs, std::vector<Choice>& choices) const {
    for (const std::uint32_t i : cell) {
      const double minutes = MinutesBetween(providers_[i].home, request.home);
      if (!CanServe(providers_[i], request, minutes)) continue;
      choices.push_back({i, costs == TerritoryShape::Costs::kFine
                                ? static_cast<int>(100 * minutes) + providers_[i].preference
                                : static_cast<int>(std::ceil(minutes))});
    }
  }

  const Map& map_;
  const std::vector<Provider>& providers_;
  std::vector<std::vector<std::uint32_t>> cells_;
};

Place PlaceOf(const Provider& provider, size_t number, TerritoryShape::Costs costs) {
  Place place{.id = {absl::StrFormat("place-%07d", number)}, .capacity = provider.seats};
  if (costs == TerritoryShape::Costs::kFine) return place;
  for (int seat = 0; seat < provider.seats; ++seat) {
    place.load_costs.push_back((seat + 1) * (1 + provider.preference % 3));
  }
  return place;
}

}  // namespace

matcher::assign::Problem MakeTerritory(const TerritoryShape& shape) {
  Dice dice(shape.seed);
  Map map(std::sqrt(shape.requests / kRequestsPerSquareMinute), dice);
  std::vector<Provider> providers;
  const double wanted_seats = shape.requests * shape.seats_per_request;
  for (double seats = 0; seats < wanted_seats; seats += providers.back().seats) {
    providers.push_back(SomeProvider(map, dice));
  }
  std::vector<Request> requests;
  for (int i = 0; i < shape.requests; ++i) requests.push_back(SomeRequest(map, dice));
  SortBySquare(map, providers);
  SortBySquare(map, requests);

  const Directory directory(map, providers);
  std::vector<Place> places;
  for (const Provider& provider : providers) {
    places.push_back(PlaceOf(provider, places.size(), shape.costs));
  }
  std::vector<Task> tasks;
  for (const Request& request : requests) {
    tasks.push_back({.id = {absl::StrFormat("task-%07d", tasks.size())},
                     .asked = absl::FromUnixSeconds(dice.Below(1'000'000)),
                     .choices = directory.ChoicesOf(request, shape.costs)});
  }
  return matcher::assign::Problem::Make(std::move(places), std::move(tasks)).value();
}

}  // namespace entraide::bench
