// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/time/time.h"
#include "matcher/index/plan.h"

namespace entraide::matcher::index {

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

}  // namespace entraide::matcher::index
