// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <vector>

#include "tests/bench/synthetic_france.h"

namespace entraide::bench {

constexpr size_t kBestOf = 10;

// The index of every kind of a synthetic France, and the worlds that it is of.
class IndexedFrance {
 public:
  explicit IndexedFrance(const SyntheticFrance& france) : IndexedFrance(france, france.helpers()) {}
  IndexedFrance(const SyntheticFrance& france, const std::vector<std::vector<Helper>>& helpers);

  // The ten best and their terms, left in `scratch`; returns a checksum.
  uint64_t Answer(const Ask& ask, matcher::index::Scratch& scratch) const;

  const matcher::index::KindIndex& OfKind(int kind) const {
    return indexes_[static_cast<size_t>(kind)];
  }
  matcher::index::Territory territory() const;
  double build_seconds() const { return build_seconds_; }  // Of the index alone.
  size_t bytes() const;  // Of the index, and of the ground below it.

 private:
  const SyntheticFrance& france_;
  std::deque<matcher::World> worlds_{};
  std::vector<matcher::index::KindIndex> indexes_{};
  double build_seconds_ = 0;
};

}  // namespace entraide::bench
