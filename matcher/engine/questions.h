// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "matcher/engine/candidate.h"

namespace entraide::matcher {

// A question worth asking: a fact of the vocabulary, or `purpose`, `dropoff`,
// `health-insurance-paid`.
struct Question {
  std::string fact{};
  int candidate_count = 0;  // Those that wait for it, alone or with others.
};

// In the order in which the fewest answers open the most of `conditional`, which is not changed by
// the order of the candidates.
std::vector<Question> QuestionsFor(const std::vector<Candidate>& conditional);

}  // namespace entraide::matcher
