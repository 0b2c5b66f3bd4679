// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/measure.h"

#include <time.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"

namespace entraide::bench {
namespace {

absl::Status Usage() {
  return absl::InvalidArgumentError("usage: [P1 P2 ...] [--scale 0.25,1,4] [--json FILE]");
}

bool ReadScales(absl::string_view text, std::vector<double>& scales) {
  scales.clear();
  for (const absl::string_view part : absl::StrSplit(text, ',')) {
    if (!absl::SimpleAtod(part, &scales.emplace_back()) || scales.back() <= 0) return false;
  }
  return true;
}

std::string GoalText(const Goal& goal) {
  return absl::StrFormat("%s %g", goal.sense == Goal::Sense::kAtLeast ? ">=" : "<=", goal.bound);
}

std::string SidesText(const Figure& figure) {
  std::string text;
  if (figure.ours.has_value()) absl::StrAppendFormat(&text, "ours %.4g", *figure.ours);
  if (figure.peer.has_value()) absl::StrAppendFormat(&text, "  peer %.4g", *figure.peer);
  return text.empty() ? text : absl::StrCat(text, " ", figure.side_unit);
}

std::string Line(const Figure& figure) {
  std::string line =
      absl::StrFormat("%-3s %-44s x%-5g %-34s reached %.4g %s", figure.name, figure.what,
                      figure.scale, SidesText(figure), figure.reached, figure.unit);
  if (figure.goal.has_value()) {
    absl::StrAppend(&line, "  goal ", GoalText(*figure.goal),
                    IsMet(*figure.goal, figure.reached) ? "  met" : "  MISSED");
  }
  return line;
}

nlohmann::json ToJson(const Figure& figure) {
  nlohmann::json json = {{"name", figure.name},       {"what", figure.what},
                         {"scale", figure.scale},     {"side_unit", figure.side_unit},
                         {"reached", figure.reached}, {"unit", figure.unit}};
  if (figure.ours.has_value()) json["ours"] = *figure.ours;
  if (figure.peer.has_value()) json["peer"] = *figure.peer;
  if (figure.goal.has_value()) {
    json["goal"] = GoalText(*figure.goal);
    json["met"] = IsMet(*figure.goal, figure.reached);
  }
  return json;
}

}  // namespace

absl::StatusOr<Options> ParseOptions(int argc, const char* const* argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const absl::string_view word = argv[i];
    if (word == "--scale" && i + 1 < argc) {
      if (!ReadScales(argv[++i], options.scales)) return Usage();
    } else if (word == "--json" && i + 1 < argc) {
      options.json_file = argv[++i];
    } else if (word.size() > 1 && word[0] == 'P') {
      options.figures.emplace_back(word);
    } else {
      return Usage();
    }
  }
  return options;
}

bool Wants(const Options& options, absl::string_view figure) {
  const auto& wanted = options.figures;
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), figure) != wanted.end();
}

double SecondsOf(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double CpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double CpuSecondsOf(const Work& work) {
  const double start = CpuSeconds();
  work();
  return CpuSeconds() - start;
}

std::vector<double> MedianSeconds(const std::vector<Work>& sides, int rounds) {
  for (const Work& side : sides) side();
  std::vector<std::vector<double>> seconds(sides.size());
  for (int round = 0; round < rounds; ++round) {
    for (size_t i = 0; i < sides.size(); ++i) seconds[i].push_back(SecondsOf(sides[i]));
  }
  std::vector<double> medians;
  for (const std::vector<double>& side : seconds) medians.push_back(Percentile(side, 50));
  return medians;
}

double Percentile(std::vector<double> values, double percent) {
  const double last = static_cast<double>(values.size() - 1);
  const auto place = static_cast<std::ptrdiff_t>(std::llround(last * percent / 100));
  std::nth_element(values.begin(), values.begin() + place, values.end());
  return values[static_cast<size_t>(place)];
}

std::optional<double> GrowthExponent(const std::vector<std::pair<double, double>>& size_and_cost) {
  const double count = static_cast<double>(size_and_cost.size());
  double x_sum = 0;
  double y_sum = 0;
  for (const auto& [size, cost] : size_and_cost) {
    x_sum += std::log(size);
    y_sum += std::log(cost);
  }
  double xx = 0;
  double xy = 0;
  for (const auto& [size, cost] : size_and_cost) {
    const double x = std::log(size) - x_sum / count;
    xx += x * x;
    xy += x * (std::log(cost) - y_sum / count);
  }
  if (xx < 1e-12) return std::nullopt;
  return xy / xx;
}

Goal AtLeast(double bound) { return {.sense = Goal::Sense::kAtLeast, .bound = bound}; }
Goal AtMost(double bound) { return {.sense = Goal::Sense::kAtMost, .bound = bound}; }

bool IsMet(const Goal& goal, double reached) {
  return goal.sense == Goal::Sense::kAtLeast ? reached >= goal.bound : reached <= goal.bound;
}

void Report::Add(Figure figure) {
  std::cout << Line(figure) << std::endl;  // At once: some take minutes.
  figures_.push_back(std::move(figure));
}

absl::Status Report::Finish() const {
  if (options_.json_file.empty()) return absl::OkStatus();
  nlohmann::json json = nlohmann::json::array();
  for (const Figure& figure : figures_) json.push_back(ToJson(figure));
  std::ofstream file(options_.json_file);
  file << json.dump(2) << "\n";
  if (!file.flush())
    return absl::UnavailableError(absl::StrCat("cannot write ", options_.json_file));
  return absl::OkStatus();
}

}  // namespace entraide::bench
