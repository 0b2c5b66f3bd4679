// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "clients/web/field.h"
#include "clients/web/messages.h"
#include "clients/web/page.h"
#include "clients/web/pages/routes.h"
#include "clients/web/visitor.h"
#include "services/platform/base/text.h"
#include "services/platform/base/uuid.h"

namespace entraide::web {
namespace {

constexpr absl::Duration kSignInLifetime = absl::Hours(1);
constexpr absl::Duration kSessionLifetime = absl::Hours(12);
constexpr Field kEmailField{"email", Control::kEmail, Need::kRequired, "", "email", 254};
constexpr Field kCodeField{
    "sign_in_code", Control::kText, Need::kRequired, "", "one-time-code", 40};

// Where each role works.
absl::string_view HomeOf(access::v1::Role role) {
  switch (role) {
    case access::v1::ROLE_STAFF:
    case access::v1::ROLE_COORDINATOR:
      return "/association";
    case access::v1::ROLE_OFFICIAL:
    case access::v1::ROLE_ADMIN:
      return "/territoire";
    default:
      return "/";
  }
}

http::Response EmailForm(const Site& site, const http::Request& request, const http::Form& form,
                         const FormErrors& errors) {
  View view = PageView(site, request, Message("sign_in_title"));
  errors.ShowIn(view);
  view.Text("request_id", NewUuid()).With("email_field", FieldView(kEmailField, form, errors));
  return Html(errors.empty() ? 200 : 422, "sign_in", view);
}

http::Response CodeForm(const Site& site, const http::Request& request, const FormErrors& errors) {
  View view = PageView(site, request, Message("sign_in_code_title"));
  errors.ShowIn(view);
  view.With("code_input", FieldView(kCodeField, http::Form{}, errors));
  return Html(errors.empty() ? 200 : 422, "sign_in_code", view);
}

// Somebody who is signed in already goes to where they work.
http::Response Start(const Site& site, const http::Request& request) {
  const std::string token = ReadCookie(site, request, Cookie::kSession);
  if (token.empty()) return EmailForm(site, request, {}, {});
  const auto session = clients::Call(*site.identity, &IdentityStub::GetSession,
                                     identity::v1::GetSessionRequest{}, site.ForSession(token));
  if (session.ok()) return http::Redirect(HomeOf(session->role()));
  if (!absl::IsUnauthenticated(session.status()) && !absl::IsPermissionDenied(session.status())) {
    return ProblemPage(site, request, session.status());
  }
  http::Response response = EmailForm(site, request, {}, {});
  SetCookie(site, Cookie::kSession, "", absl::ZeroDuration(), response);
  return response;
}

http::Response AskForCode(const Site& site, const http::Request& request) {
  const http::Form form = http::ParseForm(request.body);
  FormErrors errors;
  identity::v1::RequestMagicLinkRequest asked;
  asked.set_email(form.ValueOr("email", ""));
  asked.set_request_id(form.ValueOr("request_id", ""));
  if (asked.email().empty()) errors.Add("email", "REQUIRED");
  if (!IsText(asked.email())) errors.Add("email", "NOT_TEXT");
  if (!errors.empty()) return EmailForm(site, request, {}, errors);
  const auto answer =
      clients::Call(*site.identity, &IdentityStub::RequestMagicLink, asked, site.ForAnybody());
  if (absl::IsInvalidArgument(answer.status())) {
    errors.Add("email", "EMAIL_MALFORMED");
    return EmailForm(site, request, form, errors);
  }
  if (absl::IsResourceExhausted(answer.status())) {
    errors.Add("email", "TOO_MANY_MAILS");
    return EmailForm(site, request, form, errors);
  }
  if (!answer.ok()) return ProblemPage(site, request, answer.status());
  http::Response response = http::Redirect("/connexion/code");
  SetCookie(site, Cookie::kSignIn, answer->browser_token(), kSignInLifetime, response);
  return response;
}

http::Response Redeem(const Site& site, const http::Request& request) {
  FormErrors errors;
  identity::v1::RedeemMagicLinkRequest asked;
  asked.set_code(http::ParseForm(request.body).ValueOr("sign_in_code", ""));
  asked.set_browser_token(ReadCookie(site, request, Cookie::kSignIn));
  if (asked.code().empty()) errors.Add("sign_in_code", "REQUIRED");
  if (!IsText(asked.code())) errors.Add("sign_in_code", "CODE_INVALID");
  if (!errors.empty()) return CodeForm(site, request, errors);
  clients::CallOptions once = site.ForAnybody();
  once.attempts = clients::Attempts::kOnce;  // a code is good for one use
  const auto answer = clients::Call(*site.identity, &IdentityStub::RedeemMagicLink, asked, once);
  if (absl::IsUnauthenticated(answer.status()) || absl::IsInvalidArgument(answer.status())) {
    errors.Add("sign_in_code", "CODE_INVALID");
    return CodeForm(site, request, errors);
  }
  if (!answer.ok()) return ProblemPage(site, request, answer.status());
  http::Response response = http::Redirect(HomeOf(answer->session().role()));
  SetCookie(site, Cookie::kSession, answer->session_token(), kSessionLifetime, response);
  SetCookie(site, Cookie::kSignIn, "", absl::ZeroDuration(), response);
  return response;
}

// The cookie goes even if the service cannot be told: the session then ends by its own clock.
http::Response SignOut(const Site& site, const http::Request& request) {
  const std::string token = ReadCookie(site, request, Cookie::kSession);
  if (!token.empty()) {
    clients::Call(*site.identity, &IdentityStub::Logout, identity::v1::LogoutRequest{},
                  site.ForSession(token))
        .IgnoreError();
  }
  http::Response response = http::Redirect("/");
  SetCookie(site, Cookie::kSession, "", absl::ZeroDuration(), response);
  return response;
}

}  // namespace

std::vector<http::Route> SignInRoutes(const Site& site) {
  return {{"GET", "/connexion",
           [&site](const http::Request& r, const http::Params&) { return Start(site, r); }},
          {"POST", "/connexion",
           [&site](const http::Request& r, const http::Params&) { return AskForCode(site, r); }},
          {"GET", "/connexion/code",
           [&site](const http::Request& r, const http::Params&) { return CodeForm(site, r, {}); }},
          {"POST", "/connexion/code",
           [&site](const http::Request& r, const http::Params&) { return Redeem(site, r); }},
          {"POST", "/deconnexion",
           [&site](const http::Request& r, const http::Params&) { return SignOut(site, r); }}};
}

}  // namespace entraide::web
