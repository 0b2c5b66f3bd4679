// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "clients/cpp/call.h"
#include "entraide/matcher/v1/matcher_service.grpc.pb.h"

namespace entraide::clients {

// MatcherService, for the services that own needs. Calls once: workers come again by themselves.
// Thread-safe.
class MatcherClient {
 public:
  // `service` is the caller's name: `rides`, `garage`, `homehelp`, `coverage`.
  MatcherClient(const std::shared_ptr<grpc::ChannelInterface>& channel, std::string service);

  absl::StatusOr<matcher::v1::MatchResponse> Match(const matcher::v1::MatchRequest& request,
                                                   absl::Time deadline);
  // One outcome a need, in their order.
  absl::StatusOr<matcher::v1::MatchBatchResponse> MatchBatch(
      const matcher::v1::MatchBatchRequest& request, absl::Time deadline);

 private:
  std::unique_ptr<matcher::v1::MatcherService::Stub> stub_;
  std::string service_;
};

}  // namespace entraide::clients
