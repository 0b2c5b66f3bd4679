// SPDX-License-Identifier: EUPL-1.2
// P9: how good the plans of rides are for the processor time they take. Usage: bench_dayplan [P9]
// [--scale 0.25,1,4] [--json FILE] [--seconds-per-instance N]. A scale multiplies the time for each
// instance, and the rides of a territory's day. Processor time only: a busy machine changes little.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "matcher/dayplan/check_plan.h"
#include "matcher/dayplan/plan_day.h"
#include "tests/bench/measure.h"
#include "tests/bench/pgrouting.h"
#include "tests/bench/recorded_plans.h"
#include "tests/matcher/dayplan/instances.h"
#include "tests/matcher/dayplan/ternois_days.h"

namespace entraide::bench {
namespace {

namespace dp = ::entraide::matcher::dayplan;

constexpr std::int64_t kNoEnd = std::numeric_limits<std::int64_t>::max();
constexpr int kDayRides = 200;
constexpr int kDays = 10;
constexpr double kDaySeconds = 0.09;
constexpr double kFleetSeconds = 1;
constexpr std::size_t kRidesForPgRouting = 12;  // With 25 it takes more than a minute.

struct Timed {
  dp::Plan plan{};
  double seconds = 0;
};

// Within so much processor time. Ends the program with the first violation: a plan that is not
// valid has no figures.
Timed PlanFor(double seconds, const dp::Day& day, dp::Aim aim) {
  const double start = CpuSeconds();
  const dp::Effort effort{
      .rounds = kNoEnd, .spent = [&] { return (CpuSeconds() - start) / seconds; }, .aim = aim};
  absl::StatusOr<dp::Plan> plan = dp::PlanDay(day, effort);
  const double taken = CpuSeconds() - start;
  if (!plan.ok()) {
    std::cerr << plan.status() << "\n";
    std::exit(1);
  }
  for (const dp::Violation& violation : dp::CheckPlan(day, *plan)) {
    std::cerr << "not a valid plan: " << violation.what << "\n";
    std::exit(1);
  }
  return {*std::move(plan), taken};
}

double Units(std::int64_t ticks) { return static_cast<double>(ticks) / dp::kTicksPerUnit; }

std::vector<dp::Instance> InstancesOf(const std::string& folder, const RecordedClass& sizes) {
  std::vector<dp::Instance> instances;
  for (const std::string& path : dp::TextFilesOf(folder)) {
    absl::StatusOr<dp::Instance> instance = dp::ReadLiLim(path);
    if (!instance.ok() || !RecordedPlanOf(instance->name).has_value()) continue;
    if (!absl::StrContains(instance->name, sizes.part_of_name)) continue;
    instances.push_back(*std::move(instance));
  }
  return instances;
}

void CompareDistances(const RecordedClass& sizes, const std::vector<dp::Instance>& instances,
                      double scale, double seconds, Report& report) {
  double ours = 0;
  double taken = 0;
  double vroom = 0;
  for (const dp::Instance& instance : instances) {
    const Timed timed = PlanFor(seconds * scale, instance.day, dp::Aim::kLeastDriving);
    ours += Units(timed.plan.totals.meters);
    taken += timed.seconds / static_cast<double>(instances.size());
    vroom += RecordedPlanOf(instance.name)->distance * sizes.vroom_over_plain;
  }
  const std::string what = absl::StrCat(sizes.name, ", ", instances.size(), " instances: ");
  const bool has_vroom = sizes.vroom_seconds.has_value();
  report.Add({.name = "P9",
              .what = what + (has_vroom ? "distance, VROOM's est." : "distance, plain search's"),
              .scale = scale,
              .ours = ours,
              .peer = vroom,
              .reached = ours / vroom,
              .unit = "x",
              .goal = AtMost(sizes.distance_goal)});
  if (!has_vroom) return;
  report.Add({.name = "P9",
              .what = what + "CPU each, VROOM's",
              .scale = scale,
              .ours = taken,
              .peer = sizes.vroom_seconds,
              .side_unit = "s",
              .reached = taken / *sizes.vroom_seconds,
              .unit = "x",
              .goal = AtMost(sizes.seconds_goal)});
}

void CountVehicles(const std::vector<dp::Instance>& instances, double scale, Report& report) {
  double ours = 0;
  double best = 0;
  for (const dp::Instance& instance : instances) {
    const Timed timed = PlanFor(kFleetSeconds * scale, instance.day, dp::Aim::kFewestDrivers);
    ours += static_cast<double>(timed.plan.tours.size());
    best += RecordedPlanOf(instance.name)->fewest_vehicles;
  }
  report.Add(
      {.name = "P9",
       .what = absl::StrCat("100 tasks, ", instances.size(), " instances: vehicles, best known"),
       .scale = scale,
       .ours = ours,
       .peer = best,
       .reached = ours / best,
       .unit = "x",
       .goal = AtMost(1.01)});
}

void ComparePgRouting(dp::Instance instance, double scale, Report& report) {
  instance.day.legs.resize(std::min(instance.day.legs.size(), kRidesForPgRouting));
  const absl::StatusOr<PgRoutingPlan> theirs = PlanWithPgRouting(instance);
  if (!theirs.ok()) {
    std::cout << "P9  pgRouting is not compared: " << theirs.status().message() << "\n";
    return;
  }
  const Timed timed = PlanFor(0.005 * scale, instance.day, dp::Aim::kLeastDriving);
  const std::string what = absl::StrCat(instance.name, "'s first ", instance.day.legs.size());
  const double ours = Units(timed.plan.totals.meters);
  report.Add({.name = "P9",
              .what = what + ": distance, pgRouting's",
              .scale = scale,
              .ours = ours,
              .peer = theirs->distance,
              .reached = ours / theirs->distance,
              .unit = "x",
              .goal = AtMost(1)});
  report.Add({.name = "P9",
              .what = what + ": CPU, pgRouting's",
              .scale = scale,
              .ours = timed.seconds,
              .peer = theirs->cpu_seconds,
              .side_unit = "s",
              .reached = theirs->cpu_seconds / timed.seconds,
              .unit = "x"});
}

double DrivingOf(const dp::Plan& plan) { return static_cast<double>(plan.totals.meters) / 1000; }

// The seconds of one thousand rounds.
double PlanDays(double scale, Report& report) {
  const std::vector<dp::Village> villages = dp::ReadVillages("deploy/data/ternois/communes.csv");
  const dp::Roads roads = dp::RoadsBetween(villages);
  const int rides = std::max(8, static_cast<int>(kDayRides * scale));
  std::vector<double> milliseconds;
  double soon = 0;
  double later = 0;
  int soon_unserved = 0;
  int later_unserved = 0;
  double thousand_rounds = 0;
  for (int seed = 1; seed <= kDays; ++seed) {
    const dp::Day day = dp::DrawDay(villages, roads, rides, static_cast<std::uint64_t>(seed));
    const Timed now = PlanFor(kDaySeconds * scale, day, dp::Aim::kLeastDriving);
    const Timed then = PlanFor(20 * kDaySeconds * scale, day, dp::Aim::kLeastDriving);
    milliseconds.push_back(1000 * now.seconds);
    soon += DrivingOf(now.plan);
    later += DrivingOf(then.plan);
    soon_unserved += now.plan.totals.unserved;
    later_unserved += then.plan.totals.unserved;
    const double start = CpuSeconds();
    const absl::StatusOr<dp::Plan> plan = dp::PlanDay(day, {.rounds = 1'000});
    Keep(plan);
    thousand_rounds += (CpuSeconds() - start) / kDays;
  }
  report.Add({.name = "P9",
              .what = absl::StrCat("a territory's day, ", rides, " rides: CPU"),
              .scale = scale,
              .reached = Percentile(milliseconds, 50),
              .unit = "ms",
              .goal = scale == 1 ? std::optional(AtMost(100)) : std::nullopt});
  report.Add({.name = "P9",
              .what = absl::StrCat(kDays, " such days: driving, with 20x the time"),
              .scale = scale,
              .ours = soon,
              .peer = later,
              .side_unit = "km",
              .reached = soon / later,
              .unit = "x"});
  report.Add({.name = "P9",
              .what = absl::StrCat(kDays, " such days: unserved, with 20x the time"),
              .scale = scale,
              .ours = soon_unserved,
              .peer = later_unserved,
              .reached = static_cast<double>(soon_unserved - later_unserved)});
  return thousand_rounds;
}

void CompareInstances(const std::string& folder, double scale, std::optional<double> seconds,
                      Report& report) {
  for (const RecordedClass& sizes : RecordedClasses()) {
    const std::vector<dp::Instance> instances = InstancesOf(folder, sizes);
    if (instances.empty()) continue;
    CompareDistances(sizes, instances, scale, seconds.value_or(sizes.seconds), report);
    if (sizes.name != RecordedClasses().front().name) continue;
    CountVehicles(instances, scale, report);
    ComparePgRouting(instances[4], scale, report);
  }
}

int Run(const Options& options, std::optional<double> seconds) {
  Report report(options);
  const std::optional<std::string> folder = dp::SharedData("li-lim");
  if (!folder.has_value()) std::cout << "P9  no instances of Li & Lim on this machine\n";
  std::vector<std::pair<double, double>> rides_and_seconds;
  for (const double scale : options.scales) {
    if (folder.has_value()) CompareInstances(*folder, scale, seconds, report);
    rides_and_seconds.emplace_back(kDayRides * scale, PlanDays(scale, report));
  }
  const std::optional<double> exponent = GrowthExponent(rides_and_seconds);
  if (exponent.has_value()) {
    report.Add(
        {.name = "P9", .what = "CPU of 1,000 rounds by rides: exponent", .reached = *exponent});
  }
  const absl::Status written = report.Finish();
  if (!written.ok()) return std::cerr << written << "\n", 1;
  return 0;
}

// Takes `--seconds-per-instance N` out of the arguments; the rest is as of every benchmark.
std::optional<double> TakeSeconds(std::vector<const char*>& arguments) {
  for (std::size_t i = 1; i + 1 < arguments.size(); ++i) {
    double seconds = 0;
    if (absl::string_view(arguments[i]) != "--seconds-per-instance") continue;
    if (!absl::SimpleAtod(arguments[i + 1], &seconds) || seconds <= 0) continue;
    const auto at = arguments.begin() + static_cast<std::ptrdiff_t>(i);
    arguments.erase(at, at + 2);
    return seconds;
  }
  return std::nullopt;
}

}  // namespace
}  // namespace entraide::bench

int main(int argc, char** argv) {
  std::vector<const char*> arguments(argv, argv + argc);
  const std::optional<double> seconds = entraide::bench::TakeSeconds(arguments);
  const auto options =
      entraide::bench::ParseOptions(static_cast<int>(arguments.size()), arguments.data());
  if (!options.ok()) return std::cerr << options.status().message() << "\n", 2;
  if (!entraide::bench::Wants(*options, "P9")) return 0;
  return entraide::bench::Run(*options, seconds);
}
