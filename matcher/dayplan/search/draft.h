// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

#include "matcher/dayplan/search/model.h"
#include "matcher/dayplan/search/tour_draft.h"

namespace entraide::matcher::dayplan {

// What the search makes small, in the order of `PlanTotals`.
struct Score {
  std::int64_t unserved = 0;  // A broken commitment counts for more than all other legs together.
  std::int64_t cost = 0;      // Metres and split pairs above kCostOfMeter, unfairness below.

  friend auto operator<=>(const Score&, const Score&) = default;
};

inline constexpr std::int64_t kCostOfMeter = std::int64_t{1} << 28;
inline constexpr std::int64_t kBrokenCommitment = std::int64_t{1} << 20;

// A plan being worked on: a tour for every shift, and the legs that are in none. Changes since
// `Begin` can be undone; only tours that were touched are copied for that.
class Draft {
 public:
  // Nobody carries anything; legs that nobody could carry are left out for good.
  Draft(const Model& model, TourMath& math);

  const TourDraft& tour(int shift) const { return tours_[static_cast<std::size_t>(shift)]; }
  int shift_of(int leg) const { return shift_of_[static_cast<std::size_t>(leg)]; }  // -1: none.
  int trips_of(int driver) const { return trips_[static_cast<std::size_t>(driver)]; }
  const std::vector<int>& unserved() const { return unserved_; }
  Score score() const;

  // Shifts where a leg may go: those under way, and one of each kind that are not.
  const std::vector<int>& OpenShifts();
  int ShiftsUnderWay() const { return under_way_; }

  // Metres that it weighs if the leg and its pair get different drivers.
  std::int64_t SplitMeters(int leg, int driver) const;
  bool HasTripLeft(int driver) const;

  void Begin();
  bool IsTouched(int shift) const { return is_touched_[static_cast<std::size_t>(shift)]; }
  // False: the tour is impossible without these, and the changes must be undone.
  bool TakeOut(int shift, const std::vector<int>& legs);
  void PutIn(int leg, int shift, const Spot& spot);
  std::vector<int> TakeUnserved() { return std::exchange(unserved_, {}); }
  void LeaveUnserved(int leg) { unserved_.push_back(leg); }
  const std::vector<int>& Touched() const { return touched_; }
  void Undo();

  // Takes over a tour of a better plan; `Recount` when all are there.
  void Restore(int shift, const TourDraft& tour);
  void Recount();

  // No leg may go to a closed shift, and it has none.
  void Close(int shift);
  void Reopen(int shift);

 private:
  struct Sums {
    std::int64_t meters = 0;
    std::int64_t split_pairs = 0;
    std::int64_t unfairness = 0;  // Less that of recent trips alone, which nothing changes.
  };

  void Touch(int shift);
  void Count(int leg, int driver, int sign);
  void SetUnderWay(int change);

  const Model& model_;
  TourMath& math_;
  std::vector<TourDraft> tours_{};
  std::vector<int> shift_of_{};
  std::vector<int> trips_{};  // Recent ones included.
  std::vector<int> unserved_{};
  std::vector<int> hopeful_{};  // All legs that somebody could carry.
  std::vector<bool> is_closed_{};
  std::vector<int> open_{};
  bool open_is_stale_ = true;
  int under_way_ = 0;
  std::uint32_t last_version_ = 0;
  Sums sums_{};

  // Since `Begin`.
  std::vector<int> touched_{};
  std::vector<bool> is_touched_{};
  std::vector<TourDraft> saved_{};  // The first `touched_.size()` are in use; the rest is reused.
  std::vector<int> unserved_before_{};
  Sums sums_before_{};

  std::vector<bool> is_out_{};  // Scratch of `TakeOut`, by leg.
};

}  // namespace entraide::matcher::dayplan
