// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "matcher/index/kind_index.h"
#include "matcher/index/margin.h"

namespace entraide::matcher::index {

// A row that is left has this bit when one of the `told` lines is 0 there: it is to be judged.
constexpr uint32_t kUntold = uint32_t{1} << 31;

struct Sweep {
  const BitBlocks& bits;
  absl::Span<const LineNumber> must{};
  absl::Span<const LineNumber> told{};
  // To be fetched early, for those who look at the rows that are left:
  absl::Span<const MarginStep> margin{};
  const Record* records = nullptr;
};

// The widths of the registers that ANDs are done in; each gives the same.
enum class Width { kPortable, kAvx2, kAvx512 };

// The widest that this machine has.
Width WidestHere();
bool IsHere(Width width);

// The rows of `runs` whose bit is 1 in every line of `must`, in order, into `rows`, which has room
// for all rows of the runs; `ends[i]` is how many there are up to the end of the i-th run.
void SweepRuns(const Sweep& sweep, absl::Span<const RowSpan> runs, Width width, uint32_t* rows,
               uint32_t* ends);

}  // namespace entraide::matcher::index
