// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "entraide/common/v1/commitment.pb.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"
#include "matcher/feed/follower.h"
#include "matcher/feed/keeper.h"
#include "matcher/live/live.h"

namespace entraide::matcher {

using CommitmentOpener = Opener<common::v1::WatchCommitmentsResponse>;

// The commitments of a trade: `rides::v1::RidesService`, `garage::v1::GarageService`...
template <typename Service>
CommitmentOpener CommitmentsOf(const std::shared_ptr<grpc::ChannelInterface>& channel) {
  return [stub = std::shared_ptr<typename Service::Stub>(Service::NewStub(channel))](
             grpc::ClientContext* context, const std::string& resume_token) {
    common::v1::WatchCommitmentsRequest request;
    request.set_resume_token(resume_token);
    return stub->WatchCommitments(context, request);
  };
}

// Whom a feed follows.
struct Sources {
  std::shared_ptr<grpc::ChannelInterface> directory{};
  std::vector<CommitmentOpener> commitments{};  // One a trade.
};

// Keeps a territory current from DirectoryService.WatchOffers and from the WatchCommitments of each
// trade, on threads of its own, until it dies. Where a stream breaks, what it told stays until it
// tells more. Thread-safe.
class Feed {
 public:
  // `service` is the name under which the sources are called: matcher or coverage.
  Feed(const Sources& sources, const std::string& service, Travel travel);

  // The territory as last told; null until the first snapshot of every source is complete. Readers
  // never wait for a change, and keep what they have got as long as they like.
  std::shared_ptr<const live::Version> Current() const;

  // Waits for the first snapshots; false if they are not complete by `deadline`.
  bool AwaitFirst(absl::Time deadline) const;

 private:
  using Commitments = common::v1::WatchCommitmentsResponse;
  using Offers = directory::v1::WatchOffersResponse;

  void Take(Told<Offers> told) ABSL_LOCKS_EXCLUDED(keeping_, mutex_);
  void Take(std::size_t trade, Told<Commitments> told) ABSL_LOCKS_EXCLUDED(keeping_, mutex_);
  void Publish() ABSL_EXCLUSIVE_LOCKS_REQUIRED(keeping_);

  absl::Mutex keeping_;
  Keeper keeper_ ABSL_GUARDED_BY(keeping_);
  mutable absl::Mutex mutex_;  // Guards what readers look at.
  std::shared_ptr<const live::Live> live_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::unique_ptr<Follower<Commitments>>> trades_{};
  std::unique_ptr<Follower<Offers>> directory_{};
};

}  // namespace entraide::matcher
