// SPDX-License-Identifier: EUPL-1.2
#include "clients/cpp/matcher_client.h"

#include <utility>

namespace entraide::clients {

MatcherClient::MatcherClient(const std::shared_ptr<grpc::ChannelInterface>& channel,
                             std::string service)
    : stub_(matcher::v1::MatcherService::NewStub(channel)), service_(std::move(service)) {}

absl::StatusOr<matcher::v1::MatchResponse> MatcherClient::Match(
    const matcher::v1::MatchRequest& request, absl::Time deadline) {
  return Call(*stub_, &matcher::v1::MatcherService::Stub::Match, request,
              {.service = service_, .deadline = deadline});
}

absl::StatusOr<matcher::v1::MatchBatchResponse> MatcherClient::MatchBatch(
    const matcher::v1::MatchBatchRequest& request, absl::Time deadline) {
  return Call(*stub_, &matcher::v1::MatcherService::Stub::MatchBatch, request,
              {.service = service_, .deadline = deadline});
}

}  // namespace entraide::clients
