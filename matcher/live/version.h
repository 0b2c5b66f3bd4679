// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/container/btree_map.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "matcher/engine/match.h"
#include "matcher/engine/world.h"
#include "matcher/index/index.h"
#include "matcher/live/recent.h"

namespace entraide::matcher::live {

// A kind, indexed as it was in a world. Immutable.
struct IndexedKind {
  IndexedKind(const World& of, absl::string_view kind, const index::Reach& reach);

  index::KindIndex index;
  std::vector<uint32_t> row_of{};  // By place in `index.offers`.
};

// A kind as it is: what of the index still holds, and what has changed since.
struct KindNow {
  std::shared_ptr<const IndexedKind> indexed{};
  std::shared_ptr<const index::Column> superseded{};  // Rows of offers that are in `recents`.
  Recents recents{};
  bool asks_volunteers = false;  // One of the offers at least, perhaps.

  // As indexed, nothing has changed.
  explicit KindNow(std::shared_ptr<const IndexedKind> as_indexed);

  // These offers have become that.
  void Take(const std::vector<Recents::Entry>& entries);
};

// The territory at one instant, with an index that is a little older, and the same answers as the
// engine's. Immutable: any number of threads ask it, each with a scratch of its own.
struct Version {
  World world;
  std::shared_ptr<const index::Ground> ground{};
  uint64_t change = 0;  // How many there have been.
  absl::btree_map<std::string, KindNow> kinds{};

  // The same as `matcher::Match(world, need, now)`.
  MatchResult Match(const Need& need, absl::Time now, index::Scratch& scratch) const;

  // The same, with a scratch that the calling thread keeps.
  MatchResult Match(const Need& need, absl::Time now) const;

  // Null: nobody has offered it.
  const KindNow* OfKind(absl::string_view kind) const;

 private:
  index::Territory TerritoryOf(const KindNow& kind) const;
  void FindAll(const KindNow& kind, const Need& need, absl::Time now, index::Scratch& scratch,
               MatchResult& result) const;
  std::vector<Admitted> FindAdmitted(const Need& need, absl::Time now,
                                     index::Scratch& scratch) const;
};

}  // namespace entraide::matcher::live
