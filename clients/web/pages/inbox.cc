// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/inbox.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/time/clock.h"
#include "clients/web/field.h"
#include "clients/web/format.h"
#include "clients/web/held_steps.h"
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

std::string OrganizationName(const Site& site, const std::string& name) {
  directory::v1::GetOrganizationRequest request;
  request.set_name(name);
  const auto organization =
      clients::Call(*site.directory, &DirectoryStub::GetOrganization, request, site.ForAnybody());
  return organization.ok() ? organization->display_name() : Message("inbox_title");
}

const std::vector<Field>& FilterFields() {
  static const auto& fields =
      *new std::vector<Field>{{"service", Control::kSelect, Need::kFilter, "inbox_service"},
                              {"voir", Control::kSelect, Need::kRequired, "inbox_view"}};
  return fields;
}

// What somebody who is signed in looks at.
struct Desk {
  SignedIn user{};
  http::Form form{};
  InboxFilter filter{};
  Inbox inbox{};
};

absl::StatusOr<Desk> OpenDesk(const Site& site, const http::Request& request) {
  Desk desk{.form = http::ParseForm(request.query)};
  ASSIGN_OR_RETURN(desk.user, WhoIsSignedIn(site, request));
  desk.filter = ReadFilter(desk.form);
  SetField(desk.form, "voir", desk.filter.over ? "terminees" : "en-cours");
  ASSIGN_OR_RETURN(desk.inbox, ReadInbox(site, desk.user.token, desk.filter));
  return desk;
}

http::Response Show(const Site& site, const http::Request& request) {
  const auto desk = OpenDesk(site, request);
  if (!desk.ok()) return ProblemPage(site, request, desk.status());
  CommuneNames communes(site);
  View view = PageView(site, request, OrganizationName(site, desk->user.session.organization()));
  view.Text("done", Word("done", desk->form.ValueOr("fait", "rien")))
      .Text("token", FormToken(site, desk->user.token))
      .Text("service", desk->form.ValueOr("service", ""))
      .Text("voir", desk->filter.over ? "terminees" : "")
      .ShowIf("partial", desk->inbox.is_partial)
      .ShowIf("demo_session", desk->user.session.demo());
  std::vector<View> fields;
  for (const Field& field : FilterFields()) fields.push_back(FieldView(field, desk->form, {}));
  view.List("fields", std::move(fields))
      .List("decline_reasons", ReasonViews("decline_reason"))
      .List("sections", SectionViews(desk->inbox, desk->filter, absl::Now(), communes));
  return Html(200, "inbox", view);
}

http::Response Download(const Site& site, const http::Request& request) {
  const auto desk = OpenDesk(site, request);
  if (!desk.ok()) return ProblemPage(site, request, desk.status());
  CommuneNames communes(site);
  http::Response response =
      http::Reply(200, "text/csv; charset=utf-8", InboxCsv(desk->inbox, communes));
  response.headers.push_back({"Content-Disposition", "attachment; filename=\"demandes.csv\""});
  return response;
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

http::Response Act(const Site& site, const http::Request& request) {
  const http::Form form = http::ParseForm(request.body);
  const auto token = WhoPosts(site, request, form);
  if (!token.ok()) return ProblemPage(site, request, token.status());
  const auto action = ReadStep(form);
  if (!action.has_value()) return http::Redirect("/association?fait=FIELDS_INVALID");
  const auto held = site.requests->Act(form.ValueOr("name", ""), form.ValueOr("etag", ""), *action,
                                       form.ValueOr("request_id", ""), site.ForSession(*token));
  return After(site, request, form, held.status(), "note");
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
          {"GET", "/association.csv",
           [&site](const http::Request& r, const http::Params&) { return Download(site, r); }},
          {"POST", "/association/agir",
           [&site](const http::Request& r, const http::Params&) { return Act(site, r); }},
          {"POST", "/association/terminer",
           [&site](const http::Request& r, const http::Params&) { return Complete(site, r); }},
          {"POST", "/association/contact",
           [&site](const http::Request& r, const http::Params&) { return Reveal(site, r); }}};
}

}  // namespace entraide::web
