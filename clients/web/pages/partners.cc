// SPDX-License-Identifier: EUPL-1.2
#include <utility>

#include "clients/web/field.h"
#include "clients/web/messages.h"
#include "clients/web/organization_view.h"
#include "clients/web/page.h"
#include "clients/web/pages/routes.h"

namespace entraide::web {
namespace {

http::Response List(const Site& site, const http::Request& request) {
  const http::Form form = http::ParseForm(request.query);
  directory::v1::ListPartnersRequest list;
  const std::string support = form.ValueOr("appui", "");
  if (HasWord("support", support)) list.set_support(support);
  list.set_page_size(500);
  const auto found =
      clients::Call(*site.directory, &DirectoryStub::ListPartners, list, site.ForAnybody());
  if (!found.ok()) return ProblemPage(site, request, found.status());
  CommuneNames communes(site);
  std::vector<View> partners;
  for (const auto& partner : found->partners()) {
    partners.push_back(PartnerView(partner, communes));
  }
  View view = PageView(site, request, Message("partners_title"));
  view.With("support_field",
            FieldView({"appui", Control::kSelect, Need::kFilter, "support"}, form, FormErrors{}))
      .ShowIf("nobody", partners.empty())
      .List("partners", std::move(partners));
  return Html(200, "partners", view);
}

}  // namespace

std::vector<http::Route> PartnerRoutes(const Site& site) {
  return {{"GET", "/partenaires",
           [&site](const http::Request& r, const http::Params&) { return List(site, r); }}};
}

}  // namespace entraide::web
