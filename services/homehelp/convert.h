// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/homehelp/v1/visit.pb.h"
#include "services/homehelp/domain/visit.h"
#include "services/platform/base/violations.h"

namespace entraide::homehelp {

// What is said, not yet checked; what has no meaning at all is reported under `details.`.
VisitDetails ParseVisit(const v1::VisitDetails& proto, Violations& violations);
v1::VisitDetails ToProto(const VisitDetails& details);

// `quote` without who gave it; a malformed time is long past.
Quote ParseQuote(const v1::VisitQuote& quote);

// What is arranged, and what became of it: for the organization that holds the visit, and for
// whoever asked.
void Render(const request::Request& request, const VisitDetails& details, v1::Visit& visit);
void Render(const request::Request& request, const VisitDetails& details, v1::VisitStatus& visit);

}  // namespace entraide::homehelp
