// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/time/time.h"
#include "absl/types/span.h"
#include "matcher/engine/weights.h"
#include "matcher/index/cents.h"
#include "matcher/index/plan.h"

namespace entraide::matcher::index {

// The value of each of the engine's `WeightedTerms`, in their order; kAbsent where it does not
// apply.
constexpr size_t kMostTerms = 16;
using TermValues = std::array<int, kMostTerms>;

// A row that passes every rule, how far its home is from where the need is, and what its terms sum
// up to so far.
struct Passing {
  uint32_t row : 31 = 0;
  uint32_t was_judged : 1 = 0;           // By the engine: its lines may not tell.
  Reach::Seconds out = Reach::kTooFar;   // To the place: from the residence; of a ride, to the
  Reach::Seconds back = Reach::kTooFar;  // pickup and from its end. kTooFar: not looked up yet.
  uint32_t weighted = 0;
  uint32_t weights = 0;

  int score() const { return weights == 0 ? 0 : static_cast<int>(weighted / weights); }
};
static_assert(sizeof(Passing) == 16);

// Gives rows the terms and the score that the engine would: what a record does not say is asked of
// the engine. One term after the other, each of all rows: records that have just been looked at are
// at hand, and what the term is like is asked once.
class Scorer {
 public:
  // All arguments outlive it. `dearest` is what the dearest of all admitted rows costs.
  Scorer(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now,
         const Plan& plan, Cents& cents, std::optional<int64_t> dearest);

  // Whether prices count at all.
  static bool NeedsCents(const KindIndex& index);

  // Sums up the terms of rows that have none.
  void AddUp(absl::Span<Passing> rows);

  // Each term by itself; `values` has a place for each row.
  void ListTerms(absl::Span<const Passing> rows, TermValues* values);

 private:
  enum class By {
    kDetour,
    kWait,
    kContinuity,
    kReactivity,
    kMargin,
    kCost,
    kPreference,
    kScarcity,
    kFreshness,
    kVolunteer,
    kEngine
  };
  struct Source {
    By by = By::kEngine;
    int weight = 0;
    size_t place = 0;  // In `WeightedTerms`.
  };

  static By ByName(absl::string_view term);
  // Those that weigh something.
  static const std::vector<Source>& SourcesOf(Family family);
  // How the term is found now; none: the engine would find that it applies to no row.
  std::optional<By> ForThisNeed(By by) const;

  // Calls `take` with the place and the value of each row.
  template <typename Take>
  void FindValues(const Source& source, absl::Span<const Passing> rows, const Take& take);

  int Detour(const Passing& row) const;
  int Continuity(const Record& record) const;
  int Margin(const Source& source, const Passing& row) const;
  int Cost(const Record& record);
  int Preference(const Record& record) const;
  int AskEngine(const Source& source, const Passing& row) const;
  int64_t SecondsBetween(Reach::Seconds told, Rank from, Rank to) const;

  const Territory& territory_;
  const KindIndex& index_;
  const Need& need_;
  const absl::Time now_;
  const Plan& plan_;
  Cents& cents_;
  const std::optional<int64_t> dearest_;
  std::array<Source, kMostTerms> sources_{};
  size_t source_count_ = 0;
};

}  // namespace entraide::matcher::index
