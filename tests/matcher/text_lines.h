// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "matcher/engine/commitment.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/need.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/volunteer.h"

// The lines of text worlds, as words: what it is, its name, its kind, then keywords.
namespace entraide::matcher {

using Words = std::vector<std::string>;

Commune ReadCommune(const Words& line);
Offer ReadOffer(const Words& line, const Communes& communes);
Need ReadNeed(const Words& line, const Communes& communes);
Volunteer ReadVolunteer(const Words& line, const Communes& communes);
Commitment ReadCommitment(const Words& line, const Communes& communes);

// The words behind a keyword.
struct Arguments {
  Words words{};
  const Communes& communes;

  const std::string& operator[](size_t i) const { return words[i]; }
  CommuneIndex CommuneNamed(const std::string& name) const;
  std::vector<CommuneIndex> CommunesNamed(const std::string& list) const;
};

template <typename Thing>
struct Keyword {
  size_t word_count = 1;
  std::function<void(Thing&, const Arguments&)> apply{};
};

template <typename Thing>
using Grammar = std::map<std::string, Keyword<Thing>>;

// Applies each keyword of `line` to `thing`.
template <typename Thing>
Thing ReadKeywords(Thing thing, const Words& line, const Grammar<Thing>& grammar,
                   const Communes& communes) {
  for (size_t i = 3; i < line.size();) {
    const auto keyword = grammar.find(line[i]);
    const size_t end = keyword == grammar.end() ? line.size() : i + keyword->second.word_count;
    if (end >= line.size()) {
      ADD_FAILURE() << "cannot read '" << line[i] << "' in: " << absl::StrJoin(line, " ");
      return thing;
    }
    const auto first = line.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    const auto last = line.begin() + static_cast<std::ptrdiff_t>(end) + 1;
    keyword->second.apply(thing, {Words(first, last), communes});
    i = end + 1;
  }
  return thing;
}

// The value that a word stands for.
template <typename Value>
Value OneOf(const std::map<std::string, Value>& values, const std::string& word) {
  const auto found = values.find(word);
  if (found == values.end()) ADD_FAILURE() << "cannot read: " << word;
  return found == values.end() ? Value{} : found->second;
}

}  // namespace entraide::matcher
