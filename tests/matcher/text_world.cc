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
    const Words nouns = {"now", "commune", "offer", "volunteer", "commitment", "setting", "need"};
    EXPECT_TRUE(std::count(nouns.begin(), nouns.end(), words[0])) << "cannot read: " << line;
  }
}

template <typename Thing>
std::vector<Thing> ReadAll(absl::string_view noun, absl::string_view text,
                           Thing (*read)(const Words&, const Communes&), const Communes& communes) {
  std::vector<Thing> things;
  for (const Words& line : LinesAbout(noun, text)) things.push_back(read(line, communes));
  return things;
}

Settings ReadSettings(absl::string_view text) {
  Settings settings;
  for (const Words& line : LinesAbout("setting", text)) {
    if (line[1] == "margin") settings.margin = absl::Minutes(Number(line[2]));
    if (line[1] == "radius") settings.volunteer_radius_km = Number(line[2]);
    if (line[1] == "outdated") settings.outdated = Settings::Outdated::kShown;
  }
  return settings;
}

World WorldOf(absl::string_view text) {
  std::vector<Commune> read;
  for (const Words& line : LinesAbout("commune", text)) read.push_back(ReadCommune(line));
  const Communes communes(std::move(read));
  return World({.communes = communes,
                .offers = ReadAll("offer", text, ReadOffer, communes),
                .volunteers = ReadAll("volunteer", text, ReadVolunteer, communes),
                .commitments = ReadAll("commitment", text, ReadCommitment, communes),
                .travel = TravelByGreatCircle({}),
                .time_zone = Paris(),
                .settings = ReadSettings(text)});
}

std::string NameOf(const Candidate& candidate) {
  if (!candidate.volunteer.has_value()) return candidate.offer.value;
  return candidate.offer.value + "/" + candidate.volunteer->value;
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
  for (size_t i = 5; i + 1 < line.size(); i += 2) {
    if (line[i] == "unit") commune.urban_unit_population = Number(line[i + 1]);
    if (line[i] == "hub") commune.multimodal_hub = true;
  }
  return commune;
}

CommuneIndex Arguments::CommuneNamed(const std::string& name) const {
  const std::optional<CommuneIndex> index = communes.Find(name);
  if (!index.has_value()) ADD_FAILURE() << "no commune: " << name;
  return index.value_or(CommuneIndex{0});
}

std::vector<CommuneIndex> Arguments::CommunesNamed(const std::string& list) const {
  std::vector<CommuneIndex> named;
  for (const std::string& name : List(list)) named.push_back(CommuneNamed(name));
  return named;
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
  for (const Candidate& candidate : Ask(need).candidates) names.push_back(NameOf(candidate));
  return names;
}

std::string TextWorld::BestFor(const std::string& need) const {
  const std::vector<std::string> ranking = Ranking(need);
  return ranking.empty() ? "nobody" : ranking.front();
}

Trial TextWorld::TrialOf(const std::string& need, const std::string& candidate) const {
  const std::vector<std::string> parts = absl::StrSplit(candidate, '/');
  const Offer* const offer = world_.FindOffer({parts[0]});
  static const Offer kNone;
  if (offer == nullptr) ADD_FAILURE() << "no offer is called " << parts[0];
  const Volunteer* const volunteer = parts.size() > 1 ? world_.FindVolunteer({parts[1]}) : nullptr;
  if (parts.size() > 1 && volunteer == nullptr) ADD_FAILURE() << "no volunteer: " << parts[1];
  return {world_, needs_.at(need), offer == nullptr ? kNone : *offer, now_, volunteer};
}

std::string TextWorld::WhyNot(const std::string& need, const std::string& candidate) const {
  const Judgement judgement = Judge(TrialOf(need, candidate));
  if (judgement.refused_by.has_value()) return std::string(Code(*judgement.refused_by));
  return judgement.missing_facts.empty() ? "" : "NEEDS_INFO";
}

int TextWorld::TermOf(const std::string& need, const std::string& candidate,
                      absl::string_view name) const {
  for (const Candidate& one : Ask(need).candidates) {
    if (NameOf(one) != candidate) continue;
    for (const Term& term : one.terms) {
      if (term.name == name) return term.value;
    }
    return -1;
  }
  ADD_FAILURE() << candidate << " is no candidate for " << need;
  return -2;
}

std::string TextWorld::BlockingRule(const std::string& need) const {
  const std::optional<Rule> rule = Ask(need).blocking_rule;
  return rule.has_value() ? std::string(Code(*rule)) : "";
}

CommuneIndex TextWorld::CommuneNamed(const std::string& name) const {
  return Arguments{{}, world_.communes()}.CommuneNamed(name);
}

}  // namespace entraide::matcher
