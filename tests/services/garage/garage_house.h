// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <google/protobuf/util/time_util.h>

#include <memory>
#include <string>

#include "garage_migrations.h"
#include "services/garage/fleet_service.h"
#include "services/garage/garage_service.h"
#include "tests/services/request/house.h"

namespace entraide::garage {

using clients::Trade;
using request::kNow;

inline constexpr char kStaff[] = "staff:o1";

// A garage as it runs, `o1`, which takes on all it is asked for.
class GarageHouse : public request::House<GarageService> {
 public:
  GarageHouse() : House("garage", "entraide.garage.v1.GarageService", garage_migrations::Files()) {
    matcher.Offer(1);
  }

  struct Taken {
    std::string name{};
    std::string code{};
  };
  // A request of that kind that the garage has accepted; `filer` is who asks.
  Taken Take(const std::string& kind, const clients::CallOptions& filer = Anybody()) {
    v1::JobDetails details;
    details.set_symptoms("ne démarre plus");
    const auto filed = client.Create(request::AnInput(kind), details, NewUuid(), filer);
    EXPECT_THAT(filed, IsOk());
    EXPECT_THAT(Round(), IsOk());
    const auto inbox = client.ListOffers(Trade::kGarage, Session(kStaff));
    EXPECT_EQ(inbox->size(), 1u);
    EXPECT_THAT(client.Accept(inbox->at(0).name, NewUuid(), Session(kStaff)), IsOk());
    return {.name = filed->request.name, .code = filed->tracking_code};
  }

  absl::StatusOr<v1::Job> Act(const Taken& job, const v1::ActOnJobRequest& action,
                              absl::string_view token = kStaff) {
    v1::ActOnJobRequest request = action;
    request.set_name(job.name);
    request.set_request_id(NewUuid());
    return Call(&Stub::ActOnJob, request, token);
  }
  absl::StatusOr<v1::JobStatus> Reply(const Taken& job, const v1::ReplyOnJobRequest& reply) {
    v1::ReplyOnJobRequest request = reply;
    request.set_request_id(NewUuid());
    return clients::Call(*stub_, &Stub::ReplyOnJob, request, Code(job.code));
  }
  absl::StatusOr<v1::Job> Get(const Taken& job) {
    v1::GetJobRequest request;
    request.set_name(job.name);
    return Call(&Stub::GetJob, request);
  }
  absl::StatusOr<v1::JobStatus> Status(const Taken& job) {
    return clients::Call(*stub_, &Stub::GetJobStatus, v1::GetJobStatusRequest(), Code(job.code));
  }

  // A car whose papers are good for a year.
  v1::Vehicle NewVehicle(const std::string& plate = "AB-123-CD") {
    v1::CreateVehicleRequest request;
    request.set_request_id(NewUuid());
    v1::Vehicle& vehicle = *request.mutable_vehicle();
    vehicle.set_vehicle_class("car");
    vehicle.set_plate(plate);
    vehicle.set_display_name("Petite citadine");
    vehicle.set_roadworthy_until_date("2028-02-01");
    vehicle.set_insured_until_date("2028-02-01");
    vehicle.set_mileage_km(90'000);
    vehicle.set_deposit_cents(150'00);
    vehicle.set_day_cents(4'00);
    const auto created = Fleet(&FleetStub::CreateVehicle, request);
    EXPECT_THAT(created, IsOk());
    return created.value_or(v1::Vehicle());
  }

  using Stub = v1::GarageService::Stub;
  template <typename Request, typename Response>
  absl::StatusOr<Response> Call(grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&,
                                                             Response*),
                                const Request& request, absl::string_view token = kStaff) {
    return clients::Call(*stub_, method, request, Session(token));
  }

  using FleetStub = v1::FleetService::Stub;
  template <typename Request, typename Response>
  absl::StatusOr<Response> Fleet(grpc::Status (FleetStub::*method)(grpc::ClientContext*,
                                                                   const Request&, Response*),
                                 const Request& request, absl::string_view token = kStaff) {
    return clients::Call(*fleet_stub_, method, request, Session(token));
  }

 private:
  auth::Authenticator authenticator_{request::SessionOf, codes};
  auth::AccessTable table_ = *auth::AccessTable::Of({"entraide.garage.v1.FleetService"});
  telemetry::Metrics metrics_;
  rpc::Gate gate_{authenticator_, table_, metrics_, [this] { return now.load(); }};
  FleetService fleet_{gate_, *pool};
  std::unique_ptr<server::GrpcServer> fleet_server_ = *server::GrpcServer::Start({}, {&fleet_});
  std::unique_ptr<FleetStub> fleet_stub_ =
      v1::FleetService::NewStub(fleet_server_->InProcessChannel());
  std::unique_ptr<Stub> stub_ = v1::GarageService::NewStub(channel());
};

// Actions with values that nothing is wrong with.
inline google::protobuf::Timestamp ProtoTime(absl::Time time) {
  return google::protobuf::util::TimeUtil::SecondsToTimestamp(absl::ToUnixSeconds(time));
}

inline v1::ActOnJobRequest ScheduleAt(absl::Time start, int minutes = 120) {
  v1::ActOnJobRequest action;
  *action.mutable_schedule()->mutable_start_time() = ProtoTime(start);
  action.mutable_schedule()->set_duration_minutes(minutes);
  return action;
}

inline v1::ActOnJobRequest TakenIn() {
  v1::ActOnJobRequest action;
  action.mutable_take_in()->set_mileage_km(120'000);
  return action;
}

// 150 euro, of which the CCAS is asked for 50.
inline v1::ActOnJobRequest Quoted() {
  v1::ActOnJobRequest action;
  v1::MakeQuote& quote = *action.mutable_quote();
  quote.set_work_minutes(120);
  quote.set_hourly_rate_cents(35'00);
  quote.set_parts_cents(80'00);
  quote.set_valid_until_date("2027-03-01");
  v1::Share& client = *quote.add_shares();
  client.set_funder("client");
  client.set_cents(100'00);
  v1::Share& ccas = *quote.add_shares();
  ccas.set_funder("ccas");
  ccas.set_cents(50'00);
  return action;
}

inline v1::ActOnJobRequest Reserved(const v1::Vehicle& vehicle, const std::string& first,
                                    const std::string& last) {
  v1::ActOnJobRequest action;
  action.mutable_reserve()->set_vehicle(vehicle.name());
  action.mutable_reserve()->set_first_date(first);
  action.mutable_reserve()->set_last_date(last);
  return action;
}

inline v1::ActOnJobRequest HandedOut(int mileage_km) {
  v1::ActOnJobRequest action;
  v1::CheckOut& out = *action.mutable_check_out();
  out.mutable_handover()->set_mileage_km(mileage_km);
  out.set_contract_signed(true);
  out.set_deposit_cents(150'00);
  out.add_licence_categories("B");
  return action;
}

inline v1::ActOnJobRequest BroughtBack(int mileage_km) {
  v1::ActOnJobRequest action;
  action.mutable_check_in()->mutable_handover()->set_mileage_km(mileage_km);
  return action;
}

}  // namespace entraide::garage
