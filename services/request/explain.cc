// SPDX-License-Identifier: EUPL-1.2
#include "services/request/explain.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/platform/base/status.h"
#include "services/request/convert.h"
#include "services/request/convert_match.h"
#include "services/request/steps.h"

namespace entraide::request {
namespace {

constexpr absl::Duration kForMatch = absl::Seconds(2);

// The question, without what a RenderOffer would tell of the person.
matcher::v1::ExplainedOffer Explain(const Request& request, const Offer& offer,
                                    const Viewer& viewer) {
  const common::v1::Offer asked = RenderOffer(request, offer, viewer.now);
  const bool own = viewer.organization == offer.organization;
  matcher::v1::ExplainedOffer proto;
  proto.set_service_offer(asked.service_offer());
  proto.set_organization(absl::StrCat("organizations/", offer.organization.value()));
  proto.set_own(own);
  proto.set_state(asked.state());
  proto.set_wave(asked.wave());
  *proto.mutable_create_time() = asked.create_time();
  *proto.mutable_expire_time() = asked.expire_time();
  proto.set_score(asked.score());
  *proto.mutable_terms() = asked.terms();
  proto.set_weights_version(asked.weights_version());
  if (own || !viewer.organization.has_value()) proto.set_reason(asked.reason());
  return proto;
}

}  // namespace

Viewer ViewerOf(const auth::Caller& caller, absl::Time now) {
  if (caller.role == access::v1::ROLE_ADMIN) return {.now = now};
  return {.organization = OrganizationId(caller.organization), .now = now};
}

std::vector<OrganizationId> OrganizationsAsked(const Task& task) {
  std::vector<OrganizationId> asked;
  for (const Offer& offer : task.offers) {
    if (!absl::c_linear_search(asked, offer.organization)) asked.push_back(offer.organization);
  }
  return asked;
}

matcher::v1::Explanation RenderExplanation(const Task& task, const Viewer& viewer,
                                           const OrganizationNames& names) {
  const common::v1::RequestView seen = RenderView(task.request, {});
  matcher::v1::Explanation proto;
  proto.set_state(seen.state());
  proto.set_kind(seen.kind());
  proto.set_residence_commune(seen.residence_commune());
  proto.set_reason(seen.reason());
  proto.set_blocking_rule(seen.blocking_rule());
  for (const std::string& fact : task.request.open_questions) proto.add_open_questions(fact);
  for (const Offer& offer : task.offers) {
    matcher::v1::ExplainedOffer& added = *proto.add_offers();
    added = Explain(task.request, offer, viewer);
    const auto name = names.find(offer.organization);
    if (name != names.end()) added.set_organization_display_name(name->second);
  }
  return proto;
}

absl::Status AddMatch(clients::MatcherClient& matcher, const Need& need, absl::Time deadline,
                      matcher::v1::Explanation& explanation) {
  // Those asked already are part of the answer to "why them?": nobody is left out.
  matcher::v1::MatchRequest request;
  *request.mutable_need() = ToProto(need);
  absl::StatusOr<matcher::v1::MatchResponse> match =
      matcher.Match(request, std::min(deadline, absl::Now() + kForMatch));
  if (match.ok()) {
    *explanation.mutable_match() = *std::move(match);
    return absl::OkStatus();
  }
  if (!IsOutage(match.status())) return match.status();
  explanation.add_unavailable_services("matcher");
  return absl::OkStatus();
}

void HideFromOperators(matcher::v1::Explanation& explanation) {
  explanation.clear_residence_commune();
  if (!explanation.has_match()) return;
  for (matcher::v1::NearMiss& miss : *explanation.mutable_match()->mutable_near_misses()) {
    miss.clear_nearest_served_commune();
    miss.clear_missing_purpose();
    miss.clear_missing_need();
  }
}

}  // namespace entraide::request
