// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/dayplan/ternois_days.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <fstream>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace entraide::matcher::dayplan {
namespace {

constexpr int kMinute = 60;
constexpr int kHour = 60 * kMinute;

class Draw {
 public:
  Draw(const std::vector<Village>& villages, const Roads& roads, std::uint64_t seed)
      : villages_(villages), roads_(roads), state_(seed * 2654435761U + 12345) {}

  int Upto(int sides) {  // 0 to sides - 1.
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(sides));
  }
  bool Percent(int percent) { return Upto(100) < percent; }

  // A commune, the more people (to the power of `focus`) the likelier.
  PlaceIndex Somewhere(double focus) {
    double all = 0;
    for (const Village& village : villages_) all += std::pow(village.population, focus);
    double left = all * Upto(1 << 20) / (1 << 20);
    int index = 0;
    for (const Village& village : villages_) {
      left -= std::pow(village.population, focus);
      if (left < 0) break;
      ++index;
    }
    return PlaceIndex(std::min(index, static_cast<int>(villages_.size()) - 1));
  }
  int Seconds(PlaceIndex from, PlaceIndex to) const { return roads_.Between(from, to).seconds; }

 private:
  const std::vector<Village>& villages_;
  const Roads& roads_;
  std::uint64_t state_;
};

Driver DrawDriver(Draw& draw) {
  Driver driver{.home = draw.Somewhere(1), .seats = 3 + draw.Upto(2)};
  const int kind = draw.Upto(4);
  const Window morning{8 * kHour, 12 * kHour + 30 * kMinute};
  const Window afternoon{13 * kHour + 30 * kMinute, 18 * kHour};
  if (kind == 0) driver.availability = {morning};
  if (kind == 1) driver.availability = {afternoon};
  if (kind == 2) driver.availability = {morning, afternoon};
  if (kind == 3) driver.availability = {{7 * kHour, 19 * kHour}};
  if (draw.Percent(25)) driver.wheelchair_places = 1;
  if (draw.Percent(50)) driver.max_meters_per_trip = 50'000 + 10'000 * draw.Upto(8);
  if (draw.Percent(60)) driver.max_trips = 2 + draw.Upto(6);
  driver.recent_trips = draw.Upto(20);
  return driver;
}

Leg DrawRider(Draw& draw) {
  Leg leg{.boarding_seconds = 2 * kMinute, .alighting_seconds = kMinute};
  if (draw.Percent(10)) leg.seats = 2;
  if (draw.Percent(6)) leg.wheelchair_places = 1;
  if (draw.Percent(50)) leg.sharing = Sharing::kWithOthers;
  return leg;
}

// To the appointment, ten minutes early at the latest, and home when it is over.
void AddRide(Draw& draw, std::vector<Leg>& legs) {
  Leg there = DrawRider(draw);
  there.pickup = draw.Somewhere(0.8);
  there.dropoff = draw.Somewhere(1.6);
  const int appointment = 8 * kHour + 30 * kMinute + 15 * kMinute * draw.Upto(34);
  const int arrive = appointment - 10 * kMinute;
  there.dropoff_window = {arrive - 30 * kMinute, arrive};
  there.pickup_window = {arrive - 60 * kMinute - draw.Seconds(there.pickup, there.dropoff), arrive};
  Leg back = there;
  std::swap(back.pickup, back.dropoff);
  const int over = appointment + (30 + 15 * draw.Upto(6)) * kMinute;
  back.pickup_window = {over, over + 30 * kMinute};
  back.dropoff_window = {over, over + 3 * kHour};
  const LegIndex first{static_cast<int>(legs.size())};
  there.pair = LegIndex(static_cast<int>(first) + 1);
  back.pair = first;
  legs.push_back(there);
  legs.push_back(back);
}

void AgreeOnSome(Draw& draw, Day& day) {
  for (Leg& leg : day.legs) {
    const DriverIndex driver{draw.Upto(static_cast<int>(day.drivers.size()))};
    if (draw.Percent(3)) leg.committed_to = driver;
    if (draw.Percent(3)) leg.excluded.push_back(driver);
  }
}

}  // namespace

std::vector<Village> ReadVillages(const std::string& path) {
  std::vector<Village> villages;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);  // The names of the columns; population, latitude, longitude are 6-8.
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = absl::StrSplit(line, ',');
    Village village;
    if (cells.size() > 8 && absl::SimpleAtoi(cells[6], &village.population) &&
        absl::SimpleAtod(cells[7], &village.latitude_deg) &&
        absl::SimpleAtod(cells[8], &village.longitude_deg)) {
      villages.push_back(village);
    }
  }
  return villages;
}

Roads RoadsBetween(const std::vector<Village>& villages) {
  return Roads(static_cast<int>(villages.size()), [&](PlaceIndex from, PlaceIndex to) {
    const Village& a = villages[static_cast<std::size_t>(from)];
    const Village& b = villages[static_cast<std::size_t>(to)];
    const double north = (b.latitude_deg - a.latitude_deg) * 111'195;
    const double east = (b.longitude_deg - a.longitude_deg) * 111'195 * 0.638;  // At 50.4 degrees.
    const double meters = 1.3 * std::hypot(north, east);
    const int seconds = static_cast<int>(std::lround(meters / 50'000 * 3'600));
    return Road{.seconds = std::max(4 * kMinute, seconds),
                .meters = static_cast<int>(std::lround(meters))};
  });
}

Day DrawDay(const std::vector<Village>& villages, const Roads& roads, int legs,
            std::uint64_t seed) {
  Draw draw(villages, roads, seed);
  Day day{.roads = roads};
  for (int i = 0; i < std::max(1, legs / 4); ++i) day.drivers.push_back(DrawDriver(draw));
  for (int i = 0; i < legs / 2; ++i) AddRide(draw, day.legs);
  AgreeOnSome(draw, day);
  return day;
}

}  // namespace entraide::matcher::dayplan
