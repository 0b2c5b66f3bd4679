// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/time/time.h"
#include "absl/types/span.h"
#include "matcher/engine/weights.h"
#include "matcher/index/plan.h"

namespace entraide::matcher::index {

// The value of each of the engine's `WeightedTerms`, in their order; kAbsent where it does not
// apply.
constexpr int kAbsent = -1;
constexpr size_t kMostTerms = 16;
using TermValues = std::array<int, kMostTerms>;

// What one use costs the resident, by price of the kind's index; found when first asked for.
class Cents {
 public:
  void Start(const KindIndex& index, const Territory& territory, const Need& need, absl::Time now);
  std::optional<int64_t> Of(const Record& record);

 private:
  enum class State : uint8_t { kUnasked, kUnknown, kKnown };

  std::optional<int64_t> OfOffer(uint32_t offer) const;

  const KindIndex* index_ = nullptr;
  const Territory* territory_ = nullptr;
  const Need* need_ = nullptr;
  absl::Time now_{};
  std::vector<State> states_{};
  std::vector<int64_t> cents_{};
};

// A row that passes, and how far its home is from where the need is; kTooFar: not looked up yet.
struct Passing {
  uint32_t row = 0;
  Reach::Seconds out =
      Reach::kTooFar;  // To the place: from the residence; of a ride, to the pickup.
  Reach::Seconds back = Reach::kTooFar;  // Of a ride, from its end.
};

// Gives each row the terms and the score that the engine would: what a record does not say is asked
// of the engine.
class Scorer {
 public:
  // All arguments outlive it. `dearest` is what the dearest of all admitted rows costs.
  Scorer(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now,
         const Plan& plan, Cents& cents, std::optional<int64_t> dearest);

  // Whether prices count at all.
  static bool NeedsCents(const KindIndex& index);

  int Score(const Passing& passing, TermValues& values);

 private:
  enum class By { kDetour, kWait, kCost, kPreference, kFreshness, kVolunteer, kEngine };
  struct Source {
    By by = By::kEngine;
    int weight = 0;
    size_t place = 0;  // In `WeightedTerms`.
  };

  static By ByName(absl::string_view term);
  // How the term is found now; none: the engine would find that it applies to no row.
  std::optional<By> ForThisNeed(By by) const;
  int ValueOf(const Source& source, const Passing& passing);
  int Detour(const Passing& passing) const;
  int Cost(const Record& record);
  int Preference(const Record& record) const;
  int AskEngine(const Source& source, const Record& record) const;
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
