// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/answer.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace entraide::matcher {
namespace {

// Fewer facts first, then by name: the choice does not hang on the order of the rules.
bool IsLessDemanding(const Answer& a, const Answer& b) {
  const size_t size_a = a.missing_facts.size();
  const size_t size_b = b.missing_facts.size();
  return std::tie(size_a, a.missing_facts) < std::tie(size_b, b.missing_facts);
}

}  // namespace

Answer Yes() { return {.kind = Answer::Kind::kYes}; }

Answer No() { return {.kind = Answer::Kind::kNo}; }

Answer YesIf(bool condition) { return condition ? Yes() : No(); }

Answer DependsOn(std::vector<std::string> facts) {
  std::sort(facts.begin(), facts.end());
  facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
  return {.kind = Answer::Kind::kDepends, .missing_facts = std::move(facts)};
}

Answer AllOf(const std::vector<Answer>& answers) {
  std::vector<std::string> missing;
  for (const Answer& answer : answers) {
    if (answer.kind == Answer::Kind::kNo) return No();
    missing.insert(missing.end(), answer.missing_facts.begin(), answer.missing_facts.end());
  }
  return missing.empty() ? Yes() : DependsOn(std::move(missing));
}

Answer AnyOf(const std::vector<Answer>& answers) {
  Answer best = No();
  for (const Answer& answer : answers) {
    if (answer.kind == Answer::Kind::kYes) return Yes();
    if (answer.kind == Answer::Kind::kNo) continue;
    if (best.kind == Answer::Kind::kNo || IsLessDemanding(answer, best)) best = answer;
  }
  return best;
}

}  // namespace entraide::matcher
