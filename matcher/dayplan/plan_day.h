// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>

#include "absl/status/statusor.h"
#include "matcher/dayplan/day.h"
#include "matcher/dayplan/plan.h"

namespace entraide::matcher::dayplan {

// What is made small after the unserved legs.
enum class Aim {
  kLeastDriving,   // Metres, then fairness.
  kFewestDrivers,  // Tours, then metres: for fleets that are hired, and to compare with others.
};

// How long to look for a better plan.
struct Effort {
  // Rounds of taking a few legs out of the plan and putting them back better.
  std::int64_t rounds = 16'000;

  // The share of the time that is used up, from 0; from 1 on the planner stops. Empty: only rounds
  // count. Called every few rounds, on the caller's thread.
  std::function<double()> spent{};

  std::uint64_t seed = 1;
  Aim aim = Aim::kLeastDriving;
};

// Plans a day: which driver carries whom, in which order and when. Least unserved first, then least
// driving, then fairness among drivers. Whenever it stops, the plan is valid (`CheckPlan`).
//
// Pure without `spent`: the same day, rounds and seed give the same plan, and twice the rounds
// never a worse one. INVALID_ARGUMENT where `Validate` finds something.
absl::StatusOr<Plan> PlanDay(const Day& day, const Effort& effort);

}  // namespace entraide::matcher::dayplan
