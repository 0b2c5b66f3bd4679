// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "clients/cpp/kinds.h"
#include "clients/web/answer_view.h"
#include "clients/web/asking.h"
#include "clients/web/format.h"
#include "clients/web/kinds.h"
#include "clients/web/messages.h"
#include "clients/web/page.h"
#include "clients/web/pages/routes.h"
#include "clients/web/questions.h"
#include "clients/web/visitor.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"
#include "services/platform/base/violations.h"

namespace entraide::web {
namespace {

constexpr absl::Duration kCodeLifetime = absl::Hours(2);

std::vector<View> KindGroupViews() {
  std::vector<View> groups;
  for (const KindGroup& group : KindGroups()) {
    std::vector<View> kinds;
    for (const absl::string_view kind : group.kinds) {
      View view;
      view.Text("kind", kind)
          .Text("name", Word("kind", kind))
          .Text("hint", Word("kind_hint", kind));
      kinds.push_back(std::move(view));
    }
    View view;
    view.Text("group", group.name).Text("title", Word("kind_group", group.name));
    view.List("kinds", std::move(kinds));
    groups.push_back(std::move(view));
  }
  return groups;
}

std::vector<Choice> ChoicesOf(const Asking& asking, absl::string_view field) {
  for (const auto& [name, choices] : asking.choices) {
    if (name == field) return choices;
  }
  return {};
}

// What was said so far, for the person to check.
void AddSummary(const Asking& asking, View& view) {
  view.Text("asked_kind", asking.kind.empty() ? "" : Word("kind", asking.kind));
  view.Text("asked_commune",
            asking.residence.has_value() ? CommuneLabel(*asking.residence) : std::string());
}

View StepView(const Site& site, const http::Request& request, const Asking& asking, Step step) {
  View view = PageView(site, request, Word("step_title", NameOf(step)));
  const int number = static_cast<int>(step) + 1;
  const std::vector<Field> fields = FieldsOf(asking, step);
  std::vector<View> field_views;
  if (step != Step::kKind) {
    for (const Field& field : fields) {
      field_views.push_back(
          FieldView(field, asking.form, asking.errors, ChoicesOf(asking, field.name)));
    }
  }
  view.Text("step", NameOf(step))
      .Text("step_number", Message("step_number", {{"number", absl::StrCat(number)}}))
      .Text("back", step == Step::kKind ? "" : NameOf(static_cast<Step>(number - 2)))
      .ShowIf("last_step", step == Step::kContact)
      .List("fields", std::move(field_views))
      .List("hidden", HiddenFields(asking.form, fields));
  asking.errors.ShowIn(view);
  AddSummary(asking, view);
  return view;
}

// Most people leave from home, alone.
void PrefillRide(Asking& asking) {
  if (asking.form.ValueOr("passengers", "").empty()) SetField(asking.form, "passengers", "1");
  if (!asking.form.ValueOr("pickup", "").empty() || !asking.residence.has_value()) return;
  const std::string label = CommuneLabel(*asking.residence);
  SetField(asking.form, "pickup", label);
  SetField(asking.form, "pickup_for", label);
  SetField(asking.form, "pickup_code", asking.residence->insee_code());
}

// The form of open questions, which carries everything but their own answers.
void AddQuestions(const Asking& asking,
                  const google::protobuf::RepeatedPtrField<std::string>& facts, View& view) {
  std::vector<std::string> names;
  for (const std::string& fact : facts) names.push_back(absl::StrCat("fact-", fact));
  std::vector<Field> shown;
  for (const std::string& name : names) shown.push_back({name});
  std::vector<View> questions = QuestionViews(facts, asking.form, asking.errors);
  view.ShowIf("has_questions", !questions.empty())
      .List("questions", std::move(questions))
      .List("open_hidden", HiddenFields(asking.form, shown));
}

http::Response AnswerStep(const Site& site, const http::Request& request, const Asking& asking) {
  matcher::v1::FindHelpRequest find;
  *find.mutable_need() =
      NeedOf(asking.kind, asking.residence->insee_code(), asking.details, asking.form);
  const auto found = clients::Call(*site.matcher, &MatcherStub::FindHelp, find, site.ForAnybody());
  View view = StepView(site, request, asking, Step::kAnswer);
  view.ShowIf("has_questions", false);
  if (found.ok()) {
    CommuneNames communes(site);
    AddQuestions(asking, found->match().open_questions(), view);
    view.With("answer", AnswerView(found->match(), communes));
  }
  // Asking is possible even when the matcher cannot tell beforehand who will answer.
  view.ShowIf("no_answer", !found.ok());
  return Html(200, "ask_answer", view);
}

http::Response ShowStep(const Site& site, const http::Request& request, Asking asking, Step step) {
  if (!asking.status.ok()) return ProblemPage(site, request, asking.status);
  if (step == Step::kAnswer) return AnswerStep(site, request, asking);
  if (step == Step::kDetails && asking.trade == clients::Trade::kRides) PrefillRide(asking);
  if (step == Step::kContact && !IsUuid(asking.form.ValueOr("request_id", ""))) {
    SetField(asking.form, "request_id", NewUuid());
  }
  View view = StepView(site, request, asking, step);
  const int status = asking.errors.empty() ? 200 : 422;
  if (step != Step::kKind) return Html(status, "ask_step", view);
  view.List("groups", KindGroupViews());
  return Html(status, "ask_kind", view);
}

// The outcome is unknown: the same form, with the same request_id, asks again.
http::Response UnknownOutcome(const Site& site, const http::Request& request,
                              const Asking& asking) {
  View view = PageView(site, request, Message("verifying_title"));
  view.List("hidden", HiddenFields(asking.form, {}));
  http::Response response = Html(503, "ask_verifying", view);
  response.headers.push_back({"Retry-After", "5"});
  return response;
}

// Shows the step that has the first field which the service refused.
http::Response ShowViolations(const Site& site, const http::Request& request, Asking asking,
                              const absl::Status& status) {
  std::optional<Step> first;
  for (const Violation& violation : ViolationsOf(status)) {
    const std::string name = FieldOfPath(violation.field);
    if (!name.empty()) asking.errors.Add(name, violation.reason);
    for (const Step step : {Step::kCommune, Step::kDetails, Step::kContact}) {
      const std::vector<Field> fields = FieldsOf(asking, step);
      const bool is_here = absl::c_any_of(fields, [&](const Field& f) { return f.name == name; });
      if (is_here && (!first.has_value() || step < *first)) first = step;
    }
  }
  if (!first.has_value()) return ProblemPage(site, request, status);
  return ShowStep(site, request, std::move(asking), *first);
}

http::Response AlreadySent(const Site& site, const http::Request& request, Asking asking) {
  SetField(asking.form, "request_id", NewUuid());
  View view = PageView(site, request, Message("already_sent_title"));
  view.List("hidden", HiddenFields(asking.form, {}));
  return Html(409, "ask_already_sent", view);
}

http::Response Send(const Site& site, const http::Request& request, Asking asking) {
  const std::string request_id = asking.form.ValueOr("request_id", "");
  if (!IsUuid(request_id)) return ShowStep(site, request, std::move(asking), Step::kContact);
  const auto filed =
      site.requests->Create(asking.input, asking.details, request_id, site.ForAnybody());
  if (filed.ok()) {
    http::Response response = http::Redirect("/demande/envoyee");
    SetCookie(site, Cookie::kCode, filed->tracking_code, kCodeLifetime, response);
    return response;
  }
  if (IsOutcomeUnknown(filed.status())) return UnknownOutcome(site, request, asking);
  if (ReasonOf(filed.status()) == "REQUEST_ID_REUSED") {
    return AlreadySent(site, request, std::move(asking));
  }
  return ShowViolations(site, request, std::move(asking), filed.status());
}

http::Response Start(const Site& site, const http::Request& request) {
  http::Form form;
  const std::string kind = http::ParseForm(request.query).ValueOr("besoin", "");
  if (!clients::TradeOfKind(kind).has_value()) {
    return ShowStep(site, request, Asking{}, Step::kKind);
  }
  form.fields.emplace_back("kind", kind);
  Asking asking = ReadAsking(site, std::move(form), Step::kKind);
  return ShowStep(site, request, std::move(asking), Step::kCommune);
}

http::Response Continue(const Site& site, const http::Request& request) {
  http::Form form = http::ParseForm(request.body);
  const Step step = StepOf(form.ValueOr("etape", "")).value_or(Step::kKind);
  const std::optional<Step> back = StepOf(form.ValueOr("aller", ""));
  if (back == Step::kKind) return ShowStep(site, request, Asking{}, Step::kKind);
  const Step last = back.has_value() ? static_cast<Step>(static_cast<int>(*back) - 1) : step;
  Asking asking = ReadAsking(site, std::move(form), last);
  if (asking.next == Step::kSend && asking.status.ok()) {
    return Send(site, request, std::move(asking));
  }
  const Step next = asking.next;
  return ShowStep(site, request, std::move(asking), next);
}

http::Response Sent(const Site& site, const http::Request& request) {
  View view = PageView(site, request, Message("sent_title"));
  view.Text("code", FormatTrackingCode(ReadCookie(site, request, Cookie::kCode)));
  return Html(200, "ask_sent", view);
}

}  // namespace

std::vector<http::Route> AskRoutes(const Site& site) {
  return {{"GET", "/demande",
           [&site](const http::Request& r, const http::Params&) { return Start(site, r); }},
          {"POST", "/demande",
           [&site](const http::Request& r, const http::Params&) { return Continue(site, r); }},
          {"GET", "/demande/envoyee",
           [&site](const http::Request& r, const http::Params&) { return Sent(site, r); }}};
}

}  // namespace entraide::web
