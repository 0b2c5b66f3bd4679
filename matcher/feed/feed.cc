// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/feed.h"

#include <functional>
#include <utility>

#include "absl/algorithm/container.h"
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
    : catalog_(std::move(travel)), ledgers_(sources.commitments.size()) {
  for (size_t i = 0; i < sources.commitments.size(); ++i) {
    trades_.push_back(std::make_unique<Follower<Commitments>>(
        service, sources.commitments[i],
        [this, i](Told<Commitments> told) { Take(ledgers_[i], std::move(told)); }));
  }
  directory_ = std::make_unique<Follower<Offers>>(
      service, OffersOf(sources.directory),
      [this](Told<Offers> told) { Take(catalog_, std::move(told)); });
}

std::shared_ptr<const View> Feed::Current() const {
  const absl::MutexLock lock(&mutex_);
  return current_;
}

bool Feed::AwaitFirst(absl::Time deadline) const {
  const absl::MutexLock lock(&mutex_);
  const auto told = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return current_ != nullptr; };
  return mutex_.AwaitWithDeadline(absl::Condition(&told), deadline);
}

template <typename Part, typename Step>
void Feed::Take(Part& part, Told<Step> told) {
  const absl::MutexLock building(&building_);
  if (told.kind == Told<Step>::Kind::kSnapshot) part.Clear();
  for (Step& step : told.steps) part.Apply(std::move(step));
  if (!catalog_.complete() || !absl::c_all_of(ledgers_, std::mem_fn(&Ledger::complete))) return;
  std::shared_ptr<const View> view = catalog_.Build(ledgers_);
  const absl::MutexLock lock(&mutex_);
  current_ = std::move(view);
}

}  // namespace entraide::matcher
