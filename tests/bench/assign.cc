// SPDX-License-Identifier: EUPL-1.2
// P7 and P8: all requests of a country to capacities at once beside LEMON's NetworkSimplex, and one
// arrival or departure beside starting again. Seconds are those of the processor, since each side
// is one thread: what else the machine does falls on neither.
#include "matcher/assign/assign.h"

#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "matcher/assign/first_come.h"
#include "matcher/assign/verify.h"
#include "tests/bench/assign_territory.h"
#include "tests/bench/assign_traffic.h"
#include "tests/bench/measure.h"
#include "tests/matcher/assign/lemon_network.h"
#include "tests/matcher/assign/lemon_optimum.h"

namespace entraide::bench {
namespace {

using matcher::assign::Assignment;
using matcher::assign::Cost;
using matcher::assign::Problem;
using Costs = TerritoryShape::Costs;

struct Case {
  std::string name{};
  int requests = 100'000;
  double seats_per_request = 1;
  Costs costs = Costs::kFine;
  double goal = 10;  // Times LEMON's speed.
};

const Case kLoose{.name = "loose", .seats_per_request = 2};
const Case kRoomy{.name = "a tenth to spare", .seats_per_request = 1.1};
const Case kBalanced{.name = "balanced", .seats_per_request = 1};
const Case kOverloaded{.name = "overloaded", .seats_per_request = 0.6};
const Case kFair{.name = "whole minutes, load",
                 .seats_per_request = 1.2,
                 .costs = Costs::kWholeMinutesAndLoad,
                 .goal = 5};
const Case kLarge{.name = "balanced", .requests = 200'000, .goal = 20};

// LEMON takes minutes there, and then hours.
constexpr int kMostRequestsForLemon = 200'000;
constexpr int kRounds = 5;
constexpr double kMostSecondsOfLemon = 100;
constexpr int kEvents = 4000;

Problem ProblemOf(const Case& of, double scale) {
  return MakeTerritory({.requests = static_cast<int>(of.requests * scale),
                        .seats_per_request = of.seats_per_request,
                        .costs = of.costs});
}

std::string WhatOf(const Case& of, const Problem& problem) {
  size_t choices = 0;
  for (const auto task : problem.Tasks()) choices += problem.ArcsOf(task).size();
  return absl::StrFormat("%s, %d x %.1f", of.name, problem.TaskCount(),
                         static_cast<double>(choices) / static_cast<double>(problem.TaskCount()));
}

void PrintGap(const Problem& problem, const Assignment& assignment) {
  const Cost first_come = FirstComeFirstServed(problem);
  const Cost& best = assignment.total;
  std::cout << absl::StreamFormat(
      "    first come, first served: %d unserved, %d minutes, load %d; best: %d, %d, %d\n",
      first_come.unserved, first_come.minutes, first_come.load, best.unserved, best.minutes,
      best.load);
}

// Of the sizes that the goals speak of; below them, that it is never slow; the least sizes only
// show that both sides agree.
std::optional<Goal> GoalOf(const Case& of, double scale) {
  if (scale >= 1) return AtLeast(of.goal);
  if (of.requests * scale >= 10'000) return AtLeast(5);
  return std::nullopt;
}

struct Sides {
  std::vector<double> ours{};
  std::vector<double> lemons{};
  bool agree = true;
};

// Both in turn, until there are enough rounds or LEMON has taken long enough.
Sides Race(const Problem& problem) {
  const bool with_lemon = problem.TaskCount() <= kMostRequestsForLemon;
  const auto network = with_lemon ? NetworkOf(problem) : matcher::assign::LemonNetwork{};
  Sides sides;
  double spent = 0;
  for (int round = 0; round < kRounds && spent < kMostSecondsOfLemon; ++round) {
    Assignment assignment;
    sides.ours.push_back(CpuSecondsOf([&] { assignment = Assign(problem); }));
    if (round == 0) {
      sides.agree = Verify(problem, assignment).ok();
      PrintGap(problem, assignment);
    }
    if (!with_lemon) continue;
    const matcher::assign::LemonAnswer answer = LemonOptimum(network);
    sides.lemons.push_back(answer.seconds);
    spent += answer.seconds;
    sides.agree &= answer.cost == OneNumberFor(problem).Of(assignment.total);
  }
  return sides;
}

bool MeasureCase(const Case& of, const Options& options, Report& report) {
  std::vector<std::pair<double, double>> growth;
  for (const double scale : options.scales) {
    const Problem problem = ProblemOf(of, scale);
    const Sides sides = Race(problem);
    if (!sides.agree) return std::cerr << of.name << ": the answers differ\n", false;
    const double ours = Percentile(sides.ours, 50);
    growth.emplace_back(static_cast<double>(problem.TaskCount()), ours);
    Figure figure{.name = "P7",
                  .what = WhatOf(of, problem),
                  .scale = scale,
                  .ours = 1000 * ours,
                  .side_unit = "ms",
                  .reached = 1000 * ours,
                  .unit = "ms"};
    if (!sides.lemons.empty()) {
      figure.peer = 1000 * Percentile(sides.lemons, 50);
      figure.reached = *figure.peer / *figure.ours;
      figure.unit = absl::StrFormat("x (%d rounds)", sides.lemons.size());
      figure.goal = GoalOf(of, scale);
    }
    report.Add(std::move(figure));
  }
  if (const std::optional<double> exponent = GrowthExponent(growth)) {
    report.Add({.name = "P7",
                .what = of.name + ", growth exponent",
                .reached = *exponent,
                .goal = AtMost(1.4)});
  }
  return true;
}

bool MeasureEvents(const Case& of, const Options& options, Report& report) {
  for (const double scale : options.scales) {
    const Problem problem = ProblemOf(of, scale);
    const double scratch = CpuSecondsOf([&] { Keep(Assign(problem)); });
    Traffic traffic(problem);
    const double seconds = CpuSecondsOf([&] {
      for (int i = 0; i < kEvents / 4; ++i) {
        traffic.TaskGoesAndComes();
        traffic.PlaceGoesAndComes();
      }
    });
    if (!traffic.StillOptimal()) return std::cerr << of.name << ": no longer the best\n", false;
    const double mean = 1e6 * seconds / kEvents;
    report.Add({.name = "P8",
                .what = WhatOf(of, problem),
                .scale = scale,
                .ours = mean,
                .peer = 1e6 * scratch,
                .side_unit = "us",
                .reached = mean,
                .unit = "us",
                .goal = AtMost(50)});
  }
  return true;
}

int Run(const Options& options) {
  Report report(options);
  if (Wants(options, "P7")) {
    for (const Case& of : {kLoose, kBalanced, kOverloaded, kFair, kLarge}) {
      if (!MeasureCase(of, options, report)) return 1;
    }
  }
  if (Wants(options, "P8")) {
    for (const Case& of : {kLoose, kRoomy, kBalanced, kOverloaded}) {
      if (!MeasureEvents(of, options, report)) return 1;
    }
  }
  const absl::Status finished = report.Finish();
  if (!finished.ok()) return std::cerr << finished.message() << "\n", 1;
  return 0;
}

}  // namespace
}  // namespace entraide::bench

int main(int argc, char** argv) {
  const absl::StatusOr<entraide::bench::Options> options =
      entraide::bench::ParseOptions(argc, argv);
  if (!options.ok()) return std::cerr << options.status().message() << "\n", 2;
  return entraide::bench::Run(*options);
}
