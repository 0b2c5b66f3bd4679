// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "absl/types/span.h"
#include "matcher/engine/world.h"
#include "matcher/index/hilbert.h"

namespace entraide::matcher::index {

struct ReachOptions {
  absl::Duration farthest = absl::Minutes(30);
  // Nobody gets farther than this as the crow flies: pairs beyond are not looked at.
  double fastest_km_per_hour = 130;
};

// Who is near whom: for each commune those from which one drives to it, or to which one drives from
// it, within `farthest`, with the seconds of `World::RouteBetween`. Neighbours on the ground are
// neighbours on the Hilbert curve, so that a commune's are a few runs of ranks; a short gap is
// cheaper than a new run and stays in, as kTooFar. Immutable.
//
//   around 4711:  [4690 ..... 4723]   [4801 . 4809]   [5120 .. 5131]     runs of ranks
//                  s s - s s s s s     s s s s s       s s s - s s       seconds, - is kTooFar
class Reach {
 public:
  using Seconds = uint16_t;
  static constexpr uint32_t kBits = 14;  // Of which there is room for, four hours and a half.
  static constexpr Seconds kTooFar = (1u << kBits) - 1;

  struct Run {
    Rank first = 0;
    uint32_t size = 0;
    uint32_t at = 0;  // Of the first one's seconds.
  };

  explicit Reach(const World& world, ReachOptions options = {});

  Rank RankOf(CommuneIndex commune) const { return rank_of_[static_cast<size_t>(commune)]; }
  CommuneIndex CommuneAt(Rank rank) const { return commune_at_[rank]; }
  size_t size() const { return rank_of_.size(); }

  absl::Span<const Run> RunsAround(Rank rank) const {
    return absl::MakeConstSpan(runs_).subspan(first_run_[rank],
                                              first_run_[rank + 1] - first_run_[rank]);
  }
  // Of a run around a commune: the seconds from each rank of the run to it, and back.
  const Seconds* Coming(const Run& run) const { return coming_.data() + run.at; }
  const Seconds* Leaving(const Run& run) const {
    return (leaving_.empty() ? coming_ : leaving_).data() + run.at;
  }

  // kTooFar where the table does not tell.
  Seconds Between(Rank from, Rank to) const;

  size_t bytes() const;

 private:
  struct Neighbour {
    Rank rank = 0;
    Seconds coming = kTooFar;
    Seconds leaving = kTooFar;
  };
  void AddRow(std::vector<Neighbour> row);

  std::vector<Rank> rank_of_{};             // By commune.
  std::vector<CommuneIndex> commune_at_{};  // By rank.
  std::vector<uint32_t> first_run_{};       // By rank; one more.
  std::vector<Run> runs_{};
  std::vector<Seconds> coming_{};
  std::vector<Seconds> leaving_{};  // Empty: each way is as long as the way back.
};

}  // namespace entraide::matcher::index
