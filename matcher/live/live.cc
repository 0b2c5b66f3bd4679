// SPDX-License-Identifier: EUPL-1.2
#include "matcher/live/live.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace entraide::matcher::live {
namespace {

// Of how many offers of a kind one may have changed.
constexpr size_t kOneIn = 32;
// How many recents a kind may have: so many, and one for each eight offers. To index it again costs
// less than to judge them.
constexpr size_t kFewRecents = 64;
constexpr size_t kRecentIn = 8;

// The offers that are not what they were, or of which something else was agreed on.
std::set<OfferId> TouchedBy(const Changes& changes, const World& before) {
  std::set<OfferId> touched(changes.removed_offers.begin(), changes.removed_offers.end());
  for (const Offer& offer : changes.offers) touched.insert(offer.id);
  for (const Agreement& agreement : changes.agreements) {
    for (const Commitment& commitment : agreement.commitments) touched.insert(commitment.offer);
    for (const Commitment* const was : before.CommitmentsFor(agreement.task)) {
      touched.insert(was->offer);
    }
  }
  return touched;
}

using ByKind = std::map<std::string, std::vector<Recents::Entry>>;

ByKind WhatBecameOf(const std::set<OfferId>& touched, const World& before, const Version& after) {
  ByKind entries;
  for (const OfferId& id : touched) {
    const Offer* const was = before.FindOffer(id);
    const Offer* const is = after.world.FindOffer(id);
    if (was != nullptr && (is == nullptr || is->kind != was->kind)) {
      entries[was->kind].push_back({id.value, Recent{.change = after.change}});
    }
    if (is != nullptr) {
      entries[is->kind].push_back({id.value, RecentOf(*is, after.change, after.ground->reach)});
    }
  }
  return entries;
}

KindNow IndexKind(const World& world, const std::string& kind, const index::Reach& reach) {
  return KindNow(std::make_shared<const IndexedKind>(world, kind, reach));
}

std::shared_ptr<const Version> FirstOf(World world, std::shared_ptr<const index::Ground> ground) {
  auto first =
      std::make_shared<Version>(Version{.world = std::move(world), .ground = std::move(ground)});
  for (const absl::string_view name : first->world.Kinds()) {
    const std::string kind(name);
    first->kinds.emplace(kind, IndexKind(first->world, kind, first->ground->reach));
  }
  return first;
}

}  // namespace

Live::Live(World world, std::shared_ptr<const index::Ground> ground, size_t most_recents)
    : most_recents_(most_recents),
      current_(FirstOf(std::move(world), std::move(ground))),
      indexer_([this] { IndexInTurn(); }) {}

Live::~Live() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  indexer_.join();
}

std::shared_ptr<const Version> Live::Current() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return current_;
}

void Live::Publish(std::shared_ptr<const Version> version) {
  const std::lock_guard<std::mutex> lock(mutex_);
  current_.swap(version);  // The last one goes when the mutex is free again, if nobody reads it.
}

void Live::Apply(Changes changes) {
  const std::lock_guard<std::mutex> lock(writing_);
  const std::shared_ptr<const Version> before = Current();
  const std::set<OfferId> touched = TouchedBy(changes, before->world);
  auto after = std::make_shared<Version>(*before);
  after->world = before->world.With(std::move(changes));
  ++after->change;
  bool too_many = false;
  for (const auto& [kind, entries] : WhatBecameOf(touched, before->world, *after)) {
    auto found = after->kinds.find(kind);
    if (found == after->kinds.end()) {  // Offered for the first time.
      found =
          after->kinds.emplace(kind, IndexKind(before->world, kind, before->ground->reach)).first;
    }
    found->second.Take(entries);
    too_many |= HasTooMany(found->second);
  }
  Publish(std::move(after));
  if (too_many) wake_.notify_one();
}

bool Live::HasTooMany(const KindNow& kind) const {
  const size_t offers = kind.indexed->row_of.size();
  return kind.recents.size() >
         std::min(most_recents_, kFewRecents + offers / kRecentIn) + offers / kOneIn;
}

std::string Live::MostChanged() const {
  std::string most;
  size_t recents = 0;
  for (const auto& [kind, now] : current_->kinds) {
    if (!HasTooMany(now) || now.recents.size() <= recents) continue;
    most = kind;
    recents = now.recents.size();
  }
  return most;
}

void Live::IndexInTurn() {
  for (;;) {
    std::string kind;
    {
      std::unique_lock<std::mutex> lock(mutex_);
      wake_.wait(lock, [&] { return stopping_ || !(kind = MostChanged()).empty(); });
      if (stopping_) return;
    }
    Reindex(kind);
  }
}

void Live::Reindex(const std::string& kind) {
  const std::shared_ptr<const Version> from = Current();
  KindNow reindexed = IndexKind(from->world, kind, from->ground->reach);
  const std::lock_guard<std::mutex> lock(writing_);
  const std::shared_ptr<const Version> before = Current();
  std::vector<Recents::Entry> since;
  before->OfKind(kind)->recents.ForEach([&](const Recents::Entry& entry) {
    if (entry.value.change > from->change) since.push_back(entry);
  });
  reindexed.Take(since);
  auto after = std::make_shared<Version>(*before);
  after->kinds.insert_or_assign(kind, std::move(reindexed));
  Publish(std::move(after));
}

}  // namespace entraide::matcher::live
