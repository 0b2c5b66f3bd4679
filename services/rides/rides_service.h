// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/rides/v1/rides_service.grpc.pb.h"
#include "services/request/dispatcher.h"
#include "services/request/front.h"
#include "services/rides/ride_trade.h"

namespace entraide::rides {

// Serves entraide.rides.v1.RidesService: each call is one of the request front's.
class RidesService final
    : public v1::RidesService::WithCallbackMethod_WatchCommitments<v1::RidesService::Service> {
 public:
  using Context = grpc::ServerContext*;
  // What `parts` names outlives it.
  explicit RidesService(const request::FrontParts& parts);

  // Ends the streams, so that the server can be drained.
  void StopWatching() { front_.StopWatching(); }

  // For the dispatcher of the same schema.
  static request::Dispatcher::TradeParts Dispatched();

  grpc::Status CreateRide(Context context, const v1::CreateRideRequest* request,
                          v1::CreateRideResponse* response) override;
  grpc::Status GetRideStatus(Context context, const v1::GetRideStatusRequest* request,
                             v1::RideStatus* response) override;
  grpc::Status ListRideStatuses(Context context, const v1::ListRideStatusesRequest* request,
                                v1::ListRideStatusesResponse* response) override;
  grpc::Status AnswerRideQuestions(Context context, const v1::AnswerRideQuestionsRequest* request,
                                   v1::RideStatus* response) override;
  grpc::Status CancelRide(Context context, const v1::CancelRideRequest* request,
                          v1::RideStatus* response) override;
  grpc::Status GetRide(Context context, const v1::GetRideRequest* request,
                       v1::Ride* response) override;
  grpc::Status ListRides(Context context, const v1::ListRidesRequest* request,
                         v1::ListRidesResponse* response) override;
  grpc::Status ListRideOffers(Context context, const v1::ListRideOffersRequest* request,
                              v1::ListRideOffersResponse* response) override;
  grpc::Status AcceptRide(Context context, const v1::AcceptRideRequest* request,
                          v1::Ride* response) override;
  grpc::Status DeclineRide(Context context, const v1::DeclineRideRequest* request,
                           v1::RideOffer* response) override;
  grpc::Status UndoDeclineRide(Context context, const v1::UndoDeclineRideRequest* request,
                               v1::RideOffer* response) override;
  grpc::Status ActOnRide(Context context, const v1::ActOnRideRequest* request,
                         v1::Ride* response) override;
  grpc::Status ReplyOnRide(Context context, const v1::ReplyOnRideRequest* request,
                           v1::RideStatus* response) override;
  grpc::Status CompleteRide(Context context, const v1::CompleteRideRequest* request,
                            v1::Ride* response) override;
  grpc::Status ExplainRide(Context context, const v1::ExplainRideRequest* request,
                           matcher::v1::Explanation* response) override;
  grpc::Status RevealRideContact(Context context, const v1::RevealRideContactRequest* request,
                                 v1::RevealRideContactResponse* response) override;
  grpc::Status ListCallsNeeded(Context context, const common::v1::ListCallsNeededRequest* request,
                               common::v1::ListCallsNeededResponse* response) override;
  grpc::Status GetNotice(Context context, const common::v1::GetNoticeRequest* request,
                         common::v1::Notice* response) override;

  grpc::ServerWriteReactor<common::v1::WatchCommitmentsResponse>* WatchCommitments(
      grpc::CallbackServerContext* context,
      const common::v1::WatchCommitmentsRequest* request) override {
    return front_.WatchCommitments(context, request);
  }

 private:
  request::Front<RideTrade> front_;
};

}  // namespace entraide::rides
