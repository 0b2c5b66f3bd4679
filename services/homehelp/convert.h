// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/homehelp/v1/visit.pb.h"
#include "services/homehelp/domain/visit.h"
#include "services/platform/base/violations.h"

namespace entraide::homehelp {

// What is said, not yet checked; what has no meaning at all is reported under `details.`.
VisitDetails ParseVisit(const v1::VisitDetails& proto, Violations& violations);
v1::VisitDetails ToProto(const VisitDetails& details);

}  // namespace entraide::homehelp
