// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/platform/base/status.h"
#include "services/platform/rpc/status.h"
#include "tests/clients/web/fake_town.h"

namespace entraide::web {

// The `authorization` that a call carries.
std::string Credential(const grpc::ServerContext& context);
grpc::Status UnknownObject();

class Garage final : public garage::v1::GarageService::Service {
 public:
  explicit Garage(Town& town) : town_(town) {}

  grpc::Status CreateJob(grpc::ServerContext* context, const garage::v1::CreateJobRequest* request,
                         garage::v1::CreateJobResponse* response) override {
    town_.last["credential"] = Credential(*context);
    if (!town_.fail_create.ok()) return std::exchange(town_.fail_create, grpc::Status::OK);
    const auto [answer, is_new] =
        town_.answered.emplace(request->request_id(), town_.jobs.size() + 1);
    if (is_new) {
      garage::v1::JobStatus& job = town_.jobs.emplace_back();
      job.set_name(absl::StrCat("jobs/", answer->second));
      *job.mutable_details() = request->details();
      job.mutable_status()->set_state(common::v1::REQUEST_STATE_SEARCHING);
      job.mutable_status()->set_kind(request->request().kind());
      job.mutable_status()->set_residence_commune(request->request().residence_commune());
      town_.last["contact"] = request->request().contact().ShortDebugString();
    }
    *response->mutable_job() = town_.jobs[answer->second - 1];
    response->set_tracking_code(absl::StrCat("G00000000000", answer->second));
    return grpc::Status::OK;
  }
  grpc::Status GetJobStatus(grpc::ServerContext* context, const garage::v1::GetJobStatusRequest*,
                            garage::v1::JobStatus* response) override {
    garage::v1::JobStatus* job = Find(*context);
    if (job == nullptr) return UnknownObject();
    *response = *job;
    return grpc::Status::OK;
  }
  grpc::Status AnswerJobQuestions(grpc::ServerContext* context,
                                  const garage::v1::AnswerJobQuestionsRequest* request,
                                  garage::v1::JobStatus* response) override {
    garage::v1::JobStatus* job = Find(*context);
    if (job == nullptr) return UnknownObject();
    if (request->facts_size() < job->status().open_questions_size()) {
      return rpc::ToGrpc(WithReason(absl::InvalidArgumentError("missing"), "ANSWER_MISSING"));
    }
    job->mutable_status()->clear_open_questions();
    job->mutable_status()->set_state(common::v1::REQUEST_STATE_SEARCHING);
    *response = *job;
    return grpc::Status::OK;
  }
  grpc::Status CancelJob(grpc::ServerContext* context, const garage::v1::CancelJobRequest* request,
                         garage::v1::JobStatus* response) override {
    garage::v1::JobStatus* job = Find(*context);
    if (job == nullptr) return UnknownObject();
    job->mutable_status()->set_state(common::v1::REQUEST_STATE_CANCELLED);
    job->mutable_status()->set_reason(request->reason());
    *response = *job;
    return grpc::Status::OK;
  }
  grpc::Status ListJobOffers(grpc::ServerContext*, const garage::v1::ListJobOffersRequest*,
                             garage::v1::ListJobOffersResponse* response) override {
    for (const auto& offer : town_.job_offers) *response->add_offers() = offer;
    return grpc::Status::OK;
  }
  grpc::Status ListJobs(grpc::ServerContext*, const garage::v1::ListJobsRequest*,
                        garage::v1::ListJobsResponse* response) override {
    for (const auto& job : town_.held_jobs) *response->add_jobs() = job;
    return grpc::Status::OK;
  }
  grpc::Status GetJob(grpc::ServerContext*, const garage::v1::GetJobRequest*,
                      garage::v1::Job* response) override {
    if (town_.held_jobs.empty()) return UnknownObject();
    *response = town_.held_jobs.front();
    return grpc::Status::OK;
  }
  grpc::Status AcceptJob(grpc::ServerContext*, const garage::v1::AcceptJobRequest*,
                         garage::v1::Job* response) override {
    if (town_.job_offers.empty()) {
      return rpc::ToGrpc(WithReason(absl::AbortedError("taken"), "ALREADY_TAKEN"));
    }
    garage::v1::Job& job = town_.held_jobs.emplace_back();
    job.set_name("jobs/1");
    job.mutable_request()->set_state(common::v1::REQUEST_STATE_ACCEPTED);
    job.mutable_request()->set_kind("repair");
    job.mutable_request()->set_residence_commune("62361");
    *job.mutable_details() = town_.job_offers.back().details();
    town_.job_offers.pop_back();
    *response = job;
    return grpc::Status::OK;
  }
  grpc::Status DeclineJob(grpc::ServerContext*, const garage::v1::DeclineJobRequest* request,
                          garage::v1::JobOffer* response) override {
    town_.last["decline_reason"] = request->reason();
    *response = town_.job_offers.back();
    town_.job_offers.pop_back();
    return grpc::Status::OK;
  }
  grpc::Status CompleteJob(grpc::ServerContext*, const garage::v1::CompleteJobRequest*,
                           garage::v1::Job* response) override {
    *response = town_.held_jobs.back();
    town_.held_jobs.pop_back();
    return grpc::Status::OK;
  }
  grpc::Status ActOnJob(grpc::ServerContext*, const garage::v1::ActOnJobRequest* request,
                        garage::v1::Job* response) override {
    town_.last["action"] = request->common().ShortDebugString();
    if (request->common().has_ask_info()) {
      common::v1::RequestView& view = *town_.held_jobs.back().mutable_request();
      view.set_state(common::v1::REQUEST_STATE_NEEDS_INFO);
      view.set_question(request->common().ask_info().question());
    }
    *response = town_.held_jobs.back();
    return grpc::Status::OK;
  }
  grpc::Status RevealJobContact(grpc::ServerContext*,
                                const garage::v1::RevealJobContactRequest* request,
                                garage::v1::RevealJobContactResponse* response) override {
    town_.last["reveal_reason"] = request->reason();
    response->mutable_contact()->set_display_name("Jeanne <Exemple>");
    response->mutable_contact()->set_phone("+33321000000");
    return grpc::Status::OK;
  }

