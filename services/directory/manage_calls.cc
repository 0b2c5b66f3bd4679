// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/convert.h"
#include "services/directory/directory_service.h"
#include "services/directory/field_mask.h"
#include "services/directory/handling.h"
#include "services/directory/store/offer_store.h"
#include "services/directory/store/organization_store.h"
#include "services/directory/store/place_store.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"

namespace entraide::directory {
namespace {

const std::vector<std::string>& Changeable() {
  static const auto& fields = *new std::vector<std::string>{"display_name",
                                                            "description",
                                                            "kind",
                                                            "purposes",
                                                            "zone",
                                                            "zone_applies_to",
                                                            "triggered_by",
                                                            "eligibility_rules",
                                                            "required_documents",
                                                            "accommodations",
                                                            "booking_rule",
                                                            "schedule",
                                                            "exceptions",
                                                            "open_on_public_holidays",
                                                            "capacity",
                                                            "fee",
                                                            "prices",
                                                            "membership",
                                                            "external_url",
                                                            "accepts_minor_alone",
                                                            "approved_for_dependent_persons"};
  return fields;
}

// A checked offer out of the contract; ids, listing and times are for the caller.
absl::StatusOr<ServiceOffer> Parse(pg::Transaction& tx, const v1::ServiceOffer& proto) {
  Violations found;
  ServiceOffer offer = FromProto(proto, "service_offer.", found);
  Check(offer, "service_offer.", found);
  RETURN_IF_ERROR(CheckKnown(tx, offer.zone, "service_offer.zone", found));
  RETURN_IF_ERROR(found.ToStatus());
  return offer;
}

// The stored offer with the fields of the request.
absl::StatusOr<ServiceOffer> Change(pg::Transaction& tx, const ServiceOffer& stored,
                                    const v1::UpdateServiceOfferRequest& request, absl::Time now) {
  RETURN_IF_ERROR(CheckEditable(stored.listing));
  RETURN_IF_ERROR(CheckEtag(request.service_offer().etag(), stored.revision));
  v1::ServiceOffer changed = ToProto(stored);
  RETURN_IF_ERROR(ApplyMask(request.update_mask(), Changeable(), request.service_offer(), changed));
  ASSIGN_OR_RETURN(ServiceOffer offer, Parse(tx, changed));
  offer.id = stored.id;
  offer.organization = stored.organization;
  offer.revision = stored.revision;
  offer.listing = stored.listing;
  offer.capacity = Counted(offer.capacity, stored.capacity, now);
  return offer;
}

// Writes and announces an offer as it is at `now`, as the contract shows it then.
absl::StatusOr<v1::ServiceOffer> Save(pg::Transaction& tx, ServiceOffer offer, absl::Time now) {
  offer.confirm_time = now;
  offer.update_time = now;
  RETURN_IF_ERROR(WriteOffer(tx, offer));
  RETURN_IF_ERROR(AnnounceOffer(tx, offer));
  ++offer.revision;
  return ToProto(offer);
}

}  // namespace

grpc::Status DirectoryService::CreateServiceOffer(grpc::ServerContext* context,
                                                  const v1::CreateServiceOfferRequest* request,
                                                  v1::ServiceOffer* response) {
  return Write("CreateServiceOffer", *context, *request, response,
               [&](const rpc::Call& call, pg::Transaction& tx) -> absl::StatusOr<v1::ServiceOffer> {
                 ASSIGN_OR_RETURN(const auto parent,
                                  ParseOrganizationName("parent", request->parent()));
                 RETURN_IF_ERROR(LockOrganization(tx, parent, ViewerOf(call.caller)).status());
                 ASSIGN_OR_RETURN(ServiceOffer offer, Parse(tx, request->service_offer()));
                 offer.id = ServiceOfferId(NewUuid());
                 offer.organization = parent;
                 offer.capacity.as_of = call.now;
                 return Save(tx, std::move(offer), call.now);
               });
}

grpc::Status DirectoryService::UpdateServiceOffer(grpc::ServerContext* context,
                                                  const v1::UpdateServiceOfferRequest* request,
                                                  v1::ServiceOffer* response) {
  return Write(
      "UpdateServiceOffer", *context, *request, response,
      [&](const rpc::Call& call, pg::Transaction& tx) -> absl::StatusOr<v1::ServiceOffer> {
        ASSIGN_OR_RETURN(const OfferKey key,
                         ParseOfferName("service_offer.name", request->service_offer().name()));
        ASSIGN_OR_RETURN(const ServiceOffer stored, LockOffer(tx, key, ViewerOf(call.caller)));
        ASSIGN_OR_RETURN(ServiceOffer changed, Change(tx, stored, *request, call.now));
        return Save(tx, std::move(changed), call.now);
      });
}

grpc::Status DirectoryService::UpdateCapacity(grpc::ServerContext* context,
                                              const v1::UpdateCapacityRequest* request,
                                              v1::ServiceOffer* response) {
  return Write("UpdateCapacity", *context, *request, response,
               [&](const rpc::Call& call, pg::Transaction& tx) -> absl::StatusOr<v1::ServiceOffer> {
                 ASSIGN_OR_RETURN(const OfferKey key, ParseOfferName("name", request->name()));
                 Violations found;
                 const Capacity capacity = FromProto(request->capacity(), "capacity", found);
                 Check(capacity, "capacity", found);
                 if (!request->has_capacity()) found.Add("capacity", "REQUIRED", "what is left");
                 RETURN_IF_ERROR(found.ToStatus());
                 ASSIGN_OR_RETURN(ServiceOffer offer, LockOffer(tx, key, ViewerOf(call.caller)));
                 RETURN_IF_ERROR(CheckEditable(offer.listing));
                 offer.capacity = capacity;
                 offer.capacity.as_of = call.now;
                 offer.update_time = call.now;
                 RETURN_IF_ERROR(WriteCapacity(tx, offer));
                 RETURN_IF_ERROR(AnnounceOffer(tx, offer));
                 ++offer.revision;
                 return ToProto(offer);
               });
}

}  // namespace entraide::directory
