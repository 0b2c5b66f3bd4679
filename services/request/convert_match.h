// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/matcher/v1/matcher_service.pb.h"
#include "services/request/domain/need.h"
#include "services/request/domain/request.h"
#include "services/request/domain/search.h"

namespace entraide::request {

// What the matcher is told.
matcher::v1::Need ToProto(const Need& need);

// Asks for those who serve `need`, but those who are not to be asked again.
matcher::v1::MatchRequest MatchRequestOf(const Need& need, const Task& task);

// The answer, each candidate with a new id for the question that may be put to it.
Match MatchOf(const matcher::v1::MatchResponse& response);

}  // namespace entraide::request
