// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/messages.h"
#include "clients/web/page.h"
#include "clients/web/pages/routes.h"

namespace entraide::web {
namespace {

// What people ask for most, as links into the form.
constexpr absl::string_view kFirstChoices[] = {"volunteer-ride", "repair",   "vehicle-loan",
                                               "housework",      "shopping", "digital-help"};

http::Response Home(const Site& site, const http::Request& request) {
  View view = PageView(site, request, Message("home_title"));
  std::vector<View> choices;
  for (const absl::string_view kind : kFirstChoices) {
    View choice;
    choice.Text("kind", kind)
        .Text("name", Word("kind", kind))
        .Text("hint", Word("kind_hint", kind));
    choices.push_back(std::move(choice));
  }
  view.List("choices", std::move(choices));
  return Html(200, "home", view);
}

}  // namespace

std::vector<http::Route> HomeRoutes(const Site& site) {
  return {
      {"GET", "/", [&site](const http::Request& r, const http::Params&) { return Home(site, r); }}};
}

}  // namespace entraide::web