 private:
  // The job of the tracking code that the call carries.
  garage::v1::JobStatus* Find(const grpc::ServerContext& context) {
    const std::string credential = Credential(context);
    absl::string_view code = credential;
    size_t number = 0;
    if (!absl::ConsumePrefix(&code, "Code G") || !absl::SimpleAtoi(code, &number)) return nullptr;
    return number > 0 && number <= town_.jobs.size() ? &town_.jobs[number - 1] : nullptr;
  }

  Town& town_;
};

class Rides final : public rides::v1::RidesService::Service {
 public:
  explicit Rides(Town& town) : town_(town) {}

  grpc::Status CreateRide(grpc::ServerContext*, const rides::v1::CreateRideRequest* request,
                          rides::v1::CreateRideResponse* response) override {
    town_.last["ride"] = request->details().ShortDebugString();
    response->set_tracking_code("R000000000001");
    return grpc::Status::OK;
  }
  // One that is looked for, and whose way back somebody drives.
  grpc::Status GetRideStatus(grpc::ServerContext*, const rides::v1::GetRideStatusRequest*,
                             rides::v1::RideStatus* response) override {
    response->set_name("rides/1");
    response->mutable_status()->set_state(common::v1::REQUEST_STATE_SEARCHING);
    response->mutable_status()->set_kind("volunteer-ride");
    response->set_direction(rides::v1::RIDE_DIRECTION_OUTWARD);
    response->mutable_other_leg()->set_state(common::v1::REQUEST_STATE_CONFIRMED);
    response->mutable_other_leg()->mutable_pickup_time()->set_seconds(1'796'119'200);
    return grpc::Status::OK;
  }
  grpc::Status ListRideOffers(grpc::ServerContext*, const rides::v1::ListRideOffersRequest*,
                              rides::v1::ListRideOffersResponse*) override {
    return grpc::Status::OK;
  }
  grpc::Status ListRides(grpc::ServerContext*, const rides::v1::ListRidesRequest*,
                         rides::v1::ListRidesResponse*) override {
    return grpc::Status::OK;
  }

 private:
  Town& town_;
};

class HomeHelp final : public homehelp::v1::HomeHelpService::Service {
 public:
  grpc::Status ListVisitOffers(grpc::ServerContext*, const homehelp::v1::ListVisitOffersRequest*,
                               homehelp::v1::ListVisitOffersResponse*) override {
    return grpc::Status::OK;
  }
  grpc::Status ListVisits(grpc::ServerContext*, const homehelp::v1::ListVisitsRequest*,
                          homehelp::v1::ListVisitsResponse*) override {
    return grpc::Status::OK;
  }
};

}  // namespace entraide::web
