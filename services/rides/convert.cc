// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/convert.h"

#include "services/request/convert.h"

namespace entraide::rides {

RideDetails ParseRide(const v1::RideDetails& proto, Violations& violations) {
  RideDetails details{.purpose = proto.purpose(),
                      .pickup_commune = proto.pickup_commune(),
                      .dropoff_commune = proto.dropoff_commune(),
                      .passenger_count = proto.passenger_count(),
                      .minor_alone = proto.minor_alone()};
  if (proto.has_pickup_time()) details.pickup_time = request::ParseTime(proto.pickup_time());
  if (proto.has_return_time()) {
    details.return_time = request::ParseTime(proto.return_time());
    if (!details.return_time.has_value()) {
      violations.Add("details.return_time", "MALFORMED", "an instant of the calendar");
    }
  }
  if (v1::HealthInsurancePaid_IsValid(proto.health_insurance_paid())) {
    details.insurance_paid = static_cast<InsurancePaid>(proto.health_insurance_paid());
  } else {
    violations.Add("details.health_insurance_paid", "UNKNOWN_VALUE",
                   "a value of HealthInsurancePaid");
  }
  return details;
}

v1::RideDetails ToProto(const RideDetails& details) {
  v1::RideDetails proto;
  proto.set_purpose(details.purpose);
  proto.set_pickup_commune(details.pickup_commune);
  proto.set_dropoff_commune(details.dropoff_commune);
  if (details.pickup_time.has_value()) {
    *proto.mutable_pickup_time() = request::ToProto(*details.pickup_time);
  }
  if (details.return_time.has_value()) {
    *proto.mutable_return_time() = request::ToProto(*details.return_time);
  }
  proto.set_passenger_count(details.passenger_count);
  proto.set_minor_alone(details.minor_alone);
  proto.set_health_insurance_paid(static_cast<v1::HealthInsurancePaid>(details.insurance_paid));
  return proto;
}

}  // namespace entraide::rides
