// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "absl/strings/str_cat.h"
#include "clients/web/communes.h"
#include "clients/web/messages.h"
#include "clients/web/organization_view.h"
#include "clients/web/page.h"
#include "clients/web/pages/routes.h"
#include "services/platform/base/text.h"

namespace entraide::web {
namespace {

using directory::v1::ListOrganizationsRequest;
using directory::v1::SearchServicesRequest;

constexpr int kPageSize = 20;

const std::vector<Field>& FilterFields() {
  static const auto& fields =
      *new std::vector<Field>{{"q", Control::kText, Need::kFilter, "", "", 100},
                              {"commune", Control::kCommune, Need::kFilter},
                              {"besoin", Control::kSelect, Need::kFilter, "kind"},
                              {"public", Control::kSelect, Need::kFilter, "audience"},
                              {"secteur", Control::kSelect, Need::kFilter, "sector"}};
  return fields;
}

// The filters of the page, read from its address: they are no personal data.
struct Search {
  http::Form form{};
  FormErrors errors{};
  std::vector<Choice> communes{};
  absl::Status status{};
  ListOrganizationsRequest request{};
};

std::string CodeOf(const http::Form& form, absl::string_view field, absl::string_view vocabulary) {
  const std::string code = form.ValueOr(field, "");
  return HasWord(vocabulary, code) ? code : std::string();
}

Search ReadSearch(const Site& site, const http::Request& request) {
  Search search;
  for (auto& [name, value] : http::ParseForm(request.query).fields) {
    if (IsText(name) && IsText(value)) search.form.fields.emplace_back(name, value);
  }
  const std::string query = search.form.ValueOr("q", "");
  if (CodePoints(query) > 100) {
    search.errors.Add("q", "TOO_LONG");
  } else {
    search.request.set_query(query);
  }
  if (!search.form.ValueOr("commune", "").empty()) {
    ChosenCommune chosen = ChooseCommune(site, "commune", search.form, search.errors);
    search.status = chosen.status;
    search.communes = std::move(chosen.choices);
    if (chosen.commune.has_value()) {
      search.request.set_serves_commune(chosen.commune->insee_code());
    }
  }
  search.request.set_kind(CodeOf(search.form, "besoin", "kind"));
  search.request.set_audience(CodeOf(search.form, "public", "audience"));
  search.request.set_sector(CodeOf(search.form, "secteur", "sector"));
  search.request.set_page_size(kPageSize);
  search.request.set_page_token(search.form.ValueOr("page", ""));
  return search;
}

// The address of the next page: the same filters, and where to go on.
std::string NextPage(const http::Form& form, const std::string& token) {
  if (token.empty()) return {};
  std::string address = "/annuaire?";
  for (const auto& [name, value] : form.fields) {
    if (name == "page" || value.empty()) continue;
    absl::StrAppend(&address, http::UrlEncode(name), "=", http::UrlEncode(value), "&");
  }
  return absl::StrCat(address, "page=", http::UrlEncode(token));
}

http::Response List(const Site& site, const http::Request& request) {
  Search search = ReadSearch(site, request);
  if (!search.status.ok()) return ProblemPage(site, request, search.status);
  directory::v1::ListOrganizationsResponse found;
  if (search.errors.empty()) {
    auto answer = clients::Call(*site.directory, &DirectoryStub::ListOrganizations, search.request,
                                site.ForAnybody());
    if (!answer.ok()) return ProblemPage(site, request, answer.status());
    found = *std::move(answer);
  }
  View view = PageView(site, request, Message("directory_title"));
  std::vector<View> fields;
  for (const Field& field : FilterFields()) {
    fields.push_back(FieldView(field, search.form, search.errors,
                               field.name == "commune" ? search.communes : std::vector<Choice>()));
  }
  CommuneNames communes(site);
  std::vector<View> organizations;
  for (const auto& organization : found.organizations()) {
    organizations.push_back(OrganizationView(organization, communes));
  }
  const int count = found.organizations_size();
  search.errors.ShowIn(view);
  view.ShowIf("nobody", search.errors.empty() && organizations.empty())
      .ShowIf("has_results", !organizations.empty())
      .Text("count", count == 1 ? Message("found_one")
                                : Message("found_many", {{"count", absl::StrCat(count)}}))
      .Text("next_page", NextPage(search.form, found.next_page_token()))
      .List("organizations", std::move(organizations))
      .List("fields", std::move(fields));
  return Html(search.errors.empty() ? 200 : 422, "directory", view);
}

// The offers of one organization, out of those that are published.
absl::StatusOr<std::vector<directory::v1::ServiceOffer>> OffersOf(const Site& site,
                                                                  const std::string& name) {
  std::vector<directory::v1::ServiceOffer> offers;
  SearchServicesRequest request;
  request.set_page_size(500);
  do {
    const auto found =
        clients::Call(*site.directory, &DirectoryStub::SearchServices, request, site.ForAnybody());
    if (!found.ok()) return found.status();
    for (const auto& service : found->services()) {
      if (service.organization().name() == name) offers.push_back(service.service_offer());
    }
    request.set_page_token(found->next_page_token());
  } while (!request.page_token().empty());
  return offers;
}

http::Response Show(const Site& site, const http::Request& request, const std::string& id) {
  directory::v1::GetOrganizationRequest get;
  get.set_name(absl::StrCat("organizations/", id));
  const auto organization =
      clients::Call(*site.directory, &DirectoryStub::GetOrganization, get, site.ForAnybody());
  if (absl::IsInvalidArgument(organization.status())) {
    return ProblemPage(site, request, absl::NotFoundError("no such organization"));
  }
  if (!organization.ok()) return ProblemPage(site, request, organization.status());
  const auto offers = OffersOf(site, organization->name());
  if (!offers.ok()) return ProblemPage(site, request, offers.status());
  CommuneNames communes(site);
  View view = PageView(site, request, organization->display_name());
  std::vector<View> offer_views;
  for (const auto& offer : *offers) offer_views.push_back(ServiceOfferView(offer, communes));
  view.With("organization", OrganizationView(*organization, communes))
      .ShowIf("has_offers", !offer_views.empty())
      .List("offers", std::move(offer_views));
  return Html(200, "organization", view);
}

}  // namespace

std::vector<http::Route> DirectoryRoutes(const Site& site) {
  return {{"GET", "/annuaire",
           [&site](const http::Request& r, const http::Params&) { return List(site, r); }},
          {"GET", "/annuaire/{id}", [&site](const http::Request& r, const http::Params& params) {
             return Show(site, r, params.at("id"));
           }}};
}

}  // namespace entraide::web
