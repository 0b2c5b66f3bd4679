// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/time/time.h"
#include "matcher/engine/need.h"
#include "matcher/engine/world.h"
#include "matcher/index/calendar.h"
#include "matcher/index/kind_index.h"
#include "matcher/index/margin.h"

namespace entraide::matcher::index {

// A need in the words of one kind's index. Kept by whoever asks, so that the next need finds its
// vectors as long as they ever were.
struct Plan {
  std::vector<LineNumber> must{};  // A row whose bit is 0 in one of them is refused.
  std::vector<LineNumber> told{};  // A row whose bit is 0 in one of them is judged.
  bool judges_all = false;         // Bits do not tell enough about this need.
  bool refuses_all = false;        // Whatever the offer.
  Rank residence = 0;
  Rank pickup = 0;
  std::optional<Rank> dropoff{};
  std::optional<absl::Time> earliest{};  // Start; none: any date will do.
  std::optional<absl::Time> latest{};
  std::vector<uint32_t> comforts{};  // For each comfort of the need, its bit in `Record::comforts`.
  std::vector<uint32_t> excluded{};  // Turns.
  std::vector<MarginStep> margin{};
  bool tells_margin = false;

  void Clear();
};

// Everything that a query looks at, besides the need.
struct Territory {
  const World& world;
  const Reach& reach;
  const Calendar& calendar;
  // Of an index that is not all there is any more:
  const Column* superseded = nullptr;          // Rows to pass over. Null: none.
  std::optional<int64_t> dearest_elsewhere{};  // Of those admitted who stand in no row.

  bool IsSuperseded(uint32_t row) const { return superseded != nullptr && superseded->Get(row); }
};

void MakePlan(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now,
              Plan& plan);

}  // namespace entraide::matcher::index
