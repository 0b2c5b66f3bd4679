// SPDX-License-Identifier: EUPL-1.2
// Opening a link does nothing, since mail scanners open them too: the button does.
#include "clients/web/pages/message_link.h"

#include <utility>

#include "clients/web/field.h"
#include "clients/web/messages.h"
#include "clients/web/page.h"
#include "entraide/notify/v1/notify_service.grpc.pb.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"

namespace entraide::web {
namespace {

using NotifyStub = notify::v1::NotifyService::Stub;

constexpr Field kCodeField{"link_code", Control::kText, Need::kRequired, "", "off", 40};

// One link, by the last part of its address; its words are `message_{path}_...`.
struct LinkPage {
  absl::string_view path{};
  notify::v1::LinkAction action = notify::v1::LINK_ACTION_UNSPECIFIED;
  absl::string_view title{};
  absl::string_view lead{};
  absl::string_view button{};
  absl::string_view done{};
};
constexpr LinkPage kCancel{"/message/annuler",      notify::v1::LINK_ACTION_CANCEL,
                           "message_cancel_title",  "message_cancel_lead",
                           "message_cancel_button", "message_cancel_done"};
constexpr LinkPage kUnsubscribe{"/message/desabonner",        notify::v1::LINK_ACTION_UNSUBSCRIBE,
                                "message_unsubscribe_title",  "message_unsubscribe_lead",
                                "message_unsubscribe_button", "message_unsubscribe_done"};

http::Response AskPage(const Site& site, const http::Request& request, const LinkPage& page,
                       const FormErrors& errors) {
  View view = PageView(site, request, Message(page.title));
  errors.ShowIn(view);
  view.Text("lead", Message(page.lead))
      .Text("path", page.path)
      .Text("button", Message(page.button))
      .With("code_input", FieldView(kCodeField, http::ParseForm(request.body), errors));
  return Html(errors.empty() ? 200 : 422, "message_link", view);
}

http::Response DonePage(const Site& site, const http::Request& request, const LinkPage& page) {
  View view = PageView(site, request, Message(page.title));
  view.Text("done", Message(page.done));
  return Html(200, "message_link_done", view);
}

http::Response Act(const Site& site, NotifyStub& notify, const http::Request& request,
                   const LinkPage& page) {
  notify::v1::FollowLinkRequest asked;
  asked.set_code(http::ParseForm(request.body).ValueOr("link_code", ""));
  asked.set_action(page.action);
  FormErrors errors;
  if (asked.code().empty()) errors.Add("link_code", "REQUIRED");
  if (!IsText(asked.code())) errors.Add("link_code", "LINK_UNKNOWN");
  if (!errors.empty()) return AskPage(site, request, page, errors);
  // Again is safe: a link acts once.
  const auto answer = clients::Call(notify, &NotifyStub::FollowLink, asked, site.ForAnybody());
  if (answer.ok()) return DonePage(site, request, page);
  if (absl::IsNotFound(answer.status())) errors.Add("link_code", "LINK_UNKNOWN");
  if (ReasonOf(answer.status()) == "STATE_FORBIDS") errors.Add("link_code", "LINK_TOO_LATE");
  if (errors.empty()) return ProblemPage(site, request, answer.status());
  return AskPage(site, request, page, errors);
}

}  // namespace

std::vector<http::Route> MessageLinkRoutes(const Site& site,
                                           const std::shared_ptr<grpc::ChannelInterface>& channel) {
  const std::shared_ptr<NotifyStub> stub = notify::v1::NotifyService::NewStub(channel);
  std::vector<http::Route> routes;
  for (const LinkPage& page : {kCancel, kUnsubscribe}) {
    routes.push_back(
        {"GET", std::string(page.path), [&site, page](const http::Request& r, const http::Params&) {
           return AskPage(site, r, page, {});
         }});
    routes.push_back({"POST", std::string(page.path),
                      [&site, stub, page](const http::Request& r, const http::Params&) {
                        return Act(site, *stub, r, page);
                      }});
  }
  return routes;
}

}  // namespace entraide::web
