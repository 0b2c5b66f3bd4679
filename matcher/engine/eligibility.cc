// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/eligibility.h"

#include <algorithm>

namespace entraide::matcher {

Answer Evaluate(const Condition& condition, const Facts& facts) {
  const auto known = facts.find(condition.fact);
  if (known == facts.end()) return DependsOn({condition.fact});
  const std::vector<std::string>& values = known->second;
  if (values.empty()) return No();
  const bool shared = std::find_first_of(values.begin(), values.end(), condition.values.begin(),
                                         condition.values.end()) != values.end();
  return YesIf(shared == (condition.op == Condition::Op::kIsAnyOf));
}

Answer EvaluateAnyOf(const std::vector<ConditionGroup>& groups, const Facts& facts) {
  if (groups.empty()) return Yes();
  std::vector<Answer> by_group;
  for (const ConditionGroup& group : groups) {
    std::vector<Answer> by_condition;
    for (const Condition& condition : group) by_condition.push_back(Evaluate(condition, facts));
    by_group.push_back(AllOf(by_condition));
  }
  return AnyOf(by_group);
}

}  // namespace entraide::matcher
