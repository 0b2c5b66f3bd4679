// SPDX-License-Identifier: EUPL-1.2
// The best ten of a synthetic France for a need: P2, what that costs; P1, beside PostgreSQL, which
// gives the same answers; P11, memory; P12, the building of the index. `tests/bench/run P1 P2 P11
// P12 --scale 0.25,1,4` runs it.

#include <algorithm>
#include <iostream>
#include <numeric>
#include <utility>

#include "absl/algorithm/container.h"
#include "services/platform/base/status.h"
#include "tests/bench/match_beside.h"
#include "tests/bench/match_index.h"
#include "tests/bench/measure.h"

namespace entraide::bench {
namespace {

using matcher::index::Scratch;

constexpr int kRounds = 5;
constexpr double kTerritory =
    169.0 / 35'000;  // As many communes as the demonstration: 5,800 candidates.

// Requests that have just been read are at hand, as they are after decoding.
constexpr size_t kAtHand = 16;

// Of one request, as each of `asks` takes it, several in turn between two looks at the clock; the
// median of some rounds.
std::vector<double> Microseconds(const IndexedFrance& index, const std::vector<Ask>& asks,
                                 size_t in_turn) {
  Scratch scratch;
  std::vector<std::vector<double>> rounds(asks.size() / in_turn);
  for (int round = 0; round < kRounds; ++round) {
    for (size_t slice = 0; slice < rounds.size(); ++slice) {
      const auto first = asks.begin() + static_cast<std::ptrdiff_t>(slice * in_turn);
      const std::vector<Ask> at_hand(first, first + static_cast<std::ptrdiff_t>(in_turn));
      uint64_t sum = 0;
      rounds[slice].push_back(1e6 * SecondsOf([&] {
                                for (const Ask& ask : at_hand) sum += index.Answer(ask, scratch);
                              }) /
                              static_cast<double>(in_turn));
      Keep(sum);
    }
  }
  std::vector<double> medians;
  for (std::vector<double>& slice : rounds) medians.push_back(Percentile(std::move(slice), 50));
  return medians;
}

double MeanMicroseconds(const IndexedFrance& index, const std::vector<Ask>& asks) {
  const std::vector<double> each = Microseconds(index, asks, kAtHand);
  return std::accumulate(each.begin(), each.end(), 0.0) / static_cast<double>(each.size());
}

double P99Microseconds(const IndexedFrance& index, const std::vector<Ask>& asks) {
  return Percentile(Microseconds(index, asks, 1), 99);
}

double RowsInRange(const IndexedFrance& index, const std::vector<Ask>& asks) {
  Scratch scratch;
  double rows = 0;
  for (const Ask& ask : asks) {
    index.Answer(ask, scratch);
    for (const auto& run : scratch.runs) rows += run.end - run.begin;
  }
  return rows / static_cast<double>(asks.size());
}

// Returns the mean.
double MeasureBudget(const SyntheticFrance& france, const IndexedFrance& index, double scale,
                     Report& report) {
  std::vector<Ask> asks = france.Asks(100'000, 7);
  const auto add = [&](const std::string& what, double reached, double goal) {
    report.Add({.name = "P2",
                .what = what,
                .scale = scale,
                .reached = reached,
                .unit = "us",
                .goal = AtMost(goal)});
  };
  const double mean = MeanMicroseconds(index, asks);
  add("best 10 with terms, mean", mean, 1.5);
  add("best 10 with terms, p99", P99Microseconds(index, asks), 3);
  const auto place = [&](const Ask& ask) {
    return std::make_pair(ask.kind, france.ground()->reach.RankOf(ask.need.residence));
  };
  std::sort(asks.begin(), asks.end(),
            [&](const Ask& a, const Ask& b) { return place(a) < place(b); });
  add("a batch sorted by kind and commune", MeanMicroseconds(index, asks), 0.8);
  return mean;
}

void MeasureMemory(const SyntheticFrance& france, const IndexedFrance& index, double scale,
                   Report& report) {
  const double candidates = france.size().organizations + france.size().volunteers;
  report.Add({.name = "P2",
              .what = "memory of a candidate",
              .scale = scale,
              .reached = static_cast<double>(index.bytes()) / candidates,
              .unit = "B",
              .goal = AtMost(64)});
}

// How the cost grows with how many are in range: the same communes, with more and more helpers.
void MeasureGrowthInRange(double scale, Report& report) {
  std::vector<std::pair<double, double>> range_and_cost;
  for (const double density : {1.0 / 16, 1.0 / 4, 1.0}) {
    FranceSize size = FranceAt(scale * density);
    size.communes = FranceAt(scale).communes;
    const SyntheticFrance france(size);
    const IndexedFrance index(france);
    const std::vector<Ask> asks = france.Asks(20'000, 8);
    range_and_cost.emplace_back(RowsInRange(index, asks), MeanMicroseconds(index, asks));
  }
  report.Add({.name = "P2",
              .what = "exponent of growth with candidates in range",
              .scale = scale,
              .reached = GrowthExponent(range_and_cost).value_or(0),
              .goal = AtMost(0.75)});
}

// Returns the mean cost of an answer, if that was asked for.
absl::StatusOr<double> MeasureAt(double scale, const Options& options, Report& report) {
  double mean = 0;
  if (options.figures == std::vector<std::string>{"P12"}) return mean;
  const SyntheticFrance france(FranceAt(scale));
  const IndexedFrance index(france);
  if (Wants(options, "P2")) {
    mean = MeasureBudget(france, index, scale, report);
    MeasureMemory(france, index, scale, report);
  }
  if (Wants(options, "P1") || Wants(options, "P11")) {
    RETURN_IF_ERROR(MeasureBesidePostgres(options, france, index, scale, report));
  }
  return mean;
}

absl::Status Run(const Options& options) {
  Report report(options);
  std::vector<std::pair<double, double>> scale_and_cost;
  for (const double scale : options.scales) {
    ASSIGN_OR_RETURN(const double mean, MeasureAt(scale, options, report));
    scale_and_cost.emplace_back(scale, mean);
    if (!Wants(options, "P12")) continue;
    RETURN_IF_ERROR(MeasureColdStart("cold start", 3, FranceAt(scale), scale, report));
  }
  if (Wants(options, "P12")) {
    RETURN_IF_ERROR(
        MeasureColdStart("of a territory", 0.05, FranceAt(kTerritory), kTerritory, report));
  }
  if (!Wants(options, "P2")) return report.Finish();
  if (const std::optional<double> growth = GrowthExponent(scale_and_cost); growth.has_value()) {
    report.Add({.name = "P2",
                .what = "exponent of growth with communes",
                .scale = options.scales.back(),
                .reached = *growth,
                .goal = AtMost(0.1)});
  }
  MeasureGrowthInRange(*absl::c_min_element(options.scales), report);
  return report.Finish();
}

}  // namespace
}  // namespace entraide::bench

int main(int argc, char** argv) {
  const auto options = entraide::bench::ParseOptions(argc, argv);
  if (!options.ok()) return std::cerr << options.status().message() << "\n", 2;
  const absl::Status status = entraide::bench::Run(*options);
  if (!status.ok()) return std::cerr << status << "\n", 1;
  return 0;
}
