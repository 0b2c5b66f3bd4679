// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstdint>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "matcher/plan_day_rpc.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"
#include "services/platform/base/violations.h"

namespace entraide::matcher {
namespace {

using dayplan::DriverIndex;
using dayplan::LegIndex;
using dayplan::PlaceIndex;

constexpr int kMostDrivers = 100;
constexpr int kMostLegs = 400;
constexpr int kMostWindows = 10;
constexpr std::int64_t kMostRounds = 1'000'000;
constexpr std::size_t kLongestId = 80;
constexpr std::int64_t kLongestDay = 48 * 3600;
constexpr int kHour = 3600;

// A number of a request and what it may be; unset is 0.
struct Bounds {
  std::int64_t least = 0;
  std::int64_t most = 0;
  absl::string_view wanted{};
};

// Reads a request's fields; what is wrong goes to `wrong`.
class DayReader {
 public:
  DayReader(const v1::PlanDayRequest& request, const World& world)
      : request_(request), world_(world) {}

  absl::StatusOr<DayInput> Read();

 private:
  using Ids = absl::flat_hash_map<std::string, int>;

  void ReadIds();
  void ReadOrigin();
  dayplan::Driver ReadDriver(const v1::DayDriver& proto, const std::string& at);
  dayplan::Leg ReadLeg(const v1::DayLeg& proto, const std::string& at);
  void ReadPooling();
  void AddRoads();

  void AddId(const std::string& id, int position, const std::string& at, Ids& ids);
  int Number(std::int64_t value, const Bounds& bounds, const std::string& at);
  int Seconds(const google::protobuf::Duration& length, int most, const std::string& at);
  dayplan::Window ReadWindow(const v1::DayWindow& proto, const std::string& at);
  PlaceIndex Place(const std::string& code, const std::string& at);
  // Negative: no such id, which is noted.
  int Find(const Ids& ids, const std::string& id, const std::string& at);

