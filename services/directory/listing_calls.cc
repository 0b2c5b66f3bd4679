// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/convert.h"
#include "services/directory/directory_service.h"
#include "services/directory/domain/checks.h"
#include "services/directory/handling.h"
#include "services/directory/store/offer_store.h"
#include "services/platform/base/status.h"

namespace entraide::directory {
namespace {

absl::StatusOr<std::string> ReasonIn(absl::string_view text) {
  Violations found;
  CheckText("reason", text, {3, 500}, found);
  RETURN_IF_ERROR(found.ToStatus());
  return std::string(text);
}

}  // namespace

template <typename Request, typename Decide>
grpc::Status DirectoryService::Move(absl::string_view rpc, const grpc::ServerContext& context,
                                    const Request& request, v1::ServiceOffer* response,
                                    Decide&& decide) {
  return Write(rpc, context, request, response,
               [&](const rpc::Call& call, pg::Transaction& tx) -> absl::StatusOr<v1::ServiceOffer> {
                 ASSIGN_OR_RETURN(const OfferKey key, ParseOfferName("name", request.name()));
                 ASSIGN_OR_RETURN(ServiceOffer offer, LockOffer(tx, key, ViewerOf(call.caller)));
                 ASSIGN_OR_RETURN(offer.listing, decide(call, offer));
                 offer.update_time = call.now;
                 RETURN_IF_ERROR(WriteListing(tx, offer));
                 RETURN_IF_ERROR(AnnounceOffer(tx, offer));
                 ++offer.revision;
                 return ToProto(offer);
               });
}

grpc::Status DirectoryService::SubmitServiceOffer(grpc::ServerContext* context,
                                                  const v1::SubmitServiceOfferRequest* request,
                                                  v1::ServiceOffer* response) {
  return Move("SubmitServiceOffer", *context, *request, response,
              [](const rpc::Call&, const ServiceOffer& offer) -> absl::StatusOr<Listing> {
                ASSIGN_OR_RETURN(Listing listing, Submit(offer.listing));
                RETURN_IF_ERROR(CheckComplete(offer));
                return listing;
              });
}

grpc::Status DirectoryService::PublishServiceOffer(grpc::ServerContext* context,
                                                   const v1::PublishServiceOfferRequest* request,
                                                   v1::ServiceOffer* response) {
  return Move("PublishServiceOffer", *context, *request, response,
              [](const rpc::Call&, const ServiceOffer& offer) { return Publish(offer.listing); });
}

grpc::Status DirectoryService::SendBackServiceOffer(grpc::ServerContext* context,
                                                    const v1::SendBackServiceOfferRequest* request,
                                                    v1::ServiceOffer* response) {
  return Move("SendBackServiceOffer", *context, *request, response,
              [&](const rpc::Call&, const ServiceOffer& offer) -> absl::StatusOr<Listing> {
                ASSIGN_OR_RETURN(std::string reason, ReasonIn(request->reason()));
                return SendBack(offer.listing, std::move(reason));
              });
}

grpc::Status DirectoryService::SuspendServiceOffer(grpc::ServerContext* context,
                                                   const v1::SuspendServiceOfferRequest* request,
                                                   v1::ServiceOffer* response) {
  return Move("SuspendServiceOffer", *context, *request, response,
              [&](const rpc::Call& call, const ServiceOffer& offer) -> absl::StatusOr<Listing> {
                ASSIGN_OR_RETURN(std::string reason, ReasonIn(request->reason()));
                return Suspend(offer.listing, ActorOf(call.caller), std::move(reason));
              });
}

grpc::Status DirectoryService::ResumeServiceOffer(grpc::ServerContext* context,
                                                  const v1::ResumeServiceOfferRequest* request,
                                                  v1::ServiceOffer* response) {
  return Move("ResumeServiceOffer", *context, *request, response,
              [](const rpc::Call& call, const ServiceOffer& offer) {
                return Resume(offer.listing, ActorOf(call.caller));
              });
}

}  // namespace entraide::directory
