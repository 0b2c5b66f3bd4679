// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "entraide/matcher/v1/matcher_service.grpc.pb.h"
#include "matcher/feed/feed.h"
#include "services/platform/rpc/gate.h"

namespace entraide::matcher {

// Serves entraide.matcher.v1.MatcherService from memory. `gate` and `feed` outlive it.
//
// Match, which only services call, is answered on the thread that received it; persons' calls wait
// for the database that knows their session, and have threads of their own.
class MatcherService final
    : public v1::MatcherService::WithCallbackMethod_Match<v1::MatcherService::Service> {
 public:
  MatcherService(const rpc::Gate& gate, const Feed& feed) : gate_(gate), feed_(feed) {}

  grpc::ServerUnaryReactor* Match(grpc::CallbackServerContext* context,
                                  const v1::MatchRequest* request,
                                  v1::MatchResponse* response) override;
  grpc::Status MatchBatch(grpc::ServerContext* context, const v1::MatchBatchRequest* request,
                          v1::MatchBatchResponse* response) override;
  grpc::Status Assign(grpc::ServerContext* context, const v1::AssignRequest* request,
                      v1::AssignResponse* response) override;
  grpc::Status PlanDay(grpc::ServerContext* context, const v1::PlanDayRequest* request,
                       v1::PlanDayResponse* response) override;
  grpc::Status FindHelp(grpc::ServerContext* context, const v1::FindHelpRequest* request,
                        v1::FindHelpResponse* response) override;

 private:
  const rpc::Gate& gate_;
  const Feed& feed_;
};

}  // namespace entraide::matcher
