// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/garage/v1/garage_service.grpc.pb.h"
#include "services/garage/job_trade.h"
#include "services/request/dispatcher.h"
#include "services/request/front.h"

namespace entraide::garage {

// Serves entraide.garage.v1.GarageService: each call but the report's is
// one of the request front's.
class GarageService final
    : public v1::GarageService::WithCallbackMethod_WatchCommitments<v1::GarageService::Service> {
 public:
  using Context = grpc::ServerContext*;
  // What `parts` names outlives it.
  explicit GarageService(const request::FrontParts& parts);

  // Ends the streams, so that the server can be drained.
  void StopWatching() { front_.StopWatching(); }

  // For the dispatcher of the same schema.
  static request::Dispatcher::TradeParts Dispatched();

  grpc::Status CreateJob(Context context, const v1::CreateJobRequest* request,
                         v1::CreateJobResponse* response) override;
  grpc::Status GetJobStatus(Context context, const v1::GetJobStatusRequest* request,
                            v1::JobStatus* response) override;
  grpc::Status ListJobStatuses(Context context, const v1::ListJobStatusesRequest* request,
                               v1::ListJobStatusesResponse* response) override;
  grpc::Status AnswerJobQuestions(Context context, const v1::AnswerJobQuestionsRequest* request,
                                  v1::JobStatus* response) override;
  grpc::Status CancelJob(Context context, const v1::CancelJobRequest* request,
                         v1::JobStatus* response) override;
  grpc::Status GetJob(Context context, const v1::GetJobRequest* request,
                      v1::Job* response) override;
  grpc::Status ListJobs(Context context, const v1::ListJobsRequest* request,
                        v1::ListJobsResponse* response) override;
  grpc::Status ListJobOffers(Context context, const v1::ListJobOffersRequest* request,
                             v1::ListJobOffersResponse* response) override;
  grpc::Status AcceptJob(Context context, const v1::AcceptJobRequest* request,
                         v1::Job* response) override;
  grpc::Status DeclineJob(Context context, const v1::DeclineJobRequest* request,
                          v1::JobOffer* response) override;
  grpc::Status UndoDeclineJob(Context context, const v1::UndoDeclineJobRequest* request,
                              v1::JobOffer* response) override;
  grpc::Status ActOnJob(Context context, const v1::ActOnJobRequest* request,
                        v1::Job* response) override;
  grpc::Status ReplyOnJob(Context context, const v1::ReplyOnJobRequest* request,
                          v1::JobStatus* response) override;
  grpc::Status CompleteJob(Context context, const v1::CompleteJobRequest* request,
                           v1::Job* response) override;
  grpc::Status ExplainJob(Context context, const v1::ExplainJobRequest* request,
                          matcher::v1::Explanation* response) override;
  grpc::Status RevealJobContact(Context context, const v1::RevealJobContactRequest* request,
                                v1::RevealJobContactResponse* response) override;
  grpc::Status GetJobReport(Context context, const v1::GetJobReportRequest* request,
                            v1::JobReport* response) override;
  grpc::Status GetNotice(Context context, const common::v1::GetNoticeRequest* request,
                         common::v1::Notice* response) override;

  grpc::ServerWriteReactor<common::v1::WatchCommitmentsResponse>* WatchCommitments(
      grpc::CallbackServerContext* context,
      const common::v1::WatchCommitmentsRequest* request) override {
    return front_.WatchCommitments(context, request);
  }

 private:
  const rpc::Gate& gate_;
  pg::Pool& pool_;
  request::Front<JobTrade> front_;
};

}  // namespace entraide::garage
