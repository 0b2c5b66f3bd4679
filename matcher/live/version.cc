// SPDX-License-Identifier: EUPL-1.2
#include "matcher/live/version.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/algorithm/container.h"
#include "matcher/engine/weights.h"
#include "matcher/index/find_all.h"

namespace entraide::matcher::live {
namespace {

std::vector<RefusalCount> Sum(const std::vector<RefusalCount>& a,
                              const std::vector<RefusalCount>& b) {
  std::map<Rule, int> counts;
  for (const RefusalCount& each : a) counts[each.rule] += each.count;
  for (const RefusalCount& each : b) counts[each.rule] += each.count;
  std::vector<RefusalCount> sum;
  for (const auto& [rule, count] : counts) sum.push_back({rule, count});
  return sum;
}

// `all` is in order already, but for those from `middle` on, who are so among themselves.
void PutInOrder(std::vector<Candidate>& all, size_t middle) {
  std::inplace_merge(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(middle), all.end(),
                     RanksBefore);
}

}  // namespace

IndexedKind::IndexedKind(const World& of, absl::string_view kind, const index::Reach& reach)
    : index(index::KindIndex::Of(of, kind, reach)), row_of(index.records.size()) {
  for (uint32_t row = 0; row < index.records.size(); ++row) {
    row_of[index.PlaceOf(index.records[row])] = row;
  }
}

KindNow::KindNow(std::shared_ptr<const IndexedKind> as_indexed)
    : indexed(std::move(as_indexed)), asks_volunteers(indexed->index.asks_volunteers) {}

void KindNow::Take(const std::vector<Recents::Entry>& entries) {
  auto rows = superseded == nullptr ? std::make_shared<index::Column>(indexed->row_of.size())
                                    : std::make_shared<index::Column>(*superseded);
  for (const Recents::Entry& entry : entries) {
    const auto place = indexed->index.offers.Find({entry.name});
    if (place.has_value()) rows->Set(indexed->row_of[*place]);
    recents.Set(entry.name, entry.value);
    const Offer* const offer = entry.value.offer;
    asks_volunteers |= offer != nullptr && offer->dispatch == Dispatch::kDirect;
  }
  superseded = std::move(rows);
}

const KindNow* Version::OfKind(absl::string_view kind) const {
  const auto found = kinds.find(kind);
  return found == kinds.end() ? nullptr : &found->second;
}

index::Territory Version::TerritoryOf(const KindNow& kind) const {
  return {.world = world,
          .reach = ground->reach,
          .calendar = *ground->calendar,
          .superseded = kind.superseded.get()};
}

MatchResult Version::Match(const Need& need, absl::Time now, index::Scratch& scratch) const {
  const KindNow* const kind = OfKind(need.kind);
  if (kind != nullptr && kind->asks_volunteers) return matcher::Match(world, need, now);
  MatchResult result{.weights_version = kWeightsVersion};
  if (kind != nullptr) FindAll(*kind, need, now, scratch, result);
  AddWhatElse(
      world, need, now, [&](const Need& instead) { return FindAdmitted(instead, now, scratch); },
      result);
  return result;
}

MatchResult Version::Match(const Need& need, absl::Time now) const {
  thread_local index::Scratch scratch;
  return Match(need, now, scratch);
}

void Version::FindAll(const KindNow& kind, const Need& need, absl::Time now,
                      index::Scratch& scratch, MatchResult& result) const {
  const SiftedRecents recents = SiftRecents(world, ground->reach, kind.recents, need, now);
  terms::Field field = terms::FieldOf(world, need, recents.admitted, now);
  index::Territory territory = TerritoryOf(kind);
  territory.dearest_elsewhere = field.dearest_cents;
  index::AllOfKind all = index::FindAll(territory, kind.indexed->index, need, now, scratch);
  field.dearest_cents = std::max(field.dearest_cents, all.dearest_cents);
  result.candidates = std::move(all.candidates);
  result.conditional = std::move(all.conditional);
  const size_t candidates = result.candidates.size();
  const size_t conditional = result.conditional.size();
  for (Candidate& candidate : Rank(world, need, recents.admitted, field, now)) {
    auto& group = candidate.missing_facts.empty() ? result.candidates : result.conditional;
    group.push_back(std::move(candidate));
  }
  PutInOrder(result.candidates, candidates);
  PutInOrder(result.conditional, conditional);
  result.refusals = Sum(all.refusals, recents.refusals);
}

std::vector<Admitted> Version::FindAdmitted(const Need& need, absl::Time now,
                                            index::Scratch& scratch) const {
  const KindNow* const kind = OfKind(need.kind);
  if (kind == nullptr) return {};
  if (kind->asks_volunteers) return Sift(world, need, now).admitted;
  std::vector<Admitted> all =
      index::FindAdmitted(TerritoryOf(*kind), kind->indexed->index, need, now, scratch);
  for (Admitted& one : SiftRecents(world, ground->reach, kind->recents, need, now).admitted) {
    all.push_back(std::move(one));
  }
  absl::c_sort(all, [](const Admitted& a, const Admitted& b) { return a.offer->id < b.offer->id; });
  return all;
}

}  // namespace entraide::matcher::live
