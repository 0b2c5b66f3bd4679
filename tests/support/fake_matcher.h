// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "entraide/matcher/v1/matcher_service.grpc.pb.h"
#include "services/platform/rpc/status.h"

namespace entraide {

// MatcherService with a table of candidates: a real gRPC service, without an engine. Thread-safe.
class FakeMatcher final : public matcher::v1::MatcherService::Service {
 public:
  // Organizations `oN` to ask, best first: `o1`, `o2`...
  void Offer(int organizations) {
    const absl::MutexLock lock(&mutex_);
    answer_.Clear();
    answer_.set_weights_version("v1");
    for (int i = 1; i <= organizations; ++i) {
      matcher::v1::Candidate& candidate = *answer_.add_candidates();
      candidate.set_organization(absl::StrCat("organizations/o", i));
      candidate.set_service_offer(absl::StrCat("organizations/o", i, "/serviceOffers/s"));
      candidate.set_score(9000 - i);
    }
  }
  // Says exactly this, but for the offers that the request excludes.
  void Answer(matcher::v1::MatchResponse answer) {
    const absl::MutexLock lock(&mutex_);
    answer_ = std::move(answer);
  }
  // Does this during each call: fails it unless OK.
  void During(std::function<absl::Status(const matcher::v1::MatchRequest&)> during) {
    const absl::MutexLock lock(&mutex_);
    during_ = std::move(during);
  }
  std::vector<matcher::v1::MatchRequest> asked() const {
    const absl::MutexLock lock(&mutex_);
    return asked_;
  }

  grpc::Status Match(grpc::ServerContext* context, const matcher::v1::MatchRequest* request,
                     matcher::v1::MatchResponse* response) override {
    if (context->client_metadata().count("x-entraide-service") == 0) {
      return {grpc::StatusCode::PERMISSION_DENIED, "services only"};
    }
    std::function<absl::Status(const matcher::v1::MatchRequest&)> during;
    {
      const absl::MutexLock lock(&mutex_);
      asked_.push_back(*request);
      during = during_;
      *response = answer_;
      response->clear_candidates();
      for (const matcher::v1::Candidate& candidate : answer_.candidates()) {
        if (!absl::c_linear_search(request->excluded_service_offers(), candidate.service_offer())) {
          *response->add_candidates() = candidate;
        }
      }
    }
    return rpc::ToGrpc(during == nullptr ? absl::OkStatus() : during(*request));
  }

 private:
  mutable absl::Mutex mutex_;  // Guards all of it.
  matcher::v1::MatchResponse answer_ ABSL_GUARDED_BY(mutex_);
  std::function<absl::Status(const matcher::v1::MatchRequest&)> during_ ABSL_GUARDED_BY(mutex_);
  std::vector<matcher::v1::MatchRequest> asked_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace entraide
