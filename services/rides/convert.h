// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/rides/v1/ride.pb.h"
#include "services/platform/base/violations.h"
#include "services/rides/domain/ride.h"

namespace entraide::rides {

// What is said, not yet checked; what has no meaning at all is reported under `details.`.
RideDetails ParseRide(const v1::RideDetails& proto, Violations& violations);
v1::RideDetails ToProto(const RideDetails& details);

}  // namespace entraide::rides
