// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/reach.h"

#include <algorithm>

#include "matcher/engine/position_grid.h"

namespace entraide::matcher::index {
namespace {

constexpr Rank kLongestGap = 4;  // In ranks; measured: fewer runs, hardly more bytes.

Reach::Seconds SecondsOf(absl::Duration duration, absl::Duration farthest) {
  if (duration > farthest) return Reach::kTooFar;
  return static_cast<Reach::Seconds>(absl::ToInt64Seconds(duration));
}

}  // namespace

Reach::Reach(const World& world, ReachOptions options) : rank_of_(HilbertRanks(world.communes())) {
  commune_at_.resize(rank_of_.size());
  for (size_t i = 0; i < rank_of_.size(); ++i) {
    commune_at_[rank_of_[i]] = CommuneIndex(static_cast<int>(i));
  }
  const absl::Duration farthest = std::min(options.farthest, absl::Seconds(kTooFar - 1));
  const double meters = options.fastest_km_per_hour * 1000 * absl::ToDoubleHours(farthest);
  const PositionGrid grid(world.communes(), meters + 1);
  std::vector<std::vector<Neighbour>> rows(rank_of_.size());
  bool both_ways_alike = true;
  for (const CommuneIndex commune : world.communes().Indices()) {
    for (const NearCommune& near : grid.Around(commune)) {
      const CommuneIndex other = near.commune;
      if (other < commune) continue;  // Seen from there.
      const Seconds there = SecondsOf(world.RouteBetween(commune, other).duration, farthest);
      const Seconds back = SecondsOf(world.RouteBetween(other, commune).duration, farthest);
      if (there == kTooFar && back == kTooFar) continue;
      both_ways_alike = both_ways_alike && there == back;
      rows[RankOf(commune)].push_back({RankOf(other), back, there});
      if (other != commune) rows[RankOf(other)].push_back({RankOf(commune), there, back});
    }
  }
  first_run_.push_back(0);
  for (std::vector<Neighbour>& row : rows) AddRow(std::move(row));
  if (both_ways_alike) leaving_ = {};
  runs_.shrink_to_fit();
  coming_.shrink_to_fit();
  leaving_.shrink_to_fit();
}

void Reach::AddRow(std::vector<Neighbour> row) {
  std::sort(row.begin(), row.end(),
            [](const Neighbour& a, const Neighbour& b) { return a.rank < b.rank; });
  const size_t first = runs_.size();
  for (const Neighbour& near : row) {
    const bool follows =
        runs_.size() > first && near.rank - (runs_.back().first + runs_.back().size) <= kLongestGap;
    if (!follows) runs_.push_back({near.rank, 0, static_cast<uint32_t>(coming_.size())});
    const uint32_t gap = near.rank - (runs_.back().first + runs_.back().size);
    coming_.insert(coming_.end(), gap, kTooFar);
    leaving_.insert(leaving_.end(), gap, kTooFar);
    coming_.push_back(near.coming);
    leaving_.push_back(near.leaving);
    runs_.back().size += gap + 1;
  }
  first_run_.push_back(static_cast<uint32_t>(runs_.size()));
}

Reach::Seconds Reach::Between(Rank from, Rank to) const {
  for (const Run& run : RunsAround(to)) {
    if (from - run.first < run.size) return Coming(run)[from - run.first];
  }
  return kTooFar;
}

size_t Reach::bytes() const {
  return rank_of_.size() * sizeof(Rank) + commune_at_.size() * sizeof(CommuneIndex) +
         first_run_.size() * sizeof(uint32_t) + runs_.size() * sizeof(Run) +
         (coming_.size() + leaving_.size()) * sizeof(Seconds);
}

}  // namespace entraide::matcher::index
