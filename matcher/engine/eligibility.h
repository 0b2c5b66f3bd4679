// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "matcher/engine/answer.h"

namespace entraide::matcher {

// What is known of the person, by name ("social-minimum" -> {"rsa"}). A name that is absent was
// never asked; a name without values is a question that was declined.
using Facts = absl::flat_hash_map<std::string, std::vector<std::string>>;

struct Condition {
  enum class Op { kIsAnyOf, kIsNoneOf };
  std::string fact{};
  Op op = Op::kIsAnyOf;
  std::vector<std::string> values{};
};

using ConditionGroup = std::vector<Condition>;  // All of them must hold.

// Whether the condition holds. Silence never makes it fail; a declined question does.
Answer Evaluate(const Condition& condition, const Facts& facts);

// Whether one of the groups holds; yes when there is none.
Answer EvaluateAnyOf(const std::vector<ConditionGroup>& groups, const Facts& facts);

}  // namespace entraide::matcher
