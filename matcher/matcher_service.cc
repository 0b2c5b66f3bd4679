// SPDX-License-Identifier: EUPL-1.2
#include "matcher/matcher_service.h"

#include <memory>
#include <utility>

#include "matcher/assign_rpc.h"
#include "matcher/convert.h"
#include "matcher/match_batch.h"
#include "matcher/plan_day_rpc.h"
#include "services/platform/base/status.h"
#include "services/platform/rpc/unary.h"
#include "services/platform/rpc/unary_at_once.h"

namespace entraide::matcher {
namespace {

using Now = std::shared_ptr<const live::Version>;

// One call sees one version, whatever changes meanwhile.
absl::StatusOr<Now> NowOf(const Feed& feed) {
  Now version = feed.Current();
  if (version == nullptr) {
    return WithReason(absl::UnavailableError("the territory is not loaded yet"), "NOT_READY");
  }
  return version;
}

absl::StatusOr<v1::MatchResponse> MatchIn(
    const Feed& feed, const v1::Need& proto,
    const google::protobuf::RepeatedPtrField<std::string>& excluded, absl::Time now) {
  ASSIGN_OR_RETURN(const Now version, NowOf(feed));
  ASSIGN_OR_RETURN(Need need, ToNeed(proto, version->world, "need"));
  for (const std::string& name : excluded) need.excluded_offers.push_back({name});
  return ToProto(version->Match(need, now), version->world, need);
}

// Scores are between us and the organizations: people get the order.
void HideScores(google::protobuf::RepeatedPtrField<v1::Candidate>& candidates) {
  for (v1::Candidate& candidate : candidates) {
    candidate.clear_score();
    candidate.clear_terms();
  }
}

}  // namespace

grpc::ServerUnaryReactor* MatcherService::Match(grpc::CallbackServerContext* context,
                                                const v1::MatchRequest* request,
                                                v1::MatchResponse* response) {
  return rpc::UnaryAtOnce(gate_, *context, "/entraide.matcher.v1.MatcherService/Match", *request,
                          response, [&](const rpc::Call& call) {
                            return MatchIn(feed_, request->need(),
                                           request->excluded_service_offers(), call.now);
                          });
}

grpc::Status MatcherService::MatchBatch(grpc::ServerContext* context,
                                        const v1::MatchBatchRequest* request,
                                        v1::MatchBatchResponse* response) {
  const auto answer = [&](const rpc::Call& call) -> absl::StatusOr<v1::MatchBatchResponse> {
    ASSIGN_OR_RETURN(const Now version, NowOf(feed_));
    return matcher::MatchBatch(*request, *version, call.now);
  };
  return rpc::Unary(gate_, *context, "/entraide.matcher.v1.MatcherService/MatchBatch", *request,
                    response, answer);
}

grpc::Status MatcherService::Assign(grpc::ServerContext* context, const v1::AssignRequest* request,
                                    v1::AssignResponse* response) {
  const auto answer = [&](const rpc::Call& call) -> absl::StatusOr<v1::AssignResponse> {
    ASSIGN_OR_RETURN(const Now version, NowOf(feed_));
    return matcher::Assign(*request, version->world, {.now = call.now, .deadline = call.deadline});
  };
  return rpc::Unary(gate_, *context, "/entraide.matcher.v1.MatcherService/Assign", *request,
                    response, answer);
}

grpc::Status MatcherService::PlanDay(grpc::ServerContext* context,
                                     const v1::PlanDayRequest* request,
                                     v1::PlanDayResponse* response) {
  const auto answer = [&](const rpc::Call& call) -> absl::StatusOr<v1::PlanDayResponse> {
    ASSIGN_OR_RETURN(const Now version, NowOf(feed_));
    return matcher::PlanDay(*request, version->world, call.deadline);
  };
  return rpc::Unary(gate_, *context, "/entraide.matcher.v1.MatcherService/PlanDay", *request,
                    response, answer);
}

grpc::Status MatcherService::FindHelp(grpc::ServerContext* context,
                                      const v1::FindHelpRequest* request,
                                      v1::FindHelpResponse* response) {
  return rpc::Unary(gate_, *context, "/entraide.matcher.v1.MatcherService/FindHelp", *request,
                    response, [&](const rpc::Call& call) -> absl::StatusOr<v1::FindHelpResponse> {
                      v1::FindHelpResponse answer;
                      ASSIGN_OR_RETURN(*answer.mutable_match(),
                                       MatchIn(feed_, request->need(), {}, call.now));
                      HideScores(*answer.mutable_match()->mutable_candidates());
                      HideScores(*answer.mutable_match()->mutable_conditional_candidates());
                      HideScores(*answer.mutable_match()->mutable_substitutes());
                      return answer;
                    });
}

}  // namespace entraide::matcher
