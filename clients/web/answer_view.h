// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clients/web/communes.h"
#include "clients/web/view.h"
#include "entraide/matcher/v1/matcher_service.pb.h"

namespace entraide::web {

// What the matcher answered, for people: who helps and why, who would under a condition; if nobody
// does, the rule that left nobody, what comes nearest and what could replace it.
View AnswerView(const matcher::v1::MatchResponse& match, CommuneNames& communes);

}  // namespace entraide::web
