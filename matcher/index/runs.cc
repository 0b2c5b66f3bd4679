// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/runs.h"

namespace entraide::matcher::index {
namespace {

class Finder {
 public:
  Finder(const Territory& territory, const KindIndex& index, Scratch& scratch)
      : reach_(territory.reach), index_(index), plan_(scratch.plan), scratch_(scratch) {
    scratch_.runs.clear();
    scratch_.near.clear();
  }

  void FindIn(const Group& group) {
    switch (group.applies_to) {
      case ZoneAppliesTo::kPickup:
        return AddServing(group, plan_.pickup, Near{});
      case ZoneAppliesTo::kResidence:
        return AddServing(group, plan_.residence, Near{});
      case ZoneAppliesTo::kBoth:  // The other end is left to the engine.
        return AddServing(group, plan_.pickup, Near{.judges_all = true});
      case ZoneAppliesTo::kDropoff:
        if (plan_.dropoff.has_value()) return AddServing(group, *plan_.dropoff, Near{});
        return Add(group.rows, Near{.judges_all = true});
      case ZoneAppliesTo::kEither:
        return Add(group.rows, Near{.judges_all = true});
    }
  }

 private:
  void AddServing(const Group& group, Rank commune, const Near& near) {
    if (!group.first_of_home.empty()) AddWithinReach(group, commune, near);
    if (!group.first_run.empty()) {
      for (uint32_t run = group.first_run[commune]; run < group.first_run[commune + 1]; ++run) {
        Add(group.runs[run], near);
      }
    }
    Add(group.everywhere, near);
  }

  void AddWithinReach(const Group& group, Rank commune, Near near) {
    const bool is_ride = index_.family == Family::kRides;
    for (const Reach::Run& run : reach_.RunsAround(commune)) {
      __builtin_prefetch(&group.first_of_home[run.first]);
      __builtin_prefetch(&group.first_of_home[run.first + run.size]);
      __builtin_prefetch(reach_.Coming(run));
    }
    for (const Reach::Run& run : reach_.RunsAround(commune)) {
      near.first_home = run.first;
      near.limit = reach_.Coming(run);
      if (is_ride && commune == plan_.pickup) near.out = reach_.Coming(run);
      if (is_ride && commune == plan_.dropoff.value_or(plan_.pickup)) {
        near.back = reach_.Leaving(run);
      }
      if (!is_ride && commune == plan_.residence) near.out = reach_.Leaving(run);
      Add({group.first_of_home[run.first], group.first_of_home[run.first + run.size]}, near);
    }
  }

  void Add(RowSpan rows, const Near& near) {
    if (rows.begin == rows.end) return;
    scratch_.runs.push_back(rows);
    scratch_.near.push_back(near);
  }

  const Reach& reach_;
  const KindIndex& index_;
  const Plan& plan_;
  Scratch& scratch_;
};

}  // namespace

void FindRuns(const Territory& territory, const KindIndex& index, Scratch& scratch) {
  Finder finder(territory, index, scratch);
  for (const Group& group : index.groups) finder.FindIn(group);
}

}  // namespace entraide::matcher::index
