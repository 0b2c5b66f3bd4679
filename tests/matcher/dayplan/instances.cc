// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/dayplan/instances.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "absl/strings/str_cat.h"

namespace entraide::matcher::dayplan {
namespace {

namespace fs = std::filesystem;

struct Task {
  double x = 0, y = 0, demand = 0, earliest = 0, latest = 0, service = 0;
  int pickup_sibling = 0, dropoff_sibling = 0;
};

int Ticks(double units) { return static_cast<int>(std::llround(kTicksPerUnit * units)); }

Window TicksOf(const Task& task) {
  return {.earliest = Ticks(task.earliest), .latest = Ticks(task.latest)};
}

Roads StraightRoads(const std::vector<Task>& tasks) {
  return Roads(static_cast<int>(tasks.size()), [&](PlaceIndex from, PlaceIndex to) {
    const Task& a = tasks[static_cast<std::size_t>(from)];
    const Task& b = tasks[static_cast<std::size_t>(to)];
    const int ticks = Ticks(std::hypot(a.x - b.x, a.y - b.y));
    return Road{.seconds = ticks, .meters = ticks};
  });
}

Leg LegBetween(const std::vector<Task>& tasks, int pickup, int dropoff) {
  const Task& from = tasks[static_cast<std::size_t>(pickup)];
  const Task& to = tasks[static_cast<std::size_t>(dropoff)];
  return {.pickup = PlaceIndex(pickup),
          .dropoff = PlaceIndex(dropoff),
          .pickup_window = TicksOf(from),
          .dropoff_window = TicksOf(to),
          .boarding_seconds = Ticks(from.service),
          .alighting_seconds = Ticks(to.service),
          .seats = static_cast<int>(from.demand),
          .sharing = Sharing::kWithOthers};
}

absl::Status Unreadable(const std::string& path) {
  return absl::InvalidArgumentError(absl::StrCat("cannot read ", path));
}

std::string NameOf(const std::string& path) { return fs::path(path).stem().string(); }

}  // namespace

absl::StatusOr<Instance> ReadLiLim(const std::string& path) {
  std::ifstream file(path);
  int vehicles = 0, capacity = 0, speed = 0, number = 0;
  if (!(file >> vehicles >> capacity >> speed)) return Unreadable(path);
  std::vector<Task> tasks;
  Task task;
  while (file >> number >> task.x >> task.y >> task.demand >> task.earliest >> task.latest >>
         task.service >> task.pickup_sibling >> task.dropoff_sibling) {
    tasks.push_back(task);
  }
  if (tasks.empty()) return Unreadable(path);
  Instance instance{.name = NameOf(path), .day = {.roads = StraightRoads(tasks)}};
  instance.day.pooling.reset();
  for (const Task& each : tasks) instance.coordinates.emplace_back(each.x, each.y);
  instance.day.drivers.assign(static_cast<std::size_t>(vehicles),
                              {.availability = {TicksOf(tasks[0])}, .seats = capacity});
  for (int i = 1; i < static_cast<int>(tasks.size()); ++i) {
    const int dropoff = tasks[static_cast<std::size_t>(i)].dropoff_sibling;
    if (dropoff > 0) instance.day.legs.push_back(LegBetween(tasks, i, dropoff));
  }
  return instance;
}

absl::StatusOr<Instance> ReadDialARide(const std::string& path) {
  std::ifstream file(path);
  int vehicles = 0, nodes = 0, duration = 0, capacity = 0, ride = 0, number = 0;
  if (!(file >> vehicles >> nodes >> duration >> capacity >> ride)) return Unreadable(path);
  std::vector<Task> tasks;
  Task task;
  while (file >> number >> task.x >> task.y >> task.service >> task.demand >> task.earliest >>
         task.latest) {
    tasks.push_back(task);
  }
  if (static_cast<int>(tasks.size()) <= nodes) return Unreadable(path);
  Instance instance{.name = NameOf(path), .day = {.roads = StraightRoads(tasks)}};
  instance.day.pooling.reset();
  for (const Task& each : tasks) instance.coordinates.emplace_back(each.x, each.y);
  // Some files name the depot twice: as where tours begin, and as where they end.
  Window available = TicksOf(tasks[0]);
  available.latest = std::min(available.latest, TicksOf(tasks.back()).latest);
  if (static_cast<int>(tasks.size()) == nodes + 1) available = TicksOf(tasks[0]);
  instance.day.drivers.assign(
      static_cast<std::size_t>(vehicles),
      {.availability = {available}, .seats = capacity, .max_away_seconds = Ticks(duration)});
  for (int i = 1; i <= nodes / 2; ++i) {
    instance.day.legs.push_back(LegBetween(tasks, i, i + nodes / 2));
    instance.day.legs.back().max_ride_seconds = Ticks(ride);
  }
  return instance;
}

std::optional<std::string> SharedData(const std::string& folder) {
  const char* told = std::getenv("ENTRAIDE_SHARED_DATA");
  for (const std::string& data :
       {std::string(told == nullptr ? "" : told), std::string("../shared/data"),
        std::string("../../shared/data")}) {
    if (!data.empty() && fs::is_directory(absl::StrCat(data, "/", folder))) {
      return absl::StrCat(data, "/", folder);
    }
  }
  return std::nullopt;
}

std::vector<std::string> TextFilesOf(const std::string& folder) {
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace entraide::matcher::dayplan
