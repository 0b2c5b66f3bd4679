// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <random>
#include <vector>

#include "matcher/engine/changes.h"
#include "matcher/engine/world.h"
#include "tests/bench/synthetic_france.h"

namespace entraide::bench {

// What happens in a synthetic France: hours and places change most of all, some helpers move, some
// go, come back, or are not listed for a while. Of one thread.
class LiveTraffic {
 public:
  LiveTraffic(const SyntheticFrance& france, uint64_t seed);

  // All helpers of all kinds, as they are.
  matcher::World Now() const;
  // One offer becomes something else.
  matcher::Changes Next();

 private:
  matcher::Offer OfferOf(size_t kind, size_t number) const;
  size_t Below(size_t bound) { return random_() % bound; }

  const SyntheticFrance& france_;
  std::vector<std::vector<Helper>> helpers_;  // By kind.
  std::mt19937_64 random_;
  std::vector<std::vector<bool>> is_there_{};  // Likewise.
};

}  // namespace entraide::bench
