// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "matcher/engine/eligibility.h"
#include "matcher/engine/offers.h"

namespace entraide::matcher::index {

// How often each word occurs.
using WordCounts = absl::flat_hash_map<std::string, int>;

// Words of which each has a bit, the most frequent ones first, and one bit more for all others.
class Vocabulary {
 public:
  static constexpr size_t kMost = 64;

  Vocabulary() = default;
  Vocabulary(const WordCounts& counts, size_t most);  // Up to kMost.

  size_t size() const { return words_.size(); }
  const std::vector<std::string>& words() const { return words_; }
  // `size()`, which stands for all others, when it has no bit of its own.
  size_t Find(absl::string_view word) const;
  bool Knows(absl::string_view word) const { return Find(word) < size(); }

 private:
  std::vector<std::string> words_{};
  absl::flat_hash_map<std::string, size_t> places_{};
};

// What the eligibility rules of one kind of offers ask about. Of a person whose one value of a fact
// is known, one bit a fact tells whether it refuses them: exact for an offer whose rules are one
// group of conditions, or conditions on one fact; the others are judged plainly. Immutable.
class Who {
 public:
  static constexpr size_t kMostFacts = 16;
  static constexpr size_t kMostValues = 48;     // Of one fact.
  using Values = std::bitset<kMostValues + 1>;  // By word; the one after: any other.

  // A fact that somebody asks for, and the values that somebody names.
  struct Fact {
    std::string name{};
    Vocabulary values{};
  };

  explicit Who(const Offers& offers);

  const std::vector<Fact>& facts() const { return facts_; }

  // Whether bits tell all about `rules` once every fact that they ask for is known.
  bool Tells(const std::vector<ConditionGroup>& rules) const;

  // With which values of `fact` one may be eligible as far as that fact goes; exact if `Tells`.
  Values MayPass(const std::vector<ConditionGroup>& rules, const Fact& fact) const;

  static bool AsksFor(const std::vector<ConditionGroup>& rules, absl::string_view fact);

 private:
  std::vector<Fact> facts_{};
};

}  // namespace entraide::matcher::index
