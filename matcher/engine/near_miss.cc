// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/near_miss.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "matcher/engine/hard_rules.h"

namespace entraide::matcher {
namespace {

constexpr size_t kBestOf = 3;

struct SizeOfChange {
  absl::Duration operator()(const MoreNotice& change) const { return change.missing; }
  absl::Duration operator()(const OtherDay& change) const { return absl::Hours(24) * change.days; }
  absl::Duration operator()(const AskLater& change) const {
    return change.from - absl::UnixEpoch();
  }
  absl::Duration operator()(const AddCommunes& change) const { return change.from_zone; }
  template <typename Other>
  absl::Duration operator()(const Other&) const {
    return absl::ZeroDuration();
  }
};

bool IsNearer(const NearMiss& a, const NearMiss& b) {
  const size_t kind_a = a.change.index();
  const size_t kind_b = b.change.index();
  const absl::Duration size_a = std::visit(SizeOfChange(), a.change);
  const absl::Duration size_b = std::visit(SizeOfChange(), b.change);
  return std::tie(kind_a, size_a, a.offer) < std::tie(kind_b, size_b, b.offer);
}

// Null when none refuses, or more than one.
const HardRule* OnlyRefusing(const Trial& trial) {
  const HardRule* only = nullptr;
  for (const HardRule& rule : HardRules()) {
    if (Holds(rule, trial).kind != Answer::Kind::kNo) continue;
    if (only != nullptr) return nullptr;
    only = &rule;
  }
  return only;
}

std::optional<NearMiss> NearMissOf(const Trial& trial) {
  const HardRule* const rule = OnlyRefusing(trial);
  if (rule == nullptr || rule->change == nullptr) return std::nullopt;
  const std::optional<Change> change = rule->change(trial);
  if (!change.has_value()) return std::nullopt;
  return NearMiss{trial.offer.id, trial.offer.organization, rule->rule, *change};
}

std::optional<NearMiss> BestOf(const std::vector<Trial>& candidates) {
  std::optional<NearMiss> best;
  for (const Trial& trial : candidates) {
    const std::optional<NearMiss> miss = NearMissOf(trial);
    if (miss.has_value() && (!best.has_value() || IsNearer(*miss, *best))) best = miss;
  }
  return best;
}

}  // namespace

std::vector<NearMiss> NearMissesOf(const World& world, const Need& need, absl::Time now) {
  std::vector<NearMiss> misses;
  for (const Offer& offer : world.OffersOfKind(need.kind)) {
    const std::optional<NearMiss> miss = BestOf(TrialsOf(world, need, offer, now));
    if (miss.has_value()) misses.push_back(*miss);
  }
  std::sort(misses.begin(), misses.end(), IsNearer);
  misses.resize(std::min(misses.size(), kBestOf));
  return misses;
}

}  // namespace entraide::matcher
