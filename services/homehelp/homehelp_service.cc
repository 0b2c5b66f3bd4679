// SPDX-License-Identifier: EUPL-1.2
#include "services/homehelp/homehelp_service.h"

#include "services/request/front_inl.h"
#include "services/request/need_reader.h"

namespace entraide::homehelp {

HomeHelpService::HomeHelpService(const request::FrontParts& parts) : front_(parts) {}

request::Dispatcher::TradeParts HomeHelpService::Dispatched() {
  return request::DispatchedOf<VisitTrade>();
}

grpc::Status HomeHelpService::CreateVisit(Context context, const v1::CreateVisitRequest* request,
                                          v1::CreateVisitResponse* response) {
  return front_.Create(*context, *request, response);
}

grpc::Status HomeHelpService::GetVisitStatus(Context context,
                                             const v1::GetVisitStatusRequest* request,
                                             v1::VisitStatus* response) {
  return front_.GetStatus(*context, *request, response);
}

grpc::Status HomeHelpService::ListVisitStatuses(Context context,
                                                const v1::ListVisitStatusesRequest* request,
                                                v1::ListVisitStatusesResponse* response) {
  return front_.ListStatuses(*context, *request, response);
}

grpc::Status HomeHelpService::AnswerVisitQuestions(Context context,
                                                   const v1::AnswerVisitQuestionsRequest* request,
                                                   v1::VisitStatus* response) {
  return front_.Answer(*context, *request, response);
}

grpc::Status HomeHelpService::CancelVisit(Context context, const v1::CancelVisitRequest* request,
                                          v1::VisitStatus* response) {
  return front_.Cancel(*context, *request, response);
}

grpc::Status HomeHelpService::GetVisit(Context context, const v1::GetVisitRequest* request,
                                       v1::Visit* response) {
  return front_.Get(*context, *request, response);
}

grpc::Status HomeHelpService::ListVisits(Context context, const v1::ListVisitsRequest* request,
                                         v1::ListVisitsResponse* response) {
  return front_.List(*context, *request, response);
}

grpc::Status HomeHelpService::ListVisitOffers(Context context,
                                              const v1::ListVisitOffersRequest* request,
                                              v1::ListVisitOffersResponse* response) {
  return front_.ListOffers(*context, *request, response);
}

grpc::Status HomeHelpService::AcceptVisit(Context context, const v1::AcceptVisitRequest* request,
                                          v1::Visit* response) {
  return front_.Accept(*context, *request, response);
}

grpc::Status HomeHelpService::DeclineVisit(Context context, const v1::DeclineVisitRequest* request,
                                           v1::VisitOffer* response) {
  return front_.Decline(*context, *request, response);
}

grpc::Status HomeHelpService::UndoDeclineVisit(Context context,
                                               const v1::UndoDeclineVisitRequest* request,
                                               v1::VisitOffer* response) {
  return front_.UndoDecline(*context, *request, response);
}

grpc::Status HomeHelpService::ActOnVisit(Context context, const v1::ActOnVisitRequest* request,
                                         v1::Visit* response) {
  return front_.Act(*context, *request, response);
}

grpc::Status HomeHelpService::ReplyOnVisit(Context context, const v1::ReplyOnVisitRequest* request,
                                           v1::VisitStatus* response) {
  return front_.Reply(*context, *request, response);
}

grpc::Status HomeHelpService::CompleteVisit(Context context,
                                            const v1::CompleteVisitRequest* request,
                                            v1::Visit* response) {
  return front_.Complete(*context, *request, response);
}

grpc::Status HomeHelpService::ExplainVisit(Context context, const v1::ExplainVisitRequest* request,
                                           matcher::v1::Explanation* response) {
  return front_.Explain(*context, *request, response);
}

grpc::Status HomeHelpService::RevealVisitContact(Context context,
                                                 const v1::RevealVisitContactRequest* request,
                                                 v1::RevealVisitContactResponse* response) {
  return front_.Reveal(*context, *request, response);
}

grpc::Status HomeHelpService::ListCallsNeeded(Context context,
                                              const common::v1::ListCallsNeededRequest* request,
                                              common::v1::ListCallsNeededResponse* response) {
  return front_.ListCallsNeeded(*context, *request, response);
}

grpc::Status HomeHelpService::GetNotice(Context context,
                                        const common::v1::GetNoticeRequest* request,
                                        common::v1::Notice* response) {
  return front_.GetNotice(*context, *request, response);
}

}  // namespace entraide::homehelp
