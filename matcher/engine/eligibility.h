// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

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

// A group holds or fails on what is known, or names what is missing. Silence never makes a group
// fail; a declined question does.
struct Answer {
  enum class Kind { kTrue, kFalse, kUnknown };
  Kind kind = Kind::kTrue;
  std::vector<std::string> missing_facts{};  // Only for kUnknown: sorted, without repeats.
};

Answer Evaluate(const Condition& condition, const Facts& facts);

// True when one group is true, or when there is none; false when all are false; else unknown, with
// the missing facts of the group that needs the fewest.
Answer EvaluateAnyOf(const std::vector<ConditionGroup>& groups, const Facts& facts);

}  // namespace entraide::matcher
