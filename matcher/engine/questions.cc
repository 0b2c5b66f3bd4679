// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/questions.h"

#include <algorithm>
#include <map>
#include <set>

namespace entraide::matcher {
namespace {

using FactSet = std::set<std::string>;

FactSet Without(const std::vector<std::string>& facts, const FactSet& asked) {
  FactSet left(facts.begin(), facts.end());
  for (const std::string& fact : asked) left.erase(fact);
  return left;
}

// The facts to ask next: most candidates opened per question, then most candidates, then by name.
FactSet BestToAskNext(const std::vector<Candidate>& conditional, const FactSet& asked) {
  std::map<FactSet, size_t> opened;
  for (const Candidate& candidate : conditional) ++opened[Without(candidate.missing_facts, asked)];
  opened.erase(FactSet());
  if (opened.empty()) return {};
  const auto opens_fewer = [](const auto& a, const auto& b) {
    return a.second * b.first.size() < b.second * a.first.size();
  };
  return std::max_element(opened.begin(), opened.end(), opens_fewer)->first;
}

int CountWaitingFor(const std::string& fact, const std::vector<Candidate>& conditional) {
  return static_cast<int>(
      std::count_if(conditional.begin(), conditional.end(), [&](const Candidate& candidate) {
        return std::binary_search(candidate.missing_facts.begin(), candidate.missing_facts.end(),
                                  fact);
      }));
}

}  // namespace

std::vector<Question> QuestionsFor(const std::vector<Candidate>& conditional) {
  std::vector<Question> questions;
  FactSet asked;
  for (FactSet next = BestToAskNext(conditional, asked); !next.empty();
       next = BestToAskNext(conditional, asked)) {
    for (const std::string& fact : next) {
      questions.push_back({fact, CountWaitingFor(fact, conditional)});
      asked.insert(fact);
    }
  }
  return questions;
}

}  // namespace entraide::matcher
