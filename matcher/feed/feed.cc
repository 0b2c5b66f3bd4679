// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/feed.h"

#include <algorithm>
#include <utility>

#include "absl/time/clock.h"

namespace entraide::matcher {
namespace {

constexpr absl::Duration kStreamLength = absl::Hours(1);  // Then it is opened again.
constexpr absl::Duration kFirstPause = absl::Milliseconds(50);
constexpr absl::Duration kLongestPause = absl::Seconds(5);

}  // namespace

Feed::Feed(std::shared_ptr<grpc::ChannelInterface> directory, std::string service, Travel travel)
    : stub_(directory::v1::DirectoryService::NewStub(directory)),
      service_(std::move(service)),
      catalog_(std::move(travel)),
      thread_([this] { Run(); }) {}

Feed::~Feed() {
  stop_.Notify();
  {
    const absl::MutexLock lock(&mutex_);
    if (context_ != nullptr) context_->TryCancel();
  }
  thread_.join();
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

void Feed::Run() {
  absl::Duration pause = kFirstPause;
  while (!stop_.HasBeenNotified()) {
    pause = Follow() ? kFirstPause : std::min(pause * 2, kLongestPause);
    stop_.WaitForNotificationWithTimeout(pause);
  }
}

bool Feed::Follow() {
  grpc::ClientContext context;
  context.set_deadline(absl::ToChronoTime(absl::Now() + kStreamLength));
  context.AddMetadata("x-entraide-service", service_);
  {
    const absl::MutexLock lock(&mutex_);
    context_ = &context;
  }
  if (stop_.HasBeenNotified()) context.TryCancel();
  directory::v1::WatchOffersRequest request;
  request.set_resume_token(resume_token_);
  if (resume_token_.empty()) {
    catalog_.Clear();
    in_snapshot_ = true;
  }
  const auto reader = stub_->WatchOffers(&context, request);
  bool told = false;
  for (directory::v1::WatchOffersResponse step; reader->Read(&step); told = true) Take(step);
  const grpc::Status status = reader->Finish();
  // A token that the directory refuses, and a snapshot cut short, begin anew.
  if (in_snapshot_ || status.error_code() == grpc::StatusCode::INVALID_ARGUMENT ||
      status.error_code() == grpc::StatusCode::FAILED_PRECONDITION) {
    resume_token_.clear();
  }
  const absl::MutexLock lock(&mutex_);
  context_ = nullptr;
  return told;
}

void Feed::Take(const directory::v1::WatchOffersResponse& step) {
  catalog_.Apply(step);
  if (step.has_snapshot_end()) in_snapshot_ = false;
  if (!step.resume_token().empty()) resume_token_ = step.resume_token();
  told_more_ |= step.change_case() != directory::v1::WatchOffersResponse::CHANGE_NOT_SET;
  // What belongs together ends with a token: nobody sees the half of it.
  const bool whole = step.has_snapshot_end() || !step.resume_token().empty();
  if (in_snapshot_ || !whole || !told_more_) return;
  told_more_ = false;
  std::shared_ptr<const View> view = catalog_.Build();
  const absl::MutexLock lock(&mutex_);
  current_ = std::move(view);
}

}  // namespace entraide::matcher
