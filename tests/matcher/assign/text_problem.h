// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "matcher/assign/assignment.h"
#include "matcher/assign/problem.h"
#include "tests/matcher/assign/random_problem.h"

namespace entraide::matcher::assign {

// A problem as text, places first; a task is followed by its choices and their minutes:
//
//   place anna  seats 2 load 0,3
//   place bruno seats 1
//   task  t1 at 9 anna 5 bruno 7
Parts ReadParts(absl::string_view text);

// "t1:anna t2:bruno t3:-", by task id.
std::string Seating(const Problem& problem, const Assignment& assignment);

}  // namespace entraide::matcher::assign
