// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/match_index.h"

#include "tests/bench/measure.h"

namespace entraide::bench {

IndexedFrance::IndexedFrance(const SyntheticFrance& france,
                             const std::vector<std::vector<Helper>>& helpers)
    : france_(france) {
  for (int kind = 0; kind < france.size().kinds; ++kind) {
    worlds_.push_back(france.WorldOf(kind, helpers[static_cast<size_t>(kind)]));
    build_seconds_ += CpuSecondsOf([&] {
      indexes_.push_back(
          matcher::index::KindIndex::Of(worlds_.back(), KindName(kind), france.ground()->reach));
    });
  }
}

matcher::index::Territory IndexedFrance::territory() const {
  return {france_.empty_world(), france_.ground()->reach, *france_.ground()->calendar};
}

uint64_t IndexedFrance::Answer(const Ask& ask, matcher::index::Scratch& scratch) const {
  const matcher::index::KindIndex& index = OfKind(ask.kind);
  const absl::Time now = Now();
  FindBest(territory(), index, ask.need, now, kBestOf, scratch);
  FindTerms(territory(), index, ask.need, now, scratch);
  uint64_t sum = scratch.passing_count;
  for (size_t i = 0; i < scratch.best.size(); ++i) {
    const matcher::index::Found& found = scratch.best[i];
    sum = sum * 31 + static_cast<uint64_t>(found.score + scratch.terms[i][0]) * 1'000'003;
    sum += found.offer;
  }
  return sum;
}

size_t IndexedFrance::bytes() const {
  size_t bytes = france_.ground()->reach.bytes();
  for (const matcher::index::KindIndex& index : indexes_) bytes += index.bytes();
  return bytes;
}

}  // namespace entraide::bench
