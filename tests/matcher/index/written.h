// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "matcher/engine/match.h"

namespace entraide::matcher::index {

// All that a result holds, line by line, so that two are compared and a difference can be read.
std::string Written(const MatchResult& result);
std::string Written(const Candidate& candidate);

}  // namespace entraide::matcher::index
