// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/rides_service.h"

#include "services/request/front_inl.h"
#include "services/request/need_reader.h"

namespace entraide::rides {

RidesService::RidesService(const request::FrontParts& parts) : front_(parts) {}

request::Dispatcher::TradeParts RidesService::Dispatched() {
  return request::DispatchedOf<RideTrade>();
}

grpc::Status RidesService::CreateRide(Context context, const v1::CreateRideRequest* request,
                                      v1::CreateRideResponse* response) {
  return front_.Create(*context, *request, response);
}

grpc::Status RidesService::GetRideStatus(Context context, const v1::GetRideStatusRequest* request,
                                         v1::RideStatus* response) {
  return front_.GetStatus(*context, *request, response);
}

grpc::Status RidesService::ListRideStatuses(Context context,
                                            const v1::ListRideStatusesRequest* request,
                                            v1::ListRideStatusesResponse* response) {
  return front_.ListStatuses(*context, *request, response);
}

grpc::Status RidesService::AnswerRideQuestions(Context context,
                                               const v1::AnswerRideQuestionsRequest* request,
                                               v1::RideStatus* response) {
  return front_.Answer(*context, *request, response);
}

grpc::Status RidesService::CancelRide(Context context, const v1::CancelRideRequest* request,
                                      v1::RideStatus* response) {
  return front_.Cancel(*context, *request, response);
}

grpc::Status RidesService::GetRide(Context context, const v1::GetRideRequest* request,
                                   v1::Ride* response) {
  return front_.Get(*context, *request, response);
}

grpc::Status RidesService::ListRides(Context context, const v1::ListRidesRequest* request,
                                     v1::ListRidesResponse* response) {
  return front_.List(*context, *request, response);
}

grpc::Status RidesService::ListRideOffers(Context context, const v1::ListRideOffersRequest* request,
                                          v1::ListRideOffersResponse* response) {
  return front_.ListOffers(*context, *request, response);
}

grpc::Status RidesService::AcceptRide(Context context, const v1::AcceptRideRequest* request,
                                      v1::Ride* response) {
  return front_.Accept(*context, *request, response);
}

grpc::Status RidesService::DeclineRide(Context context, const v1::DeclineRideRequest* request,
                                       v1::RideOffer* response) {
  return front_.Decline(*context, *request, response);
}

grpc::Status RidesService::UndoDeclineRide(Context context,
                                           const v1::UndoDeclineRideRequest* request,
                                           v1::RideOffer* response) {
  return front_.UndoDecline(*context, *request, response);
}

grpc::Status RidesService::ActOnRide(Context context, const v1::ActOnRideRequest* request,
                                     v1::Ride* response) {
  return front_.Act(*context, *request, response);
}

grpc::Status RidesService::ReplyOnRide(Context context, const v1::ReplyOnRideRequest* request,
                                       v1::RideStatus* response) {
  return front_.Reply(*context, *request, response);
}

grpc::Status RidesService::CompleteRide(Context context, const v1::CompleteRideRequest* request,
                                        v1::Ride* response) {
  return front_.Complete(*context, *request, response);
}

grpc::Status RidesService::ExplainRide(Context context, const v1::ExplainRideRequest* request,
                                       matcher::v1::Explanation* response) {
  return front_.Explain(*context, *request, response);
}

grpc::Status RidesService::RevealRideContact(Context context,
                                             const v1::RevealRideContactRequest* request,
                                             v1::RevealRideContactResponse* response) {
  return front_.Reveal(*context, *request, response);
}

grpc::Status RidesService::ListCallsNeeded(Context context,
                                           const common::v1::ListCallsNeededRequest* request,
                                           common::v1::ListCallsNeededResponse* response) {
  return front_.ListCallsNeeded(*context, *request, response);
}

grpc::Status RidesService::GetNotice(Context context, const common::v1::GetNoticeRequest* request,
                                     common::v1::Notice* response) {
  return front_.GetNotice(*context, *request, response);
}

}  // namespace entraide::rides
