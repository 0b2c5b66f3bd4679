// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/garage_service.h"

#include <optional>

#include "services/garage/store/job_store.h"
#include "services/platform/base/status.h"
#include "services/platform/rpc/unary.h"
#include "services/request/front_inl.h"
#include "services/request/need_reader.h"
#include "services/request/steps.h"

namespace entraide::garage {

GarageService::GarageService(const request::FrontParts& parts)
    : gate_(parts.gate), pool_(parts.pool), front_(parts) {}

request::Dispatcher::TradeParts GarageService::Dispatched() {
  return request::DispatchedOf<JobTrade>();
}

grpc::Status GarageService::CreateJob(Context context, const v1::CreateJobRequest* request,
                                      v1::CreateJobResponse* response) {
  return front_.Create(*context, *request, response);
}

grpc::Status GarageService::GetJobStatus(Context context, const v1::GetJobStatusRequest* request,
                                         v1::JobStatus* response) {
  return front_.GetStatus(*context, *request, response);
}

grpc::Status GarageService::ListJobStatuses(Context context,
                                            const v1::ListJobStatusesRequest* request,
                                            v1::ListJobStatusesResponse* response) {
  return front_.ListStatuses(*context, *request, response);
}

grpc::Status GarageService::AnswerJobQuestions(Context context,
                                               const v1::AnswerJobQuestionsRequest* request,
                                               v1::JobStatus* response) {
  return front_.Answer(*context, *request, response);
}

grpc::Status GarageService::CancelJob(Context context, const v1::CancelJobRequest* request,
                                      v1::JobStatus* response) {
  return front_.Cancel(*context, *request, response);
}

grpc::Status GarageService::GetJob(Context context, const v1::GetJobRequest* request,
                                   v1::Job* response) {
  return front_.Get(*context, *request, response);
}

grpc::Status GarageService::ListJobs(Context context, const v1::ListJobsRequest* request,
                                     v1::ListJobsResponse* response) {
  return front_.List(*context, *request, response);
}

grpc::Status GarageService::ListJobOffers(Context context, const v1::ListJobOffersRequest* request,
                                          v1::ListJobOffersResponse* response) {
  return front_.ListOffers(*context, *request, response);
}

grpc::Status GarageService::AcceptJob(Context context, const v1::AcceptJobRequest* request,
                                      v1::Job* response) {
  return front_.Accept(*context, *request, response);
}

grpc::Status GarageService::DeclineJob(Context context, const v1::DeclineJobRequest* request,
                                       v1::JobOffer* response) {
  return front_.Decline(*context, *request, response);
}

grpc::Status GarageService::UndoDeclineJob(Context context,
                                           const v1::UndoDeclineJobRequest* request,
                                           v1::JobOffer* response) {
  return front_.UndoDecline(*context, *request, response);
}

grpc::Status GarageService::ActOnJob(Context context, const v1::ActOnJobRequest* request,
                                     v1::Job* response) {
  return front_.Act(*context, *request, response);
}

grpc::Status GarageService::ReplyOnJob(Context context, const v1::ReplyOnJobRequest* request,
                                       v1::JobStatus* response) {
  return front_.Reply(*context, *request, response);
}

grpc::Status GarageService::CompleteJob(Context context, const v1::CompleteJobRequest* request,
                                        v1::Job* response) {
  return front_.Complete(*context, *request, response);
}

grpc::Status GarageService::ExplainJob(Context context, const v1::ExplainJobRequest* request,
                                       matcher::v1::Explanation* response) {
  return front_.Explain(*context, *request, response);
}

grpc::Status GarageService::RevealJobContact(Context context,
                                             const v1::RevealJobContactRequest* request,
                                             v1::RevealJobContactResponse* response) {
  return front_.Reveal(*context, *request, response);
}

grpc::Status GarageService::GetNotice(Context context, const common::v1::GetNoticeRequest* request,
                                      common::v1::Notice* response) {
  return front_.GetNotice(*context, *request, response);
}

grpc::Status GarageService::GetJobReport(Context context, const v1::GetJobReportRequest* request,
                                         v1::JobReport* response) {
  const auto read = [&](const rpc::Call& call) -> absl::StatusOr<v1::JobReport> {
    const bool holds = call.caller.role == access::v1::ROLE_STAFF ||
                       call.caller.role == access::v1::ROLE_COORDINATOR;
    ASSIGN_OR_RETURN(const request::Scope scope,
                     holds ? request::HolderScope(call.caller, "jobs", request->name())
                           : request::RequesterScope(call.caller, "jobs", request->name()));
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::BeginSnapshot(pool_, call.deadline));
    ASSIGN_OR_RETURN(const request::RequestId id, request::FindRequest(tx, scope));
    ASSIGN_OR_RETURN(const auto jobs, LoadJobs(tx, {id}));
    const std::optional<Report>& report = jobs.at(id).progress.report;
    const bool prescribed = call.caller.role == access::v1::ROLE_PRESCRIBER;
    if (!report.has_value() || (prescribed && !report->to_prescriber)) {
      return WithReason(absl::NotFoundError("no report for this caller"), "REQUEST_UNKNOWN");
    }
    return ToProto(*report);
  };
  return rpc::Unary(gate_, *context, "/entraide.garage.v1.GarageService/GetJobReport", *request,
                    response, read);
}

}  // namespace entraide::garage
