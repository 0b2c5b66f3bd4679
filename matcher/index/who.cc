// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/who.h"

#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"

namespace entraide::matcher::index {
namespace {

// Those that the condition names; none of those without a bit of their own.
Who::Values Named(const Condition& condition, const Who::Fact& fact) {
  Who::Values named;
  for (const std::string& value : condition.values) {
    const size_t place = fact.values.Find(value);
    if (place < fact.values.size()) named.set(place);
  }
  return named;
}

}  // namespace

Vocabulary::Vocabulary(const WordCounts& counts, size_t most) {
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
  absl::flat_hash_map<std::string, WordCounts> values_of;
  WordCounts asked;
  for (const Offer& offer : offers) {
    for (const ConditionGroup& group : offer.eligibility_rules) {
      for (const Condition& condition : group) {
        ++asked[condition.fact];
        WordCounts& values = values_of[condition.fact];
        for (const std::string& value : condition.values) ++values[value];
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

Who::Values Who::MayPass(const std::vector<ConditionGroup>& rules, const Fact& fact) const {
  Values any;
  if (rules.empty()) return any.set();
  for (const ConditionGroup& group : rules) {
    Values all;
    all.set();
    for (const Condition& condition : group) {
      if (condition.fact != fact.name) continue;
      const Values named = Named(condition, fact);
      all &= condition.op == Condition::Op::kIsAnyOf ? named : ~named;
    }
    any |= all;
  }
  if (!Tells(rules)) any.set(fact.values.size());
  return any;
}

bool Who::AsksFor(const std::vector<ConditionGroup>& rules, absl::string_view fact) {
  return absl::c_any_of(rules, [&](const ConditionGroup& group) {
    return absl::c_any_of(group,
                          [&](const Condition& condition) { return condition.fact == fact; });
  });
}

}  // namespace entraide::matcher::index
