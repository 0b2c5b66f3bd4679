// SPDX-License-Identifier: EUPL-1.2
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "clients/web/ask_form.h"
#include "clients/web/follow_view.h"
#include "clients/web/format.h"
#include "clients/web/messages.h"
#include "clients/web/page.h"
#include "clients/web/pages/routes.h"
#include "clients/web/questions.h"
#include "clients/web/visitor.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"

namespace entraide::web {
namespace {

constexpr absl::Duration kCodeLifetime = absl::Hours(2);

// Letters and digits of a code as typed: spaces, dashes and case do not count.
std::string Normalized(absl::string_view typed) {
  std::string code;
  for (const char c : typed) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte)) code.push_back(absl::ascii_toupper(byte));
  }
  return code.size() <= 40 ? code : std::string();
}

absl::StatusOr<clients::FollowedRequest> Look(const Site& site, const std::string& code) {
  const auto trade = clients::TradeOfCode(code);
  if (!trade.has_value()) return absl::NotFoundError("no such code");
  return site.requests->Status(*trade, site.ForCode(code));
}

bool IsUnknownCode(const absl::Status& status) {
  return absl::IsNotFound(status) || absl::IsUnauthenticated(status) ||
         absl::IsInvalidArgument(status);
}

// The open question that the holder put in words; its text is in the status.
constexpr absl::string_view kQuestion = "question";

http::Response CodeForm(const Site& site, const http::Request& request, FormErrors errors) {
  View view = PageView(site, request, Message("follow_title"));
  errors.ShowIn(view);
  view.With("code_field", FieldView({"code", Control::kText, Need::kRequired, "", "off", 40},
                                    http::Form{}, errors));
  return Html(errors.empty() ? 200 : 422, "follow_code", view);
}

http::Response Refused(const Site& site, const http::Request& request, const absl::Status& status) {
  if (!IsUnknownCode(status)) return ProblemPage(site, request, status);
  FormErrors errors;
  errors.Add("code", "CODE_UNKNOWN");
  http::Response response = CodeForm(site, request, std::move(errors));
  SetCookie(site, Cookie::kCode, "", absl::ZeroDuration(), response);
  return response;
}

http::Response ShowRequest(const Site& site, const http::Request& request, const std::string& code,
                           const clients::FollowedRequest& followed, const FormErrors& errors) {
  CommuneNames communes(site);
  View view = PageView(site, request, Message("follow_title"));
  AddFollowed(followed, communes, view);
  const http::Form answers = http::ParseForm(request.body);
  std::vector<std::string> facts;
  for (const std::string& question : followed.status.open_questions()) {
    if (question != kQuestion) facts.push_back(question);
  }
  std::vector<View> questions = QuestionViews(facts, answers, errors);
  if (!followed.status.question().empty()) {
    View field =
        FieldView({"answer", Control::kText, Need::kRequired, "", "off", 1000}, answers, errors);
    field.Text("label", followed.status.question());
    questions.push_back(std::move(field));
  }
  errors.ShowIn(view);
  view.Text("code", FormatTrackingCode(code))
      .Text("token", FormToken(site, code))
      .Text("request_id", NewUuid())
      .Text("done", Word("done", http::ParseForm(request.query).ValueOr("fait", "rien")))
      .ShowIf("has_questions", !questions.empty())
      .List("questions", std::move(questions));
  return Html(errors.empty() ? 200 : 422, "follow", view);
}

http::Response Show(const Site& site, const http::Request& request) {
  const std::string code = ReadCookie(site, request, Cookie::kCode);
  if (code.empty()) return CodeForm(site, request, {});
  const auto followed = Look(site, Normalized(code));
  if (!followed.ok()) return Refused(site, request, followed.status());
  return ShowRequest(site, request, code, *followed, {});
}

http::Response Open(const Site& site, const http::Request& request) {
  const std::string typed = http::ParseForm(request.body).ValueOr("code", "");
  const std::string code = Normalized(typed);
  if (code.empty()) {
    FormErrors errors;
    errors.Add("code", typed.empty() ? "REQUIRED" : "CODE_UNKNOWN");
    return CodeForm(site, request, std::move(errors));
  }
  const auto followed = Look(site, code);
  if (!followed.ok()) return Refused(site, request, followed.status());
  http::Response response = http::Redirect("/suivre");
  SetCookie(site, Cookie::kCode, code, kCodeLifetime, response);
  return response;
}

// The form of whoever holds the code, or the refusal when it is somebody else's form.
struct CodePost {
  std::string code{};
  clients::Trade trade{};
  http::Form form{};
  std::string request_id{};
};

