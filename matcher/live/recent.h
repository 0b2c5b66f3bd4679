// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "absl/time/time.h"
#include "matcher/engine/persistent_map.h"
#include "matcher/engine/sift.h"
#include "matcher/engine/world.h"
#include "matcher/index/reach.h"

namespace entraide::matcher::live {

// What an offer has become since its kind was indexed, and where it may serve, so that most needs
// pass over it without looking at it: the curve of communes is cut into 64 pieces.
//
//   pieces   0 1 2 3 4 ...     a need in piece 2 looks at the offers that serve somewhere in 2
//   offer    . . # # .
struct Recent {
  const Offer* offer = nullptr;  // As in the world that it is told with. Null: gone.
  uint64_t change = 0;           // The number of the change.
  uint64_t pieces = 0;
  bool by_residence = false;  // Else by the pickup.
  bool is_plain = false;      // Nothing but the zone can be the first reason to refuse it.
};
using Recents = PersistentMap<Recent>;  // By id.

Recent RecentOf(const Offer& offer, uint64_t change, const index::Reach& reach);

// What `Sift` says of those that are not gone. Their order is none.
struct SiftedRecents {
  std::vector<Admitted> admitted{};
  std::vector<RefusalCount> refusals{};
};
SiftedRecents SiftRecents(const World& world, const index::Reach& reach, const Recents& recents,
                          const Need& need, absl::Time now);

}  // namespace entraide::matcher::live
