// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/strings/match.h"
#include "entraide/rides/v1/rides_service.grpc.pb.h"
#include "rides_migrations.h"
#include "services/rides/rides_service.h"
#include "tests/services/request/house.h"

namespace entraide::rides {

using clients::Trade;
using request::kNow;

// Ten days after kNow.
inline const absl::Time kPickup = kNow + absl::Hours(240);

inline v1::RideDetails ARide() {
  v1::RideDetails details;
  details.set_purpose("shopping");
  details.set_pickup_commune("62361");
  details.set_dropoff_commune("62028");
  *details.mutable_pickup_time() = request::ToProto(kPickup);
  return details;
}

// The rides service with two associations, `o1` and `o2`, that can be asked.
class RidesHouse : public request::House<RidesService> {
 public:
  RidesHouse() : House("rides", "entraide.rides.v1.RidesService", rides_migrations::Files()) {}

  absl::StatusOr<clients::FiledRequest> File(const clients::CallOptions& who = Anybody(),
                                             const std::string& request_id = NewUuid()) {
    return client.Create(request::AnInput("volunteer-ride"), ARide(), request_id, who);
  }
  // A ride that `o1` and `o2` have been asked about.
  clients::FiledRequest FileAndAsk() {
    const absl::StatusOr<clients::FiledRequest> filed = File();
    EXPECT_THAT(filed, IsOk());
    EXPECT_THAT(Round(), IsOk());
    return *filed;
  }
  common::v1::RequestStatus StatusOf(const clients::FiledRequest& filed) {
    const auto followed = client.Status(Trade::kRides, Code(filed.tracking_code));
    EXPECT_THAT(followed, IsOk());
    return followed.ok() ? followed->status : common::v1::RequestStatus();
  }
  std::vector<clients::AskedOffer> Inbox(const std::string& organization) {
    const auto asked = client.ListOffers(Trade::kRides, Session("staff:" + organization));
    EXPECT_THAT(asked, IsOk());
    return asked.ok() ? *asked : std::vector<clients::AskedOffer>();
  }
  absl::StatusOr<clients::HeldRequest> Accept(const std::string& offer,
                                              const std::string& organization,
                                              const std::string& request_id = NewUuid()) {
    return client.Accept(offer, request_id, Session("staff:" + organization));
  }
  // A ride that `o1` holds.
  clients::FiledRequest FileAndAccept() {
    const clients::FiledRequest filed = FileAndAsk();
    for (const clients::AskedOffer& asked : Inbox("o1")) {
      if (absl::StartsWith(asked.name, filed.request.name)) {
        EXPECT_THAT(Accept(asked.name, "o1"), IsOk());
      }
    }
    return filed;
  }
  absl::StatusOr<v1::Ride> Act(const std::string& name, v1::ActOnRideRequest request,
                               const std::string& session = "staff:o1") {
    request.set_name(name);
    request.set_request_id(NewUuid());
    return clients::Call(*stub_, &v1::RidesService::Stub::ActOnRide, request, Session(session));
  }
  absl::StatusOr<v1::Ride> Assign(const std::string& name, const std::string& driver,
                                  const std::string& session = "staff:o1") {
    v1::ActOnRideRequest request;
    request.mutable_serving()->mutable_assign()->set_assignee(driver);
    return Act(name, request, session);
  }
  absl::StatusOr<v1::RideStatus> Reply(const clients::FiledRequest& filed,
                                       v1::ReplyOnRideRequest request) {
    request.set_request_id(NewUuid());
    return clients::Call(*stub_, &v1::RidesService::Stub::ReplyOnRide, request,
                         Code(filed.tracking_code));
  }

 private:
  std::unique_ptr<v1::RidesService::Stub> stub_ = v1::RidesService::NewStub(channel());
};

}  // namespace entraide::rides
