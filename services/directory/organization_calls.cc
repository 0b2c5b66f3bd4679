// SPDX-License-Identifier: EUPL-1.2
#include <limits>

#include "services/directory/convert.h"
#include "services/directory/directory_service.h"
#include "services/directory/domain/checks.h"
#include "services/directory/domain/vocabulary.h"
#include "services/directory/field_mask.h"
#include "services/directory/handling.h"
#include "services/directory/search.h"
#include "services/directory/store/offer_store.h"
#include "services/directory/store/organization_store.h"
#include "services/directory/store/partner_store.h"
#include "services/platform/base/status.h"
#include "services/platform/rpc/page.h"

namespace entraide::directory {
namespace {

const std::vector<std::string>& Changeable() {
  static const auto& fields = *new std::vector<std::string>{
      "display_name", "description", "legal_form", "ess_kind",      "sectors",
      "audiences",    "siret",       "rna",        "phone",         "email",
      "website",      "address",     "commune",    "opening_hours", "job_count"};
  return fields;
}

// The stored organization with the fields of the request, checked.
absl::StatusOr<Organization> Change(pg::Transaction& tx, const Organization& stored,
                                    const v1::UpdateOrganizationRequest& request, absl::Time now) {
  RETURN_IF_ERROR(CheckEditable(stored.listing));
  RETURN_IF_ERROR(CheckEtag(request.organization().etag(), stored.revision));
  v1::Organization changed = ToProto(stored);
  RETURN_IF_ERROR(ApplyMask(request.update_mask(), Changeable(), request.organization(), changed));
  Organization organization = FromProto(changed);
  Violations found;
  Check(organization, "organization.", found);
  RETURN_IF_ERROR(found.ToStatus());
  ASSIGN_OR_RETURN(organization.commune,
                   KnownCommune(tx, "organization.commune", organization.commune));
  organization.id = stored.id;
  organization.revision = stored.revision;
  organization.listing = stored.listing;
  organization.update_time = now;
  return organization;
}

absl::StatusOr<PartnerQuery> QueryOf(pg::Transaction& tx, const v1::ListPartnersRequest& request,
                                     const rpc::Page& page) {
  Violations found;
  if (!request.support().empty()) CheckWord("support", request.support(), kSupports, found);
  RETURN_IF_ERROR(found.ToStatus());
  PartnerQuery query{.support = request.support(), .after = page.after, .limit = page.size + 1};
  ASSIGN_OR_RETURN(query.serves_commune,
                   KnownCommune(tx, "serves_commune", request.serves_commune()));
  return query;
}

}  // namespace

grpc::Status DirectoryService::GetOrganization(grpc::ServerContext* context,
                                               const v1::GetOrganizationRequest* request,
                                               v1::Organization* response) {
  return Read("GetOrganization", *context, *request, response,
              [&](const rpc::Call& call, pg::Transaction& tx) -> absl::StatusOr<v1::Organization> {
                ASSIGN_OR_RETURN(const auto id, ParseOrganizationName("name", request->name()));
                ASSIGN_OR_RETURN(const Organization organization,
                                 ReadOrganization(tx, id, ViewerOf(call.caller)));
                return ToProto(organization);
              });
}

grpc::Status DirectoryService::ListOrganizations(grpc::ServerContext* context,
                                                 const v1::ListOrganizationsRequest* request,
                                                 v1::ListOrganizationsResponse* response) {
  return Read(
      "ListOrganizations", *context, *request, response,
      [&](const rpc::Call&, pg::Transaction& tx) -> absl::StatusOr<v1::ListOrganizationsResponse> {
        ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(*request, 2));
        ASSIGN_OR_RETURN(const DirectoryQuery query, QueryOf(tx, *request, page));
        ASSIGN_OR_RETURN(auto ids, SearchOrganizationIds(tx, query));
        const More more = CutPage(ids, page.size);
        ASSIGN_OR_RETURN(const auto organizations, ReadOrganizations(tx, ids));
        v1::ListOrganizationsResponse listed;
        for (const Organization& found : organizations) {
          *listed.add_organizations() = ToProto(found);
        }
        if (more == More::kYes) {
          const Organization& last = organizations.back();
          listed.set_next_page_token(
              rpc::NextPageToken(*request, {last.display_name, last.id.value()}));
        }
        return listed;
      });
}

grpc::Status DirectoryService::UpdateOrganization(grpc::ServerContext* context,
                                                  const v1::UpdateOrganizationRequest* request,
                                                  v1::Organization* response) {
  return Write("UpdateOrganization", *context, *request, response,
               [&](const rpc::Call& call, pg::Transaction& tx) -> absl::StatusOr<v1::Organization> {
                 ASSIGN_OR_RETURN(
                     const auto id,
                     ParseOrganizationName("organization.name", request->organization().name()));
                 ASSIGN_OR_RETURN(const Organization stored,
                                  LockOrganization(tx, id, ViewerOf(call.caller)));
                 ASSIGN_OR_RETURN(Organization changed, Change(tx, stored, *request, call.now));
                 RETURN_IF_ERROR(WriteOrganization(tx, changed));
                 // Its offers are shown with its name and phone.
                 ASSIGN_OR_RETURN(const auto offers,
                                  ListOfferIds(tx, id, "", std::numeric_limits<int>::max()));
                 RETURN_IF_ERROR(AnnounceOffers(tx, offers));
                 ++changed.revision;
                 return ToProto(changed);
               });
}

grpc::Status DirectoryService::ListPartners(grpc::ServerContext* context,
                                            const v1::ListPartnersRequest* request,
                                            v1::ListPartnersResponse* response) {
  return Read(
      "ListPartners", *context, *request, response,
      [&](const rpc::Call&, pg::Transaction& tx) -> absl::StatusOr<v1::ListPartnersResponse> {
        ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(*request, 2));
        ASSIGN_OR_RETURN(const PartnerQuery query, QueryOf(tx, *request, page));
        ASSIGN_OR_RETURN(auto ids, ListPartnerIds(tx, query));
        const More more = CutPage(ids, page.size);
        ASSIGN_OR_RETURN(const auto partners, ReadPartners(tx, ids));
        v1::ListPartnersResponse listed;
        for (const Partner& partner : partners) *listed.add_partners() = ToProto(partner);
        if (more == More::kYes) {
          const Partner& last = partners.back();
          listed.set_next_page_token(
              rpc::NextPageToken(*request, {last.display_name, last.id.value()}));
        }
        return listed;
      });
}

}  // namespace entraide::directory
