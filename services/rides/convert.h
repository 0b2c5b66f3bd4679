// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/rides/v1/ride.pb.h"
#include "services/platform/base/violations.h"
#include "services/rides/domain/ride.h"

namespace entraide::rides {

// What is said, not yet checked; what has no meaning at all is reported under `details.`.
RideDetails ParseRide(const v1::RideDetails& proto, Violations& violations);
v1::RideDetails ToProto(const RideDetails& details);

Way ParseWay(const v1::RideWay& way);
Tariff ParseTariff(const v1::RideTariff& tariff);

// What is arranged, and what became of it: for the organization that holds the leg, and for whoever
// asked.
void Render(const request::Request& request, const RideDetails& details, v1::Ride& ride);
void Render(const request::Request& request, const RideDetails& details, v1::RideStatus& ride);

}  // namespace entraide::rides
