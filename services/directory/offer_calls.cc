// SPDX-License-Identifier: EUPL-1.2
#include "absl/container/flat_hash_map.h"
#include "services/directory/convert.h"
#include "services/directory/directory_service.h"
#include "services/directory/handling.h"
#include "services/directory/search.h"
#include "services/directory/store/offer_store.h"
#include "services/directory/store/organization_store.h"
#include "services/platform/base/status.h"
#include "services/platform/rpc/page.h"

namespace entraide::directory {
namespace {

using OrganizationsById = absl::flat_hash_map<std::string, Organization>;

absl::StatusOr<OrganizationsById> OrganizationsOf(pg::Transaction& tx,
                                                  const std::vector<ServiceOffer>& offers) {
  OrganizationsById by_id;
  std::vector<std::string> ids;
  for (const ServiceOffer& offer : offers) {
    if (by_id.try_emplace(offer.organization.value()).second) {
      ids.push_back(offer.organization.value());
    }
  }
  ASSIGN_OR_RETURN(auto organizations, ReadOrganizations(tx, ids));
  for (Organization& found : organizations) by_id[found.id.value()] = std::move(found);
  return by_id;
}

}  // namespace

grpc::Status DirectoryService::SearchServices(grpc::ServerContext* context,
                                              const v1::SearchServicesRequest* request,
                                              v1::SearchServicesResponse* response) {
  return Read(
      "SearchServices", *context, *request, response,
      [&](const rpc::Call&, pg::Transaction& tx) -> absl::StatusOr<v1::SearchServicesResponse> {
        ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(*request, 4));
        ASSIGN_OR_RETURN(const DirectoryQuery query, QueryOf(tx, *request, page));
        ASSIGN_OR_RETURN(auto ids, SearchOfferIds(tx, query));
        const More more = CutPage(ids, page.size);
        ASSIGN_OR_RETURN(const auto offers, ReadOffers(tx, ids));
        ASSIGN_OR_RETURN(const auto organizations, OrganizationsOf(tx, offers));
        v1::SearchServicesResponse found;
        for (const ServiceOffer& offer : offers) {
          v1::FoundService& service = *found.add_services();
          *service.mutable_service_offer() = ToProto(offer);
          *service.mutable_organization() = ToProto(organizations.at(offer.organization.value()));
        }
        if (more == More::kYes) {
          const ServiceOffer& last = offers.back();
          const Organization& whose = organizations.at(last.organization.value());
          found.set_next_page_token(rpc::NextPageToken(
              *request,
              {whose.display_name, whose.id.value(), last.display_name, last.id.value()}));
        }
        return found;
      });
}

grpc::Status DirectoryService::GetServiceOffer(grpc::ServerContext* context,
                                               const v1::GetServiceOfferRequest* request,
                                               v1::ServiceOffer* response) {
  return Read("GetServiceOffer", *context, *request, response,
              [&](const rpc::Call& call, pg::Transaction& tx) -> absl::StatusOr<v1::ServiceOffer> {
                ASSIGN_OR_RETURN(const OfferKey key, ParseOfferName("name", request->name()));
                ASSIGN_OR_RETURN(const ServiceOffer offer,
                                 ReadOffer(tx, key, ViewerOf(call.caller)));
                return ToProto(offer);
              });
}

grpc::Status DirectoryService::ListServiceOffers(grpc::ServerContext* context,
                                                 const v1::ListServiceOffersRequest* request,
                                                 v1::ListServiceOffersResponse* response) {
  return Read("ListServiceOffers", *context, *request, response,
              [&](const rpc::Call& call,
                  pg::Transaction& tx) -> absl::StatusOr<v1::ListServiceOffersResponse> {
                ASSIGN_OR_RETURN(const auto parent,
                                 ParseOrganizationName("parent", request->parent()));
                ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(*request, 1));
                RETURN_IF_ERROR(FindOwnOrganization(tx, parent, ViewerOf(call.caller)));
                const std::string after = page.after.empty() ? "" : page.after.front();
                ASSIGN_OR_RETURN(auto ids, ListOfferIds(tx, parent, after, page.size + 1));
                const More more = CutPage(ids, page.size);
                ASSIGN_OR_RETURN(const auto offers, ReadOffers(tx, ids));
                v1::ListServiceOffersResponse listed;
                for (const ServiceOffer& offer : offers)
                  *listed.add_service_offers() = ToProto(offer);
                if (more == More::kYes) {
                  listed.set_next_page_token(rpc::NextPageToken(*request, {ids.back()}));
                }
                return listed;
              });
}

}  // namespace entraide::directory