  const v1::PlanDayRequest& request_;
  const World& world_;
  Violations wrong_{};
  Ids drivers_{};
  Ids legs_{};
  std::int64_t origin_ = 0;  // Unix seconds.
  absl::flat_hash_map<std::string, PlaceIndex> places_{};
  DayInput input_{};
};

void DayReader::AddId(const std::string& id, int position, const std::string& at, Ids& ids) {
  if (id.empty()) wrong_.Add(at, "REQUIRED", "1 to 80 characters");
  if (CodePoints(id) > kLongestId) wrong_.Add(at, "TOO_LONG", "at most 80 characters");
  if (!ids.emplace(id, position).second) wrong_.Add(at, "DUPLICATE", "each id once");
}

void DayReader::ReadIds() {
  if (request_.drivers().empty()) wrong_.Add("drivers", "REQUIRED", "1 to 100");
  if (request_.legs().empty()) wrong_.Add("legs", "REQUIRED", "1 to 400");
  if (request_.drivers_size() > kMostDrivers) wrong_.Add("drivers", "TOO_MANY", "at most 100");
  if (request_.legs_size() > kMostLegs) wrong_.Add("legs", "TOO_MANY", "at most 400");
  for (int i = 0; i < request_.drivers_size(); ++i) {
    AddId(request_.drivers(i).id(), i, absl::StrCat("drivers[", i, "].id"), drivers_);
  }
  for (int i = 0; i < request_.legs_size(); ++i) {
    AddId(request_.legs(i).id(), i, absl::StrCat("legs[", i, "].id"), legs_);
  }
}

// The day begins when the first driver may leave home.
void DayReader::ReadOrigin() {
  bool any = false;
  for (const v1::DayDriver& driver : request_.drivers()) {
    for (const v1::DayWindow& window : driver.availabilities()) {
      const std::int64_t start = window.start_time().seconds();
      origin_ = any ? std::min(origin_, start) : start;
      any = true;
    }
  }
  input_.origin = absl::FromUnixSeconds(origin_);
}

int DayReader::Number(std::int64_t value, const Bounds& bounds, const std::string& at) {
  if (value >= bounds.least && value <= bounds.most) return static_cast<int>(value);
  wrong_.Add(at, "OUT_OF_RANGE", bounds.wanted);
  return static_cast<int>(bounds.least);
}

int DayReader::Seconds(const google::protobuf::Duration& length, int most, const std::string& at) {
  if (length.seconds() >= 0 && length.seconds() <= most && length.nanos() == 0) {
    return static_cast<int>(length.seconds());
  }
  wrong_.Add(at, "OUT_OF_RANGE", absl::StrCat("whole seconds, 0 to ", most));
  return 0;
}

dayplan::Window DayReader::ReadWindow(const v1::DayWindow& proto, const std::string& at) {
  if (!proto.has_start_time() || !proto.has_end_time()) {
    wrong_.Add(at, "REQUIRED", "start_time and end_time");
    return {};
  }
  const std::int64_t start = proto.start_time().seconds() - origin_;
  const std::int64_t end = proto.end_time().seconds() - origin_;
  if (end < start || start < -kLongestDay || end > kLongestDay) {
    wrong_.Add(at, "OUT_OF_RANGE", "end_time not before start_time, within 48 hours of the others");
    return {};
  }
  return {.earliest = static_cast<int>(start), .latest = static_cast<int>(end)};
}

PlaceIndex DayReader::Place(const std::string& code, const std::string& at) {
  const auto known = places_.find(code);
  if (known != places_.end()) return known->second;
  const std::optional<CommuneIndex> commune = world_.communes().Find(code);
  if (!commune.has_value()) {
    wrong_.Add(at, "UNKNOWN_VALUE", "INSEE code of a known commune");
    return PlaceIndex{};
  }
  const auto place = static_cast<PlaceIndex>(input_.communes.size());
  input_.communes.push_back(*commune);
  places_.emplace(code, place);
  return place;
}

int DayReader::Find(const Ids& ids, const std::string& id, const std::string& at) {
  const auto found = ids.find(id);
  if (found != ids.end()) return found->second;
  wrong_.Add(at, "UNKNOWN_VALUE", "an id of the same request");
  return -1;
}

dayplan::Driver DayReader::ReadDriver(const v1::DayDriver& proto, const std::string& at) {
  dayplan::Driver driver;
  driver.home = Place(proto.home_commune(), at + ".home_commune");
  const int windows = proto.availabilities_size();
  if (windows == 0) wrong_.Add(at + ".availabilities", "REQUIRED", "1 to 10");
  if (windows > kMostWindows) wrong_.Add(at + ".availabilities", "TOO_MANY", "at most 10");
  for (int i = 0; i < std::min(windows, kMostWindows); ++i) {
    const std::string field = absl::StrCat(at, ".availabilities[", i, "]");
    const dayplan::Window window = ReadWindow(proto.availabilities(i), field);
    if (i > 0 && window.earliest < driver.availability.back().latest) {
      wrong_.Add(field, "OUT_OF_RANGE", "after the one before");
    }
    driver.availability.push_back(window);
  }
  const int seats = Number(proto.seat_count(), {0, 8, "1 to 8, or 0 for 4"}, at + ".seat_count");
  if (seats > 0) driver.seats = seats;
  driver.wheelchair_places =
      Number(proto.wheelchair_count(), {0, 4, "0 to 4"}, at + ".wheelchair_count");
  driver.recent_trips =
      Number(proto.recent_trip_count(), {0, 1'000, "0 to 1,000"}, at + ".recent_trip_count");
  if (proto.max_trip_meters() != 0) {
    driver.max_meters_per_trip =
        Number(proto.max_trip_meters(), {1, 1'000'000, "1 to 1,000,000"}, at + ".max_trip_meters");
  }
  if (proto.max_trip_count() != 0) {
    driver.max_trips = Number(proto.max_trip_count(), {1, 100, "1 to 100"}, at + ".max_trip_count");
  }
  if (proto.has_max_away_duration()) {
    driver.max_away_seconds =
        Seconds(proto.max_away_duration(), 24 * kHour, at + ".max_away_duration");
  }
  return driver;
}

dayplan::Leg DayReader::ReadLeg(const v1::DayLeg& proto, const std::string& at) {
  dayplan::Leg leg{.pickup = Place(proto.pickup_commune(), at + ".pickup_commune"),
                   .dropoff = Place(proto.dropoff_commune(), at + ".dropoff_commune")};
  if (!proto.has_pickup_window() && !proto.has_dropoff_window()) {
    wrong_.Add(at + ".pickup_window", "REQUIRED", "a window to board, to alight, or both");
  }
  if (proto.has_pickup_window()) {
    leg.pickup_window = ReadWindow(proto.pickup_window(), at + ".pickup_window");
  }
  if (proto.has_dropoff_window()) {
    leg.dropoff_window = ReadWindow(proto.dropoff_window(), at + ".dropoff_window");
  }
  leg.boarding_seconds = Seconds(proto.boarding_duration(), kHour, at + ".boarding_duration");
  leg.alighting_seconds = Seconds(proto.alighting_duration(), kHour, at + ".alighting_duration");
  const int seats = Number(proto.seat_count(), {0, 8, "1 to 8, or 0 for 1"}, at + ".seat_count");
  if (seats > 0) leg.seats = seats;
  leg.wheelchair_places =
      Number(proto.wheelchair_count(), {0, 4, "0 to 4"}, at + ".wheelchair_count");
  if (proto.sharing_ok()) leg.sharing = dayplan::Sharing::kWithOthers;
  if (proto.has_max_ride_duration()) {
    leg.max_ride_seconds =
        Seconds(proto.max_ride_duration(), 24 * kHour, at + ".max_ride_duration");
  }
  if (!proto.committed_driver().empty()) {
    const int driver = Find(drivers_, proto.committed_driver(), at + ".committed_driver");
    if (driver >= 0) leg.committed_to = DriverIndex(driver);
  }
  for (int i = 0; i < proto.excluded_drivers_size(); ++i) {
    const int driver =
        Find(drivers_, proto.excluded_drivers(i), absl::StrCat(at, ".excluded_drivers[", i, "]"));
    if (driver >= 0) leg.excluded.push_back(DriverIndex(driver));
  }
  if (!proto.paired_leg().empty()) {
    const int pair = Find(legs_, proto.paired_leg(), at + ".paired_leg");
    if (pair >= 0 && request_.legs(pair).paired_leg() != proto.id()) {
      wrong_.Add(at + ".paired_leg", "OUT_OF_RANGE", "a leg that names this one");
    } else if (pair >= 0) {
      leg.pair = LegIndex(pair);
    }
  }
  return leg;
}

void DayReader::ReadPooling() {
  if (!request_.has_pooling()) return;
  const v1::DayPooling& pooling = request_.pooling();
  input_.day.pooling = dayplan::PoolingRule{
      .max_extra_seconds =
          Seconds(pooling.max_extra_duration(), 4 * kHour, "pooling.max_extra_duration"),
      .max_extra_percent =
          Number(pooling.max_extra_percent(), {0, 400, "0 to 400"}, "pooling.max_extra_percent")};
}

void DayReader::AddRoads() {
  const auto between = [this](PlaceIndex from, PlaceIndex to) {
    const Route route = world_.RouteBetween(input_.communes[static_cast<std::size_t>(from)],
                                            input_.communes[static_cast<std::size_t>(to)]);
    return dayplan::Road{.seconds = static_cast<std::int32_t>(absl::ToInt64Seconds(route.duration)),
                         .meters = static_cast<std::int32_t>(route.distance_meters + 0.5)};
  };
  input_.day.roads = dayplan::Roads(static_cast<int>(input_.communes.size()), between);
}

absl::StatusOr<DayInput> DayReader::Read() {
  ReadIds();
  Number(request_.round_limit(), {0, kMostRounds, "1 to 1,000,000, or 0 for 16,000"},
         "round_limit");
  ReadPooling();
  if (request_.drivers_size() > kMostDrivers || request_.legs_size() > kMostLegs) {
    return wrong_.ToStatus();
  }
  ReadOrigin();
  for (int i = 0; i < request_.drivers_size(); ++i) {
    input_.day.drivers.push_back(ReadDriver(request_.drivers(i), absl::StrCat("drivers[", i, "]")));
  }
  for (int i = 0; i < request_.legs_size(); ++i) {
    input_.day.legs.push_back(ReadLeg(request_.legs(i), absl::StrCat("legs[", i, "]")));
  }
  RETURN_IF_ERROR(wrong_.ToStatus());
  AddRoads();
  return std::move(input_);
}

}  // namespace

absl::StatusOr<DayInput> ToDayInput(const v1::PlanDayRequest& request, const World& world) {
  return DayReader(request, world).Read();
}

}  // namespace entraide::matcher
