// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/text_world.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "absl/strings/str_split.h"
#include "matcher/engine/hard_rules.h"
#include "tests/matcher/text_fields.h"
#include "tests/matcher/text_lines.h"

namespace entraide::matcher {
namespace {

// The lines that say what a `noun` is.
std::vector<Words> LinesAbout(absl::string_view noun, absl::string_view text) {
  std::vector<Words> lines;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    Words words = absl::StrSplit(line, ' ', absl::SkipEmpty());
    if (words.empty() || words[0] != noun) continue;
    if (words.size() < 3) {
      ADD_FAILURE() << "too short: " << line;
      continue;
    }
    lines.push_back(std::move(words));
  }
  return lines;
}

void RefuseUnknownNouns(absl::string_view text) {
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    const Words words = absl::StrSplit(line, ' ', absl::SkipEmpty());
    if (words.empty()) continue;
    const Words nouns = {"now", "commune", "offer", "need"};
    EXPECT_TRUE(std::count(nouns.begin(), nouns.end(), words[0])) << "cannot read: " << line;
  }
}

World WorldOf(absl::string_view text) {
  std::vector<Commune> read;
  for (const Words& line : LinesAbout("commune", text)) read.push_back(ReadCommune(line));
  Communes communes(std::move(read));
  std::vector<Offer> offers;
  for (const Words& line : LinesAbout("offer", text)) offers.push_back(ReadOffer(line, communes));
  return World(std::move(communes), std::move(offers), TravelByGreatCircle({}), Paris());
}

}  // namespace

Commune ReadCommune(const Words& line) {
  Commune commune{.insee_code = line[1], .display_name = line[1]};
  if (line.size() < 5) {
    ADD_FAILURE() << "where is " << line[1] << "?";
    return commune;
  }
  commune.latitude_deg = Decimal(line[3]);
  commune.longitude_deg = Decimal(line[4]);
  return commune;
}

CommuneIndex Arguments::CommuneNamed(const std::string& name) const {
  const std::optional<CommuneIndex> index = communes.Find(name);
  if (!index.has_value()) ADD_FAILURE() << "no commune: " << name;
  return index.value_or(CommuneIndex{0});
}

absl::Time At(absl::string_view date_and_clock) {
  const std::pair<std::string, std::string> parts = absl::StrSplit(date_and_clock, ' ');
  return SpanOn(parts.first, parts.second + "-24:00").start;
}

TextWorld::TextWorld(absl::string_view text) : world_(WorldOf(text)) {
  RefuseUnknownNouns(text);
  for (const Words& line : LinesAbout("now", text)) now_ = At(line[1] + " " + line[2]);
  for (const Words& line : LinesAbout("need", text)) {
    needs_[line[1]] = ReadNeed(line, world_.communes());
  }
}

MatchResult TextWorld::Ask(const std::string& need) const {
  return Match(world_, needs_.at(need), now_);
}

std::vector<std::string> TextWorld::Ranking(const std::string& need) const {
  std::vector<std::string> names;
  for (const Candidate& candidate : Ask(need).candidates) names.push_back(candidate.offer.value);
  return names;
}

std::string TextWorld::BestFor(const std::string& need) const {
  const std::vector<std::string> ranking = Ranking(need);
  return ranking.empty() ? "nobody" : ranking.front();
}

std::string TextWorld::WhyNot(const std::string& need, const std::string& offer) const {
  const Offer* const found = world_.FindOffer({offer});
  if (found == nullptr) return "no offer is called " + offer;
  const Judgement judgement = Judge({world_, needs_.at(need), *found, now_});
  if (judgement.refused_by.has_value()) return std::string(Code(*judgement.refused_by));
  return judgement.missing_facts.empty() ? "" : "NEEDS_INFO";
}

std::string TextWorld::BlockingRule(const std::string& need) const {
  const std::optional<Rule> rule = Ask(need).blocking_rule;
  return rule.has_value() ? std::string(Code(*rule)) : "";
}

CommuneIndex TextWorld::CommuneNamed(const std::string& name) const {
  return Arguments{{}, world_.communes()}.CommuneNamed(name);
}

}  // namespace entraide::matcher
