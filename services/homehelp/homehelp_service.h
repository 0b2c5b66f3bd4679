// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/homehelp/v1/homehelp_service.grpc.pb.h"
#include "services/homehelp/visit_trade.h"
#include "services/request/dispatcher.h"
#include "services/request/front.h"

namespace entraide::homehelp {

// Serves entraide.homehelp.v1.HomeHelpService: each call is one of the request front's.
class HomeHelpService final : public v1::HomeHelpService::WithCallbackMethod_WatchCommitments<
                                  v1::HomeHelpService::Service> {
 public:
  using Context = grpc::ServerContext*;
  // What `parts` names outlives it.
  explicit HomeHelpService(const request::FrontParts& parts);

  // Ends the streams, so that the server can be drained.
  void StopWatching() { front_.StopWatching(); }

  // For the dispatcher of the same schema.
  static request::Dispatcher::TradeParts Dispatched();

  grpc::Status CreateVisit(Context context, const v1::CreateVisitRequest* request,
                           v1::CreateVisitResponse* response) override;
  grpc::Status GetVisitStatus(Context context, const v1::GetVisitStatusRequest* request,
                              v1::VisitStatus* response) override;
  grpc::Status ListVisitStatuses(Context context, const v1::ListVisitStatusesRequest* request,
                                 v1::ListVisitStatusesResponse* response) override;
  grpc::Status AnswerVisitQuestions(Context context, const v1::AnswerVisitQuestionsRequest* request,
                                    v1::VisitStatus* response) override;
  grpc::Status CancelVisit(Context context, const v1::CancelVisitRequest* request,
                           v1::VisitStatus* response) override;
  grpc::Status GetVisit(Context context, const v1::GetVisitRequest* request,
                        v1::Visit* response) override;
  grpc::Status ListVisits(Context context, const v1::ListVisitsRequest* request,
                          v1::ListVisitsResponse* response) override;
  grpc::Status ListVisitOffers(Context context, const v1::ListVisitOffersRequest* request,
                               v1::ListVisitOffersResponse* response) override;
  grpc::Status AcceptVisit(Context context, const v1::AcceptVisitRequest* request,
                           v1::Visit* response) override;
  grpc::Status DeclineVisit(Context context, const v1::DeclineVisitRequest* request,
                            v1::VisitOffer* response) override;
  grpc::Status UndoDeclineVisit(Context context, const v1::UndoDeclineVisitRequest* request,
                                v1::VisitOffer* response) override;
  grpc::Status ActOnVisit(Context context, const v1::ActOnVisitRequest* request,
                          v1::Visit* response) override;
  grpc::Status ReplyOnVisit(Context context, const v1::ReplyOnVisitRequest* request,
                            v1::VisitStatus* response) override;
  grpc::Status CompleteVisit(Context context, const v1::CompleteVisitRequest* request,
                             v1::Visit* response) override;
  grpc::Status ExplainVisit(Context context, const v1::ExplainVisitRequest* request,
                            matcher::v1::Explanation* response) override;
  grpc::Status RevealVisitContact(Context context, const v1::RevealVisitContactRequest* request,
                                  v1::RevealVisitContactResponse* response) override;
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
  request::Front<VisitTrade> front_;
};

}  // namespace entraide::homehelp
