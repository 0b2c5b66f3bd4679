// SPDX-License-Identifier: EUPL-1.2
#include "services/request/watch_commitments.h"

#include <cstddef>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"
#include "services/platform/outbox/outbox.h"
#include "services/request/convert.h"
#include "services/request/store/commitment_store.h"

namespace entraide::request {
namespace {

using Messages = std::vector<common::v1::WatchCommitmentsResponse>;

constexpr absl::string_view kTopic = "commitment";  // Its keys are ids of requests.

// One trade's way to tell.
struct Teller {
  absl::string_view collection{};  // `rides`, as in `rides/{ride}`
  NeedsReader needs_of{};

  std::string NameOf(const RequestId& id) const {
    return absl::StrCat(collection, "/", id.value());
  }

  common::v1::Commitment CommitmentOf(const Asked& held, const Need& need) const {
    common::v1::Commitment proto;
    proto.set_request(NameOf(held.request.id));
    proto.set_service_offer(held.offer.service_offer);
    *proto.mutable_accept_time() = ToProto(held.offer.update_time);
    for (const Span& span : need.spans) {
      const bool back = need.way_back == (proto.spans_size() % 2 == 0);
      common::v1::CommittedSpan& added = *proto.add_spans();
      *added.mutable_start_time() = ToProto(span.start);
      if (span.end.has_value()) *added.mutable_end_time() = ToProto(*span.end);
      added.set_from_commune(back ? need.dropoff_commune : need.pickup_commune);
      added.set_to_commune(back ? need.pickup_commune : need.dropoff_commune);
    }
    return proto;
  }

  absl::Status Tell(pg::Transaction& tx, const std::vector<Asked>& committed,
                    Messages& told) const {
    std::vector<Request> requests;
    for (const Asked& held : committed) requests.push_back(held.request);
    ASSIGN_OR_RETURN(const std::vector<Need> needs, needs_of(tx, requests));
    for (std::size_t i = 0; i < committed.size(); ++i) {
      *told.emplace_back().mutable_commitment() = CommitmentOf(committed[i], needs[i]);
    }
    return absl::OkStatus();
  }

  absl::StatusOr<Messages> Snapshot(pg::Transaction& tx) const {
    Messages told;
    ASSIGN_OR_RETURN(const std::vector<Asked> committed, ListCommitted(tx));
    RETURN_IF_ERROR(Tell(tx, committed, told));
    told.emplace_back().mutable_snapshot_end();
    return told;
  }

  absl::StatusOr<Messages> Changes(pg::Transaction& tx,
                                   const std::vector<std::string>& keys) const {
    const std::vector<RequestId> ids(keys.begin(), keys.end());
    Messages told;
    ASSIGN_OR_RETURN(const std::vector<Asked> committed, FindCommitted(tx, ids));
    RETURN_IF_ERROR(Tell(tx, committed, told));
    absl::flat_hash_set<RequestId> held;
    for (const Asked& one : committed) held.insert(one.request.id);
    for (const RequestId& id : ids) {
      if (!held.contains(id)) told.emplace_back().set_released_request(NameOf(id));
    }
    return told;
  }
};

}  // namespace

absl::Status AnnounceCommitment(pg::Transaction& tx, const Request& before, const Request& after) {
  // A change that was agreed to moves what is taken.
  if (IsInHand(before) == IsInHand(after) && before.revision == after.revision) {
    return absl::OkStatus();
  }
  if (!IsInHand(before) && !IsInHand(after)) return absl::OkStatus();
  return outbox::Append(tx, kTopic, after.id.value());
}

outbox::WatchSource<common::v1::WatchCommitmentsResponse> CommitmentsSource(const Naming& naming,
                                                                            NeedsReader needs_of) {
  const Teller teller{.collection = naming.collection, .needs_of = std::move(needs_of)};
  return {.method = absl::StrCat(naming.rpc_prefix, "WatchCommitments"),
          .topics = {std::string(kTopic)},
          .snapshot = [teller](pg::Transaction& tx) { return teller.Snapshot(tx); },
          .changes =
              [teller](pg::Transaction& tx, const std::vector<std::string>& keys) {
                return teller.Changes(tx, keys);
              }};
}

}  // namespace entraide::request
