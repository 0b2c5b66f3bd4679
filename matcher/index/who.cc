// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/who.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/algorithm/container.h"

namespace entraide::matcher::index {
namespace {

constexpr size_t kMostFacts = 16;
constexpr size_t kMostValues = 48;  // Of one fact.

// As the engine would find, of one who has this value alone; a value that nobody names is none of
// any.
bool Passes(const Condition& condition, const std::string* value) {
  const bool named = value != nullptr && absl::c_linear_search(condition.values, *value);
  return named == (condition.op == Condition::Op::kIsAnyOf);
}

}  // namespace

Vocabulary::Vocabulary(const std::vector<std::string>& occurrences, size_t most) {
  std::map<std::string, int> counts;
  for (const std::string& word : occurrences) ++counts[word];
  std::vector<std::pair<int, std::string>> by_count;
  for (const auto& [word, count] : counts) by_count.emplace_back(-count, word);
  absl::c_sort(by_count);
  by_count.resize(std::min(by_count.size(), most));
  for (auto& [count, word] : by_count) {
    places_.emplace(word, words_.size());
    words_.push_back(std::move(word));
  }
}

size_t Vocabulary::Find(absl::string_view word) const {
  const auto found = places_.find(word);
  return found == places_.end() ? size() : found->second;
}

Who::Who(const Offers& offers) {
  std::map<std::string, std::vector<std::string>> values_of;
  std::vector<std::string> asked;
  for (const Offer& offer : offers) {
    for (const ConditionGroup& group : offer.eligibility_rules) {
      for (const Condition& condition : group) {
        asked.push_back(condition.fact);
        auto& values = values_of[condition.fact];
        values.insert(values.end(), condition.values.begin(), condition.values.end());
      }
    }
  }
  const Vocabulary names(asked, kMostFacts);
  for (const std::string& name : names.words()) {
    facts_.push_back({name, Vocabulary(values_of[name], kMostValues)});
  }
}

bool Who::Tells(const std::vector<ConditionGroup>& rules) const {
  if (rules.empty()) return true;
  const std::string* only_fact = nullptr;
  bool one_fact = true;
  for (const ConditionGroup& group : rules) {
    for (const Condition& condition : group) {
      const auto fact =
          absl::c_find_if(facts_, [&](const Fact& known) { return known.name == condition.fact; });
      if (fact == facts_.end()) return false;
      if (!absl::c_all_of(condition.values,
                          [&](const std::string& value) { return fact->values.Knows(value); })) {
        return false;
      }
      one_fact = one_fact && (only_fact == nullptr || *only_fact == condition.fact);
      only_fact = &condition.fact;
    }
  }
  return rules.size() == 1 || one_fact;
}

bool Who::MayPass(const std::vector<ConditionGroup>& rules, const Fact& fact,
                  const std::string* value) {
  if (rules.empty()) return true;
  return absl::c_any_of(rules, [&](const ConditionGroup& group) {
    return absl::c_all_of(group, [&](const Condition& condition) {
      return condition.fact != fact.name || Passes(condition, value);
    });
  });
}

bool Who::AsksFor(const std::vector<ConditionGroup>& rules, absl::string_view fact) {
  return absl::c_any_of(rules, [&](const ConditionGroup& group) {
    return absl::c_any_of(group,
                          [&](const Condition& condition) { return condition.fact == fact; });
  });
}

}  // namespace entraide::matcher::index
