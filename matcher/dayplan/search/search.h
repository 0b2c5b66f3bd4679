// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "matcher/dayplan/plan_day.h"
#include "matcher/dayplan/search/best.h"
#include "matcher/dayplan/search/dice.h"
#include "matcher/dayplan/search/draft.h"
#include "matcher/dayplan/search/model.h"
#include "matcher/dayplan/search/neighbours.h"
#include "matcher/dayplan/search/progress.h"
#include "matcher/dayplan/search/recreate.h"
#include "matcher/dayplan/search/ruin.h"
#include "matcher/dayplan/search/tour_draft.h"

namespace entraide::matcher::dayplan {

// Looks for a good plan: a first one by insertion, then rounds of ruin and recreate.
//
// The effort is spent in sweeps, each as long as all before it together. A sweep begins with the
// best plan and cools down: it accepts worse plans, less and less so.
//
//   share spent   0   1/8   1/4        1/2                       1
//   sweep         |----|-----|----------|------------------------|
//
// So that twice the rounds do all that the rounds did, and one long sweep more. In the first half
// of a sweep another set of unserved legs may be tried where the legs left out are easier to place:
// those that were left out less often so far.
class Search {
 public:
  // `model` and `effort` outlive it.
  Search(const Model& model, const Effort& effort);

  void Run();
  const Best& best() const { return best_; }

 private:
  enum class Unserved { kNeverMore, kMayChange };

  void ShedTours(double until);  // shed_tours.cc
  bool ShedOne(int shift, double until);
  int EasiestTour() const;

  void Sweep(double from, double until);
  void Round(double temperature, Unserved unserved);
  bool IsAcceptable(const Score& after, double temperature, Unserved unserved);
  std::int64_t Absence(const std::vector<int>& legs) const;

  const Model& model_;
  Progress progress_;
  Aim aim_;
  double hottest_ = 0;  // Temperature, in costs.
  double coldest_ = 0;
  double first_end_ = 1;  // Share at which the first sweep ends.
  Dice dice_;
  TourMath math_;
  Neighbours neighbours_;
  Ruin ruin_;
  Recreate recreate_;
  Draft draft_;
  Best best_;
  Score current_{};
  std::vector<int> current_unserved_{};
  std::vector<std::int64_t> absences_{};  // Of a leg: rounds that left it out.
};

}  // namespace entraide::matcher::dayplan
