// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "clients/web/communes.h"
#include "clients/web/messages.h"
#include "clients/web/page.h"
#include "clients/web/pages/routes.h"
#include "clients/web/signed_in.h"
#include "clients/web/supply_view.h"

namespace entraide::web {
namespace {

// SIREN and name of the EPCIs that the directory knows communes of, by name.
absl::StatusOr<std::vector<Choice>> Territories(const Site& site) {
  directory::v1::ListCommunesRequest request;
  request.set_page_size(500);
  const auto page =
      clients::Call(*site.directory, &DirectoryStub::ListCommunes, request, site.ForAnybody());
  if (!page.ok()) return page.status();
  std::vector<Choice> territories;
  for (const Commune& commune : page->communes()) {
    const bool known = absl::c_any_of(
        territories, [&](const Choice& choice) { return choice.first == commune.epci_siren(); });
    if (known || commune.epci_siren().empty()) continue;
    territories.emplace_back(commune.epci_siren(), commune.epci_display_name());
  }
  absl::c_sort(territories, [](const Choice& a, const Choice& b) { return a.second < b.second; });
  return territories;
}

// What the page is about.
struct Question {
  http::Form form{};
  std::vector<Choice> territories{};
  std::string siren{};
  std::string kind{};
  coverage::v1::GetSupplyResponse supply{};
};

absl::StatusOr<Question> Ask(const Site& site, const http::Request& request) {
  const auto user = WhoIsSignedIn(site, request);
  if (!user.ok()) return user.status();
  auto territories = Territories(site);
  if (!territories.ok()) return territories.status();
  Question question{.form = http::ParseForm(request.query), .territories = *std::move(territories)};
  const std::string asked = question.form.ValueOr("territoire", user->session.epci_siren());
  for (const Choice& territory : question.territories) {
    if (territory.first == asked) question.siren = asked;
  }
  if (question.siren.empty() && !question.territories.empty()) {
    question.siren = question.territories.front().first;
  }
  SetField(question.form, "territoire", question.siren);
  coverage::v1::GetSupplyRequest get;
  get.set_epci_siren(question.siren);
  const std::string kind = question.form.ValueOr("besoin", "");
  if (HasWord("kind", kind)) {
    question.kind = kind;
    get.add_kinds(kind);
  }
  auto supply =
      clients::Call(*site.coverage, &CoverageStub::GetSupply, get, site.ForSession(user->token));
  if (!supply.ok()) return supply.status();
  question.supply = *std::move(supply);
  return question;
}

http::Response Show(const Site& site, const http::Request& request) {
  const auto question = Ask(site, request);
  if (!question.ok()) return ProblemPage(site, request, question.status());
  std::string name;
  for (const Choice& territory : question->territories) {
    if (territory.first == question->siren) name = territory.second;
  }
  View view = PageView(site, request, Message("territory_title", {{"territory", name}}));
  const FormErrors errors;
  view.Text("siren", question->siren)
      .Text("kind_code", question->kind)
      .Text("kind_name", question->kind.empty() ? "" : Word("kind", question->kind))
      .With("territory_field", FieldView({"territoire", Control::kSelect, Need::kRequired},
                                         question->form, errors, question->territories))
      .With("kind_field",
            FieldView({"besoin", Control::kSelect, Need::kFilter, "kind"}, question->form, errors));
  AddSupply(question->supply, view);
  return Html(200, "territory", view);
}

http::Response Download(const Site& site, const http::Request& request) {
  const auto question = Ask(site, request);
  if (!question.ok()) return ProblemPage(site, request, question.status());
  http::Response response =
      http::Reply(200, "text/csv; charset=utf-8", SupplyCsv(question->supply));
  response.headers.push_back(
      {"Content-Disposition",
       absl::StrCat("attachment; filename=\"couverture-", question->siren, ".csv\"")});
  return response;
}

}  // namespace

std::vector<http::Route> TerritoryRoutes(const Site& site) {
  return {{"GET", "/territoire",
           [&site](const http::Request& r, const http::Params&) { return Show(site, r); }},
          {"GET", "/territoire.csv",
           [&site](const http::Request& r, const http::Params&) { return Download(site, r); }}};
}

}  // namespace entraide::web
