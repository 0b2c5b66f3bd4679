// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "absl/strings/string_view.h"

namespace entraide::bench {

// What others reached on the instances of Li & Lim, in the instances' unit.
struct RecordedPlan {
  absl::string_view instance{};
  double distance = 0;      // A plain ruin and recreate; mean over seeds.
  int fewest_vehicles = 0;  // Best known; 0: not asked here.
};

std::optional<RecordedPlan> RecordedPlanOf(absl::string_view instance);

// A size of instances, and what VROOM 1.15-dev (-x 5) needed for all instances of that size. Its
// costs were recorded as totals; the plain ruin and recreate above was measured beside it on the
// same instances, so that its distance on any of them gives an estimate of VROOM's:
//
//             instances   VROOM    plain     CPU of VROOM
//    100         56      58,311    58,309      0.58 s each
//    200         60     171,368   171,216      2.8 s
//   1000          6     251,731   246,000    223 s
struct RecordedClass {
  absl::string_view name{};
  absl::string_view part_of_name{};  // Of its instances: "_10_".
  double vroom_over_plain = 1;
  std::optional<double> vroom_seconds{};
  double seconds = 0;  // That we allow ourselves for each.
  double distance_goal = 1;
  double seconds_goal = 0.5;
};

const std::vector<RecordedClass>& RecordedClasses();

}  // namespace entraide::bench
