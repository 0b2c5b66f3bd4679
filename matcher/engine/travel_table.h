// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/travel.h"

namespace entraide::matcher {

// The real time of a way, in one direction: from a road router, or by the watch.
struct RoadTime {
  CommuneIndex from{};
  CommuneIndex to{};
  int seconds = 0;              // 0 to 65,535; what is longer counts as that.
  std::optional<int> meters{};  // None: as positions tell.
};

// Ways between the communes of one territory, in compressed rows of 10 bytes a way:
//
//   row_starts_   0         3      5  ...       (of commune 0, 1, 2 ...)
//   to_           0  4  7 | 1  2 | ...          within reach, or with a real time; by index
//   seconds_      .  .  . | .  . | ...
//   meters_       .  .  . | .  . | ...
//
// Whatever is not in it is as positions tell. Immutable, and the same whatever the order of
// `roads`; of two roads for the same way, the shorter counts.
class TravelTable {
 public:
  TravelTable(const Communes& communes, const TravelModel& model, std::vector<RoadTime> roads);

  // The ways from one commune, by where they lead to; the three spans are equally long.
  struct Row {
    absl::Span<const CommuneIndex> to{};
    absl::Span<const uint16_t> seconds{};
    absl::Span<const uint32_t> meters{};
  };
  Row From(CommuneIndex from) const;

  std::optional<Route> Find(CommuneIndex from, CommuneIndex to) const;

  size_t size() const { return to_.size(); }  // In ways.

 private:
  std::vector<size_t> row_starts_{};  // One more than there are communes.
  std::vector<CommuneIndex> to_{};
  std::vector<uint16_t> seconds_{};
  std::vector<uint32_t> meters_{};
};

}  // namespace entraide::matcher
