// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/page.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "clients/web/messages.h"
#include "clients/web/templates.h"
#include "clients/web/visitor.h"

namespace entraide::web {
namespace {

struct Problem {
  int status;
  absl::string_view title;  // keys of messages
  absl::string_view advice;
};

Problem ProblemOf(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kNotFound:
      return {404, "not_found_title", "not_found_advice"};
    case absl::StatusCode::kPermissionDenied:
      return {403, "forbidden_title", "forbidden_advice"};
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kFailedPrecondition:
      return {400, "refused_title", "refused_advice"};
    case absl::StatusCode::kAborted:
      return {409, "conflict_title", "conflict_advice"};
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kDeadlineExceeded:
    case absl::StatusCode::kResourceExhausted:
      return {503, "busy_title", "busy_advice"};
    default:
      return {500, "broken_title", "broken_advice"};
  }
}

}  // namespace

View PageView(const Site& site, const http::Request& request, absl::string_view title) {
  View view;
  view.Text("page_title", title)
      .Text("version", AssetVersion())
      .Text("help_phone", site.options.help_phone)
      .ShowIf("signed_in", !ReadCookie(site, request, Cookie::kSession).empty());
  for (const absl::string_view place :
       {"demande", "suivre", "annuaire", "territoire", "association", "connexion"}) {
    view.ShowIf(absl::StrCat("at_", place),
                absl::StartsWith(request.path, absl::StrCat("/", place)));
  }
  return view;
}

http::Response Html(int status, absl::string_view template_name, const View& view) {
  const absl::StatusOr<std::string> body = Render(template_name, view);
  if (!body.ok()) return http::Reply(500, "text/plain; charset=utf-8", Message("broken_title"));
  return http::Reply(status, "text/html; charset=utf-8", *body);
}

http::Response ProblemPage(const Site& site, const http::Request& request,
                           const absl::Status& status) {
  if (absl::IsUnauthenticated(status)) return http::Redirect("/connexion");
  const Problem problem = ProblemOf(status);
  View view = PageView(site, request, Message(problem.title));
  view.Text("advice", Message(problem.advice));
  http::Response response = Html(problem.status, "problem", view);
  if (problem.status == 503) response.headers.push_back({"Retry-After", "5"});
  return response;
}

bool IsOutcomeUnknown(const absl::Status& status) {
  return absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status) ||
         absl::IsUnknown(status) || absl::IsCancelled(status) || absl::IsInternal(status);
}

}  // namespace entraide::web
