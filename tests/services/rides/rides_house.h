// SPDX-License-Identifier: EUPL-1.2
#pragma once

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
};

}  // namespace entraide::rides
