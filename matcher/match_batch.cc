// SPDX-License-Identifier: EUPL-1.2
#include "matcher/match_batch.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "matcher/convert.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"

namespace entraide::matcher {
namespace {

constexpr int kMostNeeds = 100;
constexpr int kFewCandidates = 20;
constexpr int kMostCandidates = 100;

absl::Status Check(const v1::MatchBatchRequest& request) {
  Violations violations;
  if (request.needs().empty()) violations.Add("needs", "REQUIRED", "1 to 100");
  if (request.needs_size() > kMostNeeds) violations.Add("needs", "TOO_MANY", "at most 100");
  if (request.candidate_limit() < 0 || request.candidate_limit() > kMostCandidates) {
    violations.Add("candidate_limit", "OUT_OF_RANGE", "1 to 100, or 0 for 20");
  }
  return violations.ToStatus();
}

void KeepBest(int limit, google::protobuf::RepeatedPtrField<v1::Candidate>& candidates) {
  if (candidates.size() <= limit) return;
  candidates.DeleteSubrange(limit, candidates.size() - limit);
}

v1::NeedError ErrorOf(const absl::Status& status) {
  v1::NeedError error;
  error.set_reason(ReasonOf(status));
  for (const Violation& violation : ViolationsOf(status)) {
    google::rpc::BadRequest::FieldViolation& added = *error.add_field_violations();
    added.set_field(violation.field);
    added.set_reason(violation.reason);
    added.set_description(violation.description);
  }
  return error;
}

}  // namespace

absl::StatusOr<v1::MatchBatchResponse> MatchBatch(const v1::MatchBatchRequest& request,
                                                  const live::Version& version, absl::Time now) {
  RETURN_IF_ERROR(Check(request));
  const int limit = request.candidate_limit() == 0 ? kFewCandidates : request.candidate_limit();
  v1::MatchBatchResponse response;
  for (int i = 0; i < request.needs_size(); ++i) {
    v1::MatchOutcome& outcome = *response.add_outcomes();
    const auto need = ToNeed(request.needs(i), version.world, absl::StrCat("needs[", i, "]"));
    if (!need.ok()) {
      *outcome.mutable_error() = ErrorOf(need.status());
      continue;
    }
    v1::MatchResponse& match = *outcome.mutable_match();
    match = ToProto(version.Match(*need, now), version.world, *need);
    KeepBest(limit, *match.mutable_candidates());
    KeepBest(limit, *match.mutable_conditional_candidates());
  }
  return response;
}

}  // namespace entraide::matcher
