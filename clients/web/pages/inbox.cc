// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "clients/web/follow_view.h"
#include "clients/web/format.h"
#include "clients/web/inbox_view.h"
#include "clients/web/messages.h"
#include "clients/web/page.h"
#include "clients/web/pages/routes.h"
#include "clients/web/signed_in.h"
#include "clients/web/visitor.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"

namespace entraide::web {
namespace {

using clients::Trade;

// What waits and what is held, over the trades. A trade that cannot be asked is named, not hidden.
struct Inbox {
  std::vector<clients::AskedOffer> offers{};
  std::vector<clients::HeldRequest> held{};
  bool is_partial = false;
};

absl::StatusOr<Inbox> ReadInbox(const Site& site, const std::string& token) {
  Inbox inbox;
  for (const Trade trade : {Trade::kRides, Trade::kGarage, Trade::kHomeHelp}) {
    auto offers = site.requests->ListOffers(trade, site.ForSession(token));
    auto held = site.requests->ListHeld(trade, site.ForSession(token));
    for (const absl::Status& status : {offers.status(), held.status()}) {
      if (absl::IsPermissionDenied(status) || absl::IsUnauthenticated(status)) return status;
      if (!status.ok()) inbox.is_partial = true;
    }
    if (offers.ok()) absl::c_move(*offers, std::back_inserter(inbox.offers));
    if (!held.ok()) continue;
    for (clients::HeldRequest& one : *held) {
      if (!IsInHand(one.request.state())) continue;
      inbox.held.push_back(std::move(one));
    }
  }
  return inbox;
}

std::string OrganizationName(const Site& site, const std::string& name) {
  directory::v1::GetOrganizationRequest request;
  request.set_name(name);
  const auto organization =
      clients::Call(*site.directory, &DirectoryStub::GetOrganization, request, site.ForAnybody());
  return organization.ok() ? organization->display_name() : Message("inbox_title");
}

http::Response Show(const Site& site, const http::Request& request) {
  const auto user = WhoIsSignedIn(site, request);
  if (!user.ok()) return ProblemPage(site, request, user.status());
  auto inbox = ReadInbox(site, user->token);
  if (!inbox.ok()) return ProblemPage(site, request, inbox.status());
  CommuneNames communes(site);
  View view = PageView(site, request, OrganizationName(site, user->session.organization()));
  const int waiting = static_cast<int>(inbox->offers.size());
  view.Text("done", Word("done", http::ParseForm(request.query).ValueOr("fait", "rien")))
      .Text("token", FormToken(site, user->token))
      .Text("waiting", waiting == 1
                           ? Message("inbox_waiting_one")
                           : Message("inbox_waiting_many", {{"count", absl::StrCat(waiting)}}))
      .ShowIf("partial", inbox->is_partial)
      .ShowIf("demo_session", user->session.demo())
      .ShowIf("no_offers", inbox->offers.empty())
      .ShowIf("no_held", inbox->held.empty());
  std::vector<View> reasons;
  for (const std::string& code : Codes("decline_reason")) {
    View reason;
    reason.Text("code", code).Text("word", Word("decline_reason", code));
    reasons.push_back(std::move(reason));
  }
  view.List("decline_reasons", std::move(reasons))
      .List("offers", OfferViews(std::move(inbox->offers), communes))
      .List("held", HeldViews(inbox->held, communes));
  return Html(200, "inbox", view);
}

// The answer could not be heard: the same form again, with the same request_id.
http::Response Verifying(const Site& site, const http::Request& request, const http::Form& form) {
  View view = PageView(site, request, Message("verifying_title"));
  std::vector<View> hidden;
  for (const auto& [name, value] : form.fields) {
    if (!IsText(name) || !IsText(value)) continue;
    View field;
    field.Text("name", name).Text("value", value);
    hidden.push_back(std::move(field));
  }
  view.Text("action", request.path).List("hidden", std::move(hidden));
  return Html(503, "inbox_verifying", view);
}

// A refusal that staff can understand comes back to the inbox in words.
http::Response After(const Site& site, const http::Request& request, const http::Form& form,
                     const absl::Status& status, absl::string_view done) {
  if (status.ok()) return http::Redirect(absl::StrCat("/association?fait=", done));
  const std::string reason = ReasonOf(status);
  if (HasWord("done", reason)) return http::Redirect(absl::StrCat("/association?fait=", reason));
  if (IsOutcomeUnknown(status)) return Verifying(site, request, form);
  return ProblemPage(site, request, status);
}

http::Response Accept(const Site& site, const http::Request& request) {
  const http::Form form = http::ParseForm(request.body);
  const auto token = WhoPosts(site, request, form);
  if (!token.ok()) return ProblemPage(site, request, token.status());
  const auto held = site.requests->Accept(form.ValueOr("name", ""), form.ValueOr("request_id", ""),
                                          site.ForSession(*token));
  return After(site, request, form, held.status(), "acceptee");
}

http::Response Decline(const Site& site, const http::Request& request) {
  const http::Form form = http::ParseForm(request.body);
  const auto token = WhoPosts(site, request, form);
  if (!token.ok()) return ProblemPage(site, request, token.status());
  const absl::Status status =
      site.requests->Decline(form.ValueOr("name", ""), form.ValueOr("decline_reason", "other"),
                             form.ValueOr("request_id", ""), site.ForSession(*token));
  return After(site, request, form, status, "refusee");
}

http::Response Assign(const Site& site, const http::Request& request) {
  const http::Form form = http::ParseForm(request.body);
  const auto token = WhoPosts(site, request, form);
  if (!token.ok()) return ProblemPage(site, request, token.status());
  const std::string assignee(absl::StripAsciiWhitespace(form.ValueOr("assignee", "")));
  if (!IsText(assignee) || assignee.empty() || CodePoints(assignee) > 100) {
    return http::Redirect("/association?fait=qui");
  }
  const auto held =
      site.requests->Assign(form.ValueOr("name", ""), form.ValueOr("etag", ""), assignee,
                            form.ValueOr("request_id", ""), site.ForSession(*token));
  return After(site, request, form, held.status(), "confiee");
}

http::Response Complete(const Site& site, const http::Request& request) {
  const http::Form form = http::ParseForm(request.body);
  const auto token = WhoPosts(site, request, form);
  if (!token.ok()) return ProblemPage(site, request, token.status());
  const auto held =
      site.requests->Complete(form.ValueOr("name", ""), form.ValueOr("etag", ""),
                              form.ValueOr("request_id", ""), site.ForSession(*token));
  return After(site, request, form, held.status(), "terminee");
}

// Shown in the answer to the post: a contact has no address of its own to come back to.
http::Response Reveal(const Site& site, const http::Request& request) {
  const http::Form form = http::ParseForm(request.body);
  const auto token = WhoPosts(site, request, form);
  if (!token.ok()) return ProblemPage(site, request, token.status());
  const std::string reason(absl::StripAsciiWhitespace(form.ValueOr("reason", "")));
  if (!IsText(reason) || CodePoints(reason) < 3 || CodePoints(reason) > 200) {
    return http::Redirect("/association?fait=motif");
  }
  const std::string name = form.ValueOr("name", "");
  const auto held = site.requests->Get(name, site.ForSession(*token));
  if (!held.ok()) return ProblemPage(site, request, held.status());
  const auto contact = site.requests->RevealContact(name, reason, site.ForSession(*token));
  if (!contact.ok()) return ProblemPage(site, request, contact.status());
  CommuneNames communes(site);
  View view = PageView(site, request, Message("contact_title"));
  view.With("held", HeldView(*held, communes))
      .Text("display_name", contact->display_name())
      .Text("phone", FormatPhone(contact->phone()))
      .Text("phone_link", contact->phone())
      .Text("email", contact->email())
      .Text("address", contact->address())
      .Text("referent", contact->referent());
  return Html(200, "inbox_contact", view);
}

}  // namespace

std::vector<http::Route> InboxRoutes(const Site& site) {
  return {{"GET", "/association",
           [&site](const http::Request& r, const http::Params&) { return Show(site, r); }},
          {"POST", "/association/accepter",
           [&site](const http::Request& r, const http::Params&) { return Accept(site, r); }},
          {"POST", "/association/refuser",
           [&site](const http::Request& r, const http::Params&) { return Decline(site, r); }},
          {"POST", "/association/confier",
           [&site](const http::Request& r, const http::Params&) { return Assign(site, r); }},
          {"POST", "/association/terminer",
           [&site](const http::Request& r, const http::Params&) { return Complete(site, r); }},
          {"POST", "/association/contact",
           [&site](const http::Request& r, const http::Params&) { return Reveal(site, r); }}};
}

}  // namespace entraide::web
