// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/inbox_view.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_join.h"
#include "clients/web/details_view.h"
#include "clients/web/format.h"
#include "clients/web/messages.h"
#include "services/platform/base/uuid.h"

namespace entraide::web {
namespace {

template <typename Needs>
std::string NeedWords(const Needs& needs) {
  return absl::StrJoin(needs, ", ", [](std::string* out, const std::string& need) {
    out->append(HasWord("needs", need) ? Word("needs", need) : Word("home_needs", need));
  });
}

// The two terms that weigh most in favour of this organization: "why us?".
std::string WhyUs(const common::v1::Offer& offer) {
  std::vector<std::pair<int64_t, std::string>> terms;
  for (const auto& term : offer.terms()) {
    if (!HasWord("term", term.term())) continue;
    terms.emplace_back(-int64_t{term.value()} * term.weight(), Word("term", term.term()));
  }
  absl::c_sort(terms);
  if (terms.size() > 2) terms.resize(2);
  return absl::StrJoin(terms, ", ",
                       [](std::string* out, const auto& term) { out->append(term.second); });
}

View OfferView(const clients::AskedOffer& asked, CommuneNames& communes) {
  const common::v1::Offer& offer = asked.offer;
  std::vector<View> lines;
  AddLine(lines, Message("line_commune"), communes.Of(offer.residence_commune()));
  for (View& line : DetailsView(asked.details, communes)) lines.push_back(std::move(line));
  AddLine(lines, Message("line_needs"), NeedWords(offer.needs()));
  AddLine(lines, Message("line_note"), offer.note_public());
  AddLine(lines, Message("line_why_us"), WhyUs(offer));
  View view;
  view.Text("name", asked.name)
      .Text("kind", Word("kind", offer.kind()))
      .Text("commune_name", communes.Of(offer.residence_commune()))
      .Text("before", Moment(offer.expire_time()))
      .Text("before_iso", FormatIso(ToTime(offer.expire_time())))
      .Text("request_id", NewUuid())
      .List("lines", std::move(lines));
  return view;
}

}  // namespace

std::vector<View> OfferViews(std::vector<clients::AskedOffer> offers, CommuneNames& communes) {
  absl::c_stable_sort(offers, [](const auto& a, const auto& b) {
    return ToTime(a.offer.expire_time()) < ToTime(b.offer.expire_time());
  });
  std::vector<View> views;
  for (const auto& offer : offers) views.push_back(OfferView(offer, communes));
  return views;
}

View HeldView(const clients::HeldRequest& held, CommuneNames& communes) {
  const common::v1::RequestView& request = held.request;
  std::vector<View> lines;
  AddLine(lines, Message("line_commune"), communes.Of(request.residence_commune()));
  for (View& line : DetailsView(held.details, communes)) lines.push_back(std::move(line));
  AddLine(lines, Message("line_needs"), NeedWords(request.needs()));
  AddLine(lines, Message("line_note"), request.note_public());
  AddLine(lines, Message("line_note_private"), request.note_private());
  AddLine(lines, Message("line_assignee"), held.serving.assignee());
  // Nobody goes to a garage's client: there is nobody to assign.
  const bool is_job = clients::TradeOfName(held.name) == clients::Trade::kGarage;
  const bool is_accepted = request.state() == common::v1::REQUEST_STATE_ACCEPTED;
  const bool is_awaited = request.state() == common::v1::REQUEST_STATE_CONFIRMED ||
                          request.state() == common::v1::REQUEST_STATE_IN_PROGRESS;
  View view;
  view.Text("name", held.name)
      .Text("etag", held.etag)
      .Text("kind", Word("kind", request.kind()))
      .Text("commune_name", communes.Of(request.residence_commune()))
      .Text("since", Moment(request.update_time()))
      .Text("request_id", NewUuid())
      .ShowIf("assignable", is_accepted && !is_job)
      .ShowIf("completable", is_awaited || (is_accepted && is_job))
      .List("lines", std::move(lines));
  return view;
}

std::vector<View> HeldViews(const std::vector<clients::HeldRequest>& held, CommuneNames& communes) {
  std::vector<View> views;
  for (const auto& one : held) views.push_back(HeldView(one, communes));
  return views;
}

}  // namespace entraide::web