absl::StatusOr<CodePost> ReadPost(const Site& site, const http::Request& request) {
  CodePost post;
  const std::string shown = ReadCookie(site, request, Cookie::kCode);
  post.code = Normalized(shown);
  post.form = http::ParseForm(request.body);
  post.request_id = post.form.ValueOr("request_id", "");
  const auto trade = clients::TradeOfCode(post.code);
  if (!trade.has_value()) return absl::NotFoundError("no code");
  if (!IsFormToken(site, shown, post.form.ValueOr("token", ""))) {
    return absl::PermissionDeniedError("form token");
  }
  post.trade = *trade;
  return post;
}

http::Response Answer(const Site& site, const http::Request& request) {
  const auto post = ReadPost(site, request);
  if (!post.ok()) return Refused(site, request, post.status());
  const auto answered = site.requests->Answer(
      post->trade, {.facts = ReadFacts(post->form), .text = post->form.ValueOr("answer", "")},
      post->request_id, site.ForCode(post->code));
  if (answered.ok()) return http::Redirect("/suivre?fait=reponse");
  if (ReasonOf(answered.status()) != "ANSWER_MISSING") {
    return ProblemPage(site, request, answered.status());
  }
  const auto followed = Look(site, post->code);
  if (!followed.ok()) return Refused(site, request, followed.status());
  FormErrors errors;
  for (const std::string& fact : followed->status.open_questions()) {
    const std::string field = fact == kQuestion ? "answer" : "fact-" + fact;
    if (post->form.ValueOr(field, "").empty()) errors.Add(field, "ANSWER_MISSING");
  }
  return ShowRequest(site, request, post->code, *followed, errors);
}

http::Response Reply(const Site& site, const http::Request& request) {
  const auto post = ReadPost(site, request);
  if (!post.ok()) return Refused(site, request, post.status());
  common::v1::RequesterAction action;
  const std::string reply = post->form.ValueOr("reply", "");
  if (reply == "still-needed") {
    action.mutable_still_needed();
  } else if (reply == "agree") {
    action.mutable_agree();
  } else if (reply == "disagree") {
    action.mutable_disagree();
  } else {
    return http::Redirect("/suivre");
  }
  const auto replied =
      site.requests->Reply(post->trade, "", action, post->request_id, site.ForCode(post->code));
  if (replied.ok()) return http::Redirect("/suivre?fait=reponse");
  const std::string reason = ReasonOf(replied.status());
  if (HasWord("done", reason)) return http::Redirect(absl::StrCat("/suivre?fait=", reason));
  return ProblemPage(site, request, replied.status());
}

http::Response AskToCancel(const Site& site, const http::Request& request) {
  const std::string code = ReadCookie(site, request, Cookie::kCode);
  if (code.empty()) return http::Redirect("/suivre");
  View view = PageView(site, request, Message("cancel_title"));
  view.Text("token", FormToken(site, code))
      .Text("request_id", NewUuid())
      .With("reason_field",
            FieldView({"cancel_reason", Control::kRadios, Need::kOptional, "cancel_reason"},
                      http::Form{}, FormErrors{}));
  return Html(200, "follow_cancel", view);
}

http::Response Cancel(const Site& site, const http::Request& request) {
  const auto post = ReadPost(site, request);
  if (!post.ok()) return Refused(site, request, post.status());
  const std::string reason = post->form.ValueOr("cancel_reason", "other");
  const auto cancelled =
      site.requests->Cancel(post->trade, reason, post->request_id, site.ForCode(post->code));
  if (!cancelled.ok()) return ProblemPage(site, request, cancelled.status());
  return http::Redirect("/suivre?fait=annulation");
}

http::Response Leave(const Site& site) {
  http::Response response = http::Redirect("/suivre");
  SetCookie(site, Cookie::kCode, "", absl::ZeroDuration(), response);
  return response;
}

}  // namespace

std::vector<http::Route> FollowRoutes(const Site& site) {
  return {{"GET", "/suivre",
           [&site](const http::Request& r, const http::Params&) { return Show(site, r); }},
          {"POST", "/suivre",
           [&site](const http::Request& r, const http::Params&) { return Open(site, r); }},
          {"POST", "/suivre/reponses",
           [&site](const http::Request& r, const http::Params&) { return Answer(site, r); }},
          {"POST", "/suivre/repondre",
           [&site](const http::Request& r, const http::Params&) { return Reply(site, r); }},
          {"GET", "/suivre/annuler",
           [&site](const http::Request& r, const http::Params&) { return AskToCancel(site, r); }},
          {"POST", "/suivre/annuler",
           [&site](const http::Request& r, const http::Params&) { return Cancel(site, r); }},
          {"POST", "/suivre/quitter",
           [&site](const http::Request&, const http::Params&) { return Leave(site); }}};
}

}  // namespace entraide::web
