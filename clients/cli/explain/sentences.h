// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "clients/cli/commune_names.h"
#include "entraide/common/v1/request.pb.h"
#include "entraide/matcher/v1/explanation.pb.h"
#include "entraide/matcher/v1/matcher_service.pb.h"

namespace entraide::cli {

// The communes whose names ExplainMatch wants.
void AddCommunesOf(const matcher::v1::MatchResponse& match, CommuneNames& names);

// Who can serve and why in this order, who could, why not the others, who comes nearest, and what
// there is instead. Answers without scores (FindHelp) explain by distance and price.
std::string ExplainMatch(const matcher::v1::MatchResponse& match, const CommuneNames& names);

// The same of a request: where it stands, who was asked and why, and the matcher's answer now.
std::string ExplainRequest(const matcher::v1::Explanation& explanation, const CommuneNames& names);

// "en recherche".
std::string StateInFrench(common::v1::RequestState state);

}  // namespace entraide::cli
