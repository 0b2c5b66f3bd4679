// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "entraide/garage/v1/garage_service.pb.h"
#include "proto/vocabulary/kinds.h"
#include "services/garage/acting.h"
#include "services/garage/convert.h"
#include "services/garage/convert_progress.h"
#include "services/garage/domain/job.h"
#include "services/garage/store/job_store.h"
#include "services/request/trade.h"

namespace entraide::garage {

// What the garage tells the front about itself.
struct JobTrade {
  static constexpr request::Naming kNaming = {.service = "garage",
                                              .rpc_prefix = "/entraide.garage.v1.GarageService/",
                                              .thing = "Job",
                                              .things = "Jobs",
                                              .collection = "jobs",
                                              .letter = 'G'};

  using Details = JobDetails;
  using DetailsProto = v1::JobDetails;
  using Thing = v1::Job;
  using Status = v1::JobStatus;
  using Offer = v1::JobOffer;
  using CreateRequest = v1::CreateJobRequest;
  using CreateResponse = v1::CreateJobResponse;
  using GetStatusRequest = v1::GetJobStatusRequest;
  using ListStatusesRequest = v1::ListJobStatusesRequest;
  using ListStatusesResponse = v1::ListJobStatusesResponse;
  using AnswerRequest = v1::AnswerJobQuestionsRequest;
  using CancelRequest = v1::CancelJobRequest;
  using GetRequest = v1::GetJobRequest;
  using ListRequest = v1::ListJobsRequest;
  using ListResponse = v1::ListJobsResponse;
  using ListOffersRequest = v1::ListJobOffersRequest;
  using ListOffersResponse = v1::ListJobOffersResponse;
  using AcceptRequest = v1::AcceptJobRequest;
  using DeclineRequest = v1::DeclineJobRequest;
  using UndoDeclineRequest = v1::UndoDeclineJobRequest;
  using ActRequest = v1::ActOnJobRequest;
  using ReplyRequest = v1::ReplyOnJobRequest;
  using CompleteRequest = v1::CompleteJobRequest;
  using ExplainRequest = v1::ExplainJobRequest;
  using RevealRequest = v1::RevealJobContactRequest;
  using RevealResponse = v1::RevealJobContactResponse;

  static std::vector<absl::string_view> Kinds() {
    return vocabulary::KindsOf(vocabulary::Family::kGarage);
  }
  static std::vector<std::string> CommunesIn(const CreateRequest& /*create*/) { return {}; }
  static Details Check(const CreateRequest& create, const request::Filing& filing,
                       const request::CheckContext& context, Violations& violations) {
    return CheckJob(ParseJob(create.details(), violations), filing.kind, context.now, violations);
  }
  static request::Timing TimingOf(const Details& details) { return garage::TimingOf(details); }
  static void AddTo(request::Need& need, const Details& details) { AddJob(need, details); }
  static absl::Status Put(pg::Transaction& tx, const request::DetailsOf<Details>& details) {
    return PutJobs(tx, details);
  }
  static absl::StatusOr<request::DetailsOf<Details>> Load(
      pg::Transaction& tx, const std::vector<request::RequestId>& ids) {
    return LoadJobs(tx, ids);
  }
  static DetailsProto ToProto(const Details& details) { return garage::ToProto(details); }
  // What was done about it: for the holder and for whoever asked, no others.
  template <typename Proto>
  static void Show(const Details& details, const request::Request& request, Proto& proto) {
    if (details.progress == Progress()) return;
    *proto.mutable_progress() = garage::ToProto(
        details.progress, request.held_by.value_or(request::OrganizationId()).value());
  }

  // What the garage does, what whoever asked says to it, and what time does.
  static absl::StatusOr<request::Task> Act(pg::Transaction& tx, request::Task task,
                                           const ActRequest& act, request::Role role,
                                           absl::Time now) {
    return garage::Act(tx, std::move(task), act, {.role = role, .now = now});
  }
  static absl::StatusOr<request::Task> Reply(pg::Transaction& tx, request::Task task,
                                             const ReplyRequest& reply, absl::Time now) {
    return garage::Reply(tx, std::move(task), reply, now);
  }
  static absl::StatusOr<request::Task> OnTime(pg::Transaction& tx, request::Task task,
                                              absl::Time now) {
    return garage::OnTime(tx, std::move(task), now);
  }

  static Status& Filed(CreateResponse& created) { return *created.mutable_job(); }
  static Thing& AddTo(ListResponse& list) { return *list.add_jobs(); }
};

}  // namespace entraide::garage
