// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/ledger.h"

#include <optional>
#include <utility>

#include "absl/time/time.h"
#include "matcher/feed/offer_convert.h"

namespace entraide::matcher {
namespace {

// Until the way is over, if the span does not say when it ends.
absl::Time EndOf(const common::v1::CommittedSpan& proto, const Commitment& commitment,
                 const World& world) {
  if (proto.has_end_time()) return ToTime(proto.end_time());
  if (!commitment.from.has_value() || !commitment.to.has_value()) return commitment.span.start;
  return commitment.span.start + world.RouteBetween(*commitment.from, *commitment.to).duration;
}

}  // namespace

void Ledger::Apply(common::v1::WatchCommitmentsResponse step) {
  using Step = common::v1::WatchCommitmentsResponse;
  switch (step.change_case()) {
    case Step::kCommitment: {
      const std::string request = step.commitment().request();
      Release(request);
      by_offer_[step.commitment().service_offer()].insert(request);
      held_[request] = std::move(*step.mutable_commitment());
      break;
    }
    case Step::kReleasedRequest:
      Release(step.released_request());
      break;
    case Step::kSnapshotEnd:
      complete_ = true;
      break;
    case Step::CHANGE_NOT_SET:
      break;
  }
}

void Ledger::Release(const std::string& request) {
  touched_.insert(request);
  const auto held = held_.find(request);
  if (held == held_.end()) return;
  const auto same_offer = by_offer_.find(held->second.service_offer());
  same_offer->second.erase(request);
  if (same_offer->second.empty()) by_offer_.erase(same_offer);
  held_.erase(held);
}

void Ledger::Clear() {
  for (const auto& [request, held] : held_) touched_.insert(request);
  held_.clear();
  by_offer_.clear();
}

const common::v1::Commitment* Ledger::Find(const std::string& request) const {
  const auto found = held_.find(request);
  return found == held_.end() ? nullptr : &found->second;
}

std::set<std::string> Ledger::TakeTouched(const std::set<std::string>& offers) {
  std::set<std::string> touched = std::exchange(touched_, {});
  for (const std::string& offer : offers) {
    const auto found = by_offer_.find(offer);
    if (found != by_offer_.end()) touched.insert(found->second.begin(), found->second.end());
  }
  return touched;
}

std::vector<Commitment> ToCommitments(const common::v1::Commitment& proto,
                                      const directory::v1::WatchedOffer& offer,
                                      const World& world) {
  Commitment commitment{.task = proto.request(),
                        .offer = {offer.service_offer().name()},
                        .unit = UnitOf(offer.service_offer().capacity()),
                        .made = ToTime(proto.accept_time())};
  if (proto.spans().empty()) {
    const absl::Time end =
        IsInHours(commitment.unit) ? commitment.made + absl::Hours(1) : absl::InfiniteFuture();
    commitment.span = {.start = commitment.made, .end = end};
    return {std::move(commitment)};
  }
  std::vector<Commitment> commitments;
  for (const common::v1::CommittedSpan& span : proto.spans()) {
    Commitment& one = commitments.emplace_back(commitment);
    one.from = world.communes().Find(span.from_commune());
    one.to = world.communes().Find(span.to_commune());
    one.span.start = ToTime(span.start_time());
    one.span.end = EndOf(span, one, world);
  }
  return commitments;
}

}  // namespace entraide::matcher
