// SPDX-License-Identifier: EUPL-1.2
#include "services/request/convert_match.h"

#include "absl/strings/strip.h"
#include "services/platform/base/uuid.h"
#include "services/request/convert.h"

namespace entraide::request {
namespace {

Candidate CandidateOf(const matcher::v1::Candidate& proto) {
  absl::string_view organization = proto.organization();
  absl::ConsumePrefix(&organization, "organizations/");
  Candidate candidate{.id = OfferId(NewUuid()),
                      .organization = OrganizationId(std::string(organization)),
                      .service_offer = proto.service_offer(),
                      .score = proto.score(),
                      .asked = proto.external_url().empty() ? Candidate::Asked::kHere
                                                            : Candidate::Asked::kElsewhere};
  for (const common::v1::ScoreTerm& term : proto.terms()) {
    candidate.terms.push_back(
        {.term = term.term(), .value = term.value(), .weight = term.weight()});
  }
  return candidate;
}

}  // namespace

matcher::v1::Need ToProto(const Need& need) {
  matcher::v1::Need proto;
  proto.set_kind(need.kind);
  proto.set_purpose(need.purpose);
  proto.set_residence_commune(need.residence_commune);
  proto.set_pickup_commune(need.pickup_commune);
  proto.set_dropoff_commune(need.dropoff_commune);
  for (const Span& span : need.spans) {
    matcher::v1::Span& added = *proto.add_spans();
    *added.mutable_start_time() = ToProto(span.start);
    if (span.end.has_value()) *added.mutable_end_time() = ToProto(*span.end);
  }
  for (const std::string& name : need.needs) proto.add_needs(name);
  for (const Fact& fact : need.facts) {
    common::v1::Fact& added = *proto.add_facts();
    added.set_fact(fact.fact);
    added.set_value(fact.value);
  }
  proto.set_filed_by_prescriber(need.filed_by == Need::FiledBy::kPrescriber);
  proto.set_passenger_count(need.passenger_count);
  proto.set_minor_alone(need.minor_alone);
  proto.set_health_insurance_paid(need.health_insurance_paid);
  proto.set_needs_approval(need.needs_approval);
  return proto;
}

matcher::v1::MatchRequest MatchRequestOf(const Need& need, const Task& task) {
  matcher::v1::MatchRequest request;
  *request.mutable_need() = ToProto(need);
  for (const Offer& offer : task.offers) {
    const Candidate again{.organization = offer.organization, .service_offer = offer.service_offer};
    if (!IsAskable(task, again)) request.add_excluded_service_offers(offer.service_offer);
  }
  return request;
}

Match MatchOf(const matcher::v1::MatchResponse& response) {
  Match match{
      .open_questions = {response.open_questions().begin(), response.open_questions().end()},
      .blocking_rule = response.blocking_rule(),
      .weights_version = response.weights_version()};
  for (const matcher::v1::Candidate& candidate : response.candidates()) {
    match.candidates.push_back(CandidateOf(candidate));
  }
  return match;
}

}  // namespace entraide::request
