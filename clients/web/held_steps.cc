// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/held_steps.h"

#include <array>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "clients/web/messages.h"
#include "services/platform/base/uuid.h"

namespace entraide::web {
namespace {

using clients::HeldRequest;
using common::v1::HolderAction;

// One form: its words are those of the vocabularies "step", "step_hint" and "step_confirm".
struct HeldStep {
  absl::string_view name{};
  bool (*applies)(const HeldRequest&) = nullptr;
  void (*fill)(const http::Form&, HolderAction&) = nullptr;
  absl::string_view reasons{};  // A vocabulary; empty: none is asked for.
  bool asks_question = false;
  bool needs_reason = true;
};

bool IsAccepted(const HeldRequest& held) {
  return held.request.state() == common::v1::REQUEST_STATE_ACCEPTED;
}
bool IsWaitlisted(const HeldRequest& held) {
  return held.request.state() == common::v1::REQUEST_STATE_WAITLISTED;
}
bool MayBeGivenBack(const HeldRequest& held) { return IsAccepted(held) || IsWaitlisted(held); }
// A ride has its day: it cannot wait in a list.
bool MayWait(const HeldRequest& held) {
  return IsAccepted(held) && clients::TradeOf(held.details) != clients::Trade::kRides;
}
bool AsksUsToAgree(const HeldRequest& held) {
  return held.request.has_pending_change() &&
         held.request.pending_change().side() == common::v1::PendingChange::SIDE_REQUESTER;
}

std::string Reason(const http::Form& form) { return form.ValueOr("reason", ""); }

constexpr std::array<HeldStep, 8> kSteps = {{
    {"agree", AsksUsToAgree, [](const http::Form&, HolderAction& to) { to.mutable_agree(); }},
    {"disagree", AsksUsToAgree, [](const http::Form&, HolderAction& to) { to.mutable_disagree(); }},
    {"ask-info", IsAccepted,
     [](const http::Form& form, HolderAction& to) {
       to.mutable_ask_info()->set_question(form.ValueOr("question", ""));
     },
     "", true},
    {"waitlist", MayWait,
     [](const http::Form& form, HolderAction& to) {
       to.mutable_waitlist()->set_reason(Reason(form));
     },
     "waitlist_reason"},
    {"promote", IsWaitlisted,
     [](const http::Form& form, HolderAction& to) {
       to.mutable_promote()->set_reason(Reason(form));
     },
     "promote_reason", false, false},
    {"release", MayBeGivenBack,
     [](const http::Form& form, HolderAction& to) {
       to.mutable_release()->set_reason(Reason(form));
     },
     "decline_reason"},
    {"turn-down", MayBeGivenBack,
     [](const http::Form& form, HolderAction& to) {
       to.mutable_turn_down()->set_reason(Reason(form));
     },
     "turn_down_reason"},
    {"give-up", IsWaitlisted, [](const http::Form&, HolderAction& to) { to.mutable_give_up(); }},
}};

View StepView(const HeldStep& step) {
  std::vector<View> reasons;
  if (!step.reasons.empty()) reasons = ReasonViews(step.reasons, step.needs_reason);
  View view;
  view.Text("step", step.name)
      .Text("step_label", Word("step", step.name))
      .Text("step_hint", Word("step_hint", step.name))
      .Text("step_confirm", Word("step_confirm", step.name))
      .Text("step_id", NewUuid())
      .ShowIf("has_reasons", !reasons.empty())
      .ShowIf("asks_question", step.asks_question)
      .List("step_reasons", std::move(reasons));
  return view;
}

}  // namespace

std::vector<View> ReasonViews(absl::string_view vocabulary, bool required) {
  std::vector<View> reasons;
  for (const std::string& code : Codes(vocabulary)) {
    View reason;
    reason.Text("code", code).Text("word", Word(vocabulary, code)).ShowIf("required", required);
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

std::vector<View> StepViews(const HeldRequest& held) {
  std::vector<View> views;
  for (const HeldStep& step : kSteps) {
    if (step.applies(held)) views.push_back(StepView(step));
  }
  return views;
}

std::optional<HolderAction> ReadStep(const http::Form& form) {
  const std::string name = form.ValueOr("step", "");
  for (const HeldStep& step : kSteps) {
    if (step.name != name) continue;
    HolderAction action;
    step.fill(form, action);
    return action;
  }
  return std::nullopt;
}

}  // namespace entraide::web
