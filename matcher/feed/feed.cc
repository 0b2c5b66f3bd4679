// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/feed.h"

#include <utility>

namespace entraide::matcher {
namespace {

Opener<directory::v1::WatchOffersResponse> OffersOf(
    const std::shared_ptr<grpc::ChannelInterface>& channel) {
  using Stub = directory::v1::DirectoryService::Stub;
  return [stub = std::shared_ptr<Stub>(directory::v1::DirectoryService::NewStub(channel))](
             grpc::ClientContext* context, const std::string& resume_token) {
    directory::v1::WatchOffersRequest request;
    request.set_resume_token(resume_token);
    return stub->WatchOffers(context, request);
  };
}

}  // namespace

Feed::Feed(const Sources& sources, const std::string& service, Travel travel)
    : keeper_(std::move(travel), sources.commitments.size()) {
  for (std::size_t i = 0; i < sources.commitments.size(); ++i) {
    trades_.push_back(std::make_unique<Follower<Commitments>>(
        service, sources.commitments[i],
        [this, i](Told<Commitments> told) { Take(i, std::move(told)); }));
  }
  directory_ = std::make_unique<Follower<Offers>>(
      service, OffersOf(sources.directory), [this](Told<Offers> told) { Take(std::move(told)); });
}

std::shared_ptr<const live::Version> Feed::Current() const {
  const absl::MutexLock lock(&mutex_);
  return live_ == nullptr ? nullptr : live_->Current();
}

bool Feed::AwaitFirst(absl::Time deadline) const {
  const absl::MutexLock lock(&mutex_);
  const auto told = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return live_ != nullptr; };
  return mutex_.AwaitWithDeadline(absl::Condition(&told), deadline);
}

void Feed::Take(Told<Offers> told) {
  const absl::MutexLock keeping(&keeping_);
  keeper_.Take(std::move(told));
  Publish();
}

void Feed::Take(std::size_t trade, Told<Commitments> told) {
  const absl::MutexLock keeping(&keeping_);
  keeper_.Take(trade, std::move(told));
  Publish();
}

void Feed::Publish() {
  std::shared_ptr<const live::Live> live = keeper_.live();
  const absl::MutexLock lock(&mutex_);
  live_.swap(live);  // Another one waits for its indexer to die: when the mutex is free again.
}

}  // namespace entraide::matcher
