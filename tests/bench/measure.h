// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

// What the benchmark programs share: how they are asked, how both sides of a comparison are timed,
// and how goal and figure are told side by side.
namespace entraide::bench {

// `program P1 P2 --scale 0.25,1,4 --json FILE`.
struct Options {
  std::vector<std::string> figures{};  // Which of the program's own; none: all.
  std::vector<double> scales{1};       // Of the size of France, each in turn.
  std::string json_file{};             // Empty: none is written.
};

// INVALID_ARGUMENT says how it is used.
absl::StatusOr<Options> ParseOptions(int argc, const char* const* argv);

bool Wants(const Options& options, absl::string_view figure);

// A piece of work to be timed.
using Work = std::function<void()>;

double SecondsOf(const Work& work);

// This thread's own time: what else the machine does is not counted, nor is waiting.
double CpuSeconds();
double CpuSecondsOf(const Work& work);

// Runs each side once a round, in turn, so that what else the machine does falls on all of them;
// the median seconds of each. One more round, which is not counted, warms up.
std::vector<double> MedianSeconds(const std::vector<Work>& sides, int rounds = 5);

// The value below which `percent` % lie; 50 is the median. `values` is not empty.
double Percentile(std::vector<double> values, double percent);

// The power of `first` with which `second` grows: the slope of the line through the logarithms.
// None without two different sizes.
std::optional<double> GrowthExponent(const std::vector<std::pair<double, double>>& size_and_cost);

// Keeps the compiler from leaving out work whose result nobody looks at.
template <typename Value>
void Keep(const Value& value) {
  asm volatile("" : : "r"(&value) : "memory");
}

struct Goal {
  enum class Sense { kAtLeast, kAtMost };
  Sense sense = Sense::kAtLeast;
  double bound = 0;
};

Goal AtLeast(double bound);
Goal AtMost(double bound);
bool IsMet(const Goal& goal, double reached);

// One line of a report.
struct Figure {
  std::string name{};  // "P7".
  std::string what{};  // "balanced, 100,000 requests x 20".
  double scale = 1;
  std::optional<double> ours{};  // In `side_unit`, as is `peer`.
  std::optional<double> peer{};
  std::string side_unit{};  // "ms".
  double reached = 0;       // What the goal is about: often peer / ours.
  std::string unit{};       // Of `reached`: "x", "us"; empty for a plain number.
  std::optional<Goal> goal{};
};

// Prints each figure as it comes, goal beside reached, and keeps them for the file.
class Report {
 public:
  explicit Report(const Options& options) : options_(options) {}

  void Add(Figure figure);
  // Writes the file that was asked for, if any.
  absl::Status Finish() const;

 private:
  const Options options_;
  std::vector<Figure> figures_{};
};

}  // namespace entraide::bench
