// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "matcher/engine/match.h"
#include "matcher/index/query.h"

namespace entraide::matcher::index {

// The years that people plan in; instants outside are judged plainly.
std::shared_ptr<const Calendar> CalendarOfPlans(absl::TimeZone zone);

// What changes with the communes and the roads only: one serves many versions of the offers.
struct Ground {
  std::shared_ptr<const Calendar> calendar{};
  Reach reach;

  static std::shared_ptr<const Ground> Of(const World& world, ReachOptions options = {});
};

// A world, indexed: the answers of the engine, found faster. Immutable, so that any number of
// threads ask it, each with a scratch of its own.
class Index {
 public:
  // Of `world`, which outlives it, and a ground with the same communes.
  Index(const World& world, std::shared_ptr<const Ground> ground);

  // The same as `matcher::Match(world, need, now)`, which itself answers for kinds that volunteers
  // are asked for.
  MatchResult Match(const Need& need, absl::Time now, Scratch& scratch) const;

  // The hot path of that: into `scratch`, the `limit` best and whoever waits for facts; without
  // explanations. Of offers only: no volunteers. False: nobody offers the kind.
  bool FindBest(const Need& need, absl::Time now, size_t limit, Scratch& scratch) const;

  // Null: nobody offers it.
  const KindIndex* OfKind(absl::string_view kind) const;
  Territory territory() const { return {world_, ground_->reach, *ground_->calendar}; }

 private:
  bool AsksVolunteers(absl::string_view kind) const;

  const World& world_;
  const std::shared_ptr<const Ground> ground_;
  absl::flat_hash_map<std::string, KindIndex> kinds_{};
};

}  // namespace entraide::matcher::index
