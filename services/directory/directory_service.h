// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"
#include "services/directory/domain/service_offer.h"
#include "services/directory/domain/viewer.h"
#include "services/directory/watch_offers.h"
#include "services/platform/base/status.h"
#include "services/platform/outbox/watch.h"
#include "services/platform/pg/pool.h"
#include "services/platform/pg/transaction.h"
#include "services/platform/rpc/gate.h"
#include "services/platform/rpc/unary.h"

namespace entraide::directory {

// Serves entraide.directory.v1.DirectoryService. `gate` and `pool` (of schema `directory`) outlive
// it.
class DirectoryService final
    : public v1::DirectoryService::WithCallbackMethod_WatchOffers<v1::DirectoryService::Service> {
 public:
  DirectoryService(const rpc::Gate& gate, pg::Pool& pool, outbox::WatchLimits limits = {})
      : gate_(gate), pool_(pool), watch_(gate, pool, OffersSource(), limits) {}

  // Ends the streams, so that the server can be drained.
  void StopWatching() { watch_.Stop(); }

  grpc::Status SearchCommunes(grpc::ServerContext* context,
                              const v1::SearchCommunesRequest* request,
                              v1::SearchCommunesResponse* response) override;
  grpc::Status ListCommunes(grpc::ServerContext* context, const v1::ListCommunesRequest* request,
                            v1::ListCommunesResponse* response) override;
  grpc::Status GetCommune(grpc::ServerContext* context, const v1::GetCommuneRequest* request,
                          v1::Commune* response) override;

  grpc::Status GetOrganization(grpc::ServerContext* context,
                               const v1::GetOrganizationRequest* request,
                               v1::Organization* response) override;
  grpc::Status ListOrganizations(grpc::ServerContext* context,
                                 const v1::ListOrganizationsRequest* request,
                                 v1::ListOrganizationsResponse* response) override;
  grpc::Status UpdateOrganization(grpc::ServerContext* context,
                                  const v1::UpdateOrganizationRequest* request,
                                  v1::Organization* response) override;
  grpc::Status ListPartners(grpc::ServerContext* context, const v1::ListPartnersRequest* request,
                            v1::ListPartnersResponse* response) override;

  grpc::Status SearchServices(grpc::ServerContext* context,
                              const v1::SearchServicesRequest* request,
                              v1::SearchServicesResponse* response) override;
  grpc::Status GetServiceOffer(grpc::ServerContext* context,
                               const v1::GetServiceOfferRequest* request,
                               v1::ServiceOffer* response) override;
  grpc::Status ListServiceOffers(grpc::ServerContext* context,
                                 const v1::ListServiceOffersRequest* request,
                                 v1::ListServiceOffersResponse* response) override;

  grpc::Status CreateServiceOffer(grpc::ServerContext* context,
                                  const v1::CreateServiceOfferRequest* request,
                                  v1::ServiceOffer* response) override;
  grpc::Status UpdateServiceOffer(grpc::ServerContext* context,
                                  const v1::UpdateServiceOfferRequest* request,
                                  v1::ServiceOffer* response) override;
  grpc::Status UpdateCapacity(grpc::ServerContext* context,
                              const v1::UpdateCapacityRequest* request,
                              v1::ServiceOffer* response) override;

  grpc::Status SubmitServiceOffer(grpc::ServerContext* context,
                                  const v1::SubmitServiceOfferRequest* request,
                                  v1::ServiceOffer* response) override;
  grpc::Status PublishServiceOffer(grpc::ServerContext* context,
                                   const v1::PublishServiceOfferRequest* request,
                                   v1::ServiceOffer* response) override;
  grpc::Status SendBackServiceOffer(grpc::ServerContext* context,
                                    const v1::SendBackServiceOfferRequest* request,
                                    v1::ServiceOffer* response) override;
  grpc::Status SuspendServiceOffer(grpc::ServerContext* context,
                                   const v1::SuspendServiceOfferRequest* request,
                                   v1::ServiceOffer* response) override;
  grpc::Status ResumeServiceOffer(grpc::ServerContext* context,
                                  const v1::ResumeServiceOfferRequest* request,
                                  v1::ServiceOffer* response) override;

  grpc::Status ImportCommunes(grpc::ServerContext* context,
                              grpc::ServerReader<v1::ImportCommunesRequest>* reader,
                              v1::ImportCommunesResponse* response) override;
  grpc::Status ImportOrganizations(grpc::ServerContext* context,
                                   grpc::ServerReader<v1::ImportOrganizationsRequest>* reader,
                                   v1::ImportOrganizationsResponse* response) override;

  grpc::Status ImportTravelTimes(grpc::ServerContext* context,
                                 grpc::ServerReader<v1::ImportTravelTimesRequest>* reader,
                                 v1::ImportTravelTimesResponse* response) override;

  grpc::ServerWriteReactor<v1::WatchOffersResponse>* WatchOffers(
      grpc::CallbackServerContext* context, const v1::WatchOffersRequest* request) override {
    return watch_.Open(context, request);
  }

 private:
  static std::string MethodOf(absl::string_view rpc) {
    return absl::StrCat("/entraide.directory.v1.DirectoryService/", rpc);
  }

  // `handle(const rpc::Call&, pg::Transaction&)` in a snapshot.
  template <typename Request, typename Response, typename Handle>
  grpc::Status Read(absl::string_view rpc, const grpc::ServerContext& context,
                    const Request& request, Response* response, Handle&& handle) {
    return rpc::Unary(gate_, context, MethodOf(rpc), request, response,
                      [&](const rpc::Call& call) -> absl::StatusOr<Response> {
                        ASSIGN_OR_RETURN(pg::Transaction tx,
                                         pg::Transaction::BeginSnapshot(pool_, call.deadline));
                        return handle(call, tx);
                      });
  }

  // `handle(const rpc::Call&, pg::Transaction&)` once per `request_id`.
  template <typename Request, typename Response, typename Handle>
  grpc::Status Write(absl::string_view rpc, const grpc::ServerContext& context,
                     const Request& request, Response* response, Handle&& handle) {
    return rpc::Mutate(gate_, pool_, context, MethodOf(rpc), request, response,
                       std::forward<Handle>(handle));
  }

  // Locks the offer of the request's name, lets `decide(call, offer)` give its next listing, writes
  // it.
  template <typename Request, typename Decide>
  grpc::Status Move(absl::string_view rpc, const grpc::ServerContext& context,
                    const Request& request, v1::ServiceOffer* response, Decide&& decide);

  const rpc::Gate& gate_;
  pg::Pool& pool_;
  outbox::Watch<v1::WatchOffersRequest, v1::WatchOffersResponse> watch_;
};

}  // namespace entraide::directory
