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
                 const Communes& communes, const Travel& travel) {
  if (proto.has_end_time()) return ToTime(proto.end_time());
  if (!commitment.from.has_value() || !commitment.to.has_value()) return commitment.span.start;
  return commitment.span.start +
         travel.Between(communes, *commitment.from, *commitment.to).duration;
}

}  // namespace

void Ledger::Apply(common::v1::WatchCommitmentsResponse step) {
  using Step = common::v1::WatchCommitmentsResponse;
  switch (step.change_case()) {
    case Step::kCommitment:
      held_[step.commitment().request()] = std::move(*step.mutable_commitment());
      break;
    case Step::kReleasedRequest:
      held_.erase(step.released_request());
      break;
    case Step::kSnapshotEnd:
      complete_ = true;
      break;
    case Step::CHANGE_NOT_SET:
      break;
  }
}

std::vector<Commitment> ToCommitments(const common::v1::Commitment& proto, const Offer& offer,
                                      const Communes& communes, const Travel& travel) {
  Commitment commitment{
      .task = proto.request(), .offer = offer.id, .made = ToTime(proto.accept_time())};
  if (!offer.capacity.empty()) commitment.unit = offer.capacity.front().unit;
  if (proto.spans().empty()) {
    const absl::Time end =
        IsInHours(commitment.unit) ? commitment.made + absl::Hours(1) : absl::InfiniteFuture();
    commitment.span = {.start = commitment.made, .end = end};
    return {std::move(commitment)};
  }
  std::vector<Commitment> commitments;
  for (const common::v1::CommittedSpan& span : proto.spans()) {
    Commitment& one = commitments.emplace_back(commitment);
    one.from = communes.Find(span.from_commune());
    one.to = communes.Find(span.to_commune());
    one.span.start = ToTime(span.start_time());
    one.span.end = EndOf(span, one, communes, travel);
  }
  return commitments;
}

}  // namespace entraide::matcher
