// SPDX-License-Identifier: EUPL-1.2
#include <optional>
#include <utility>

#include "absl/strings/str_split.h"
#include "tests/matcher/text_fields.h"
#include "tests/matcher/text_lines.h"
#include "tests/matcher/text_world.h"

namespace entraide::matcher {
namespace {

void Exclude(Need& need, const Arguments& words) {
  for (const std::string& offer : List(words[0])) need.excluded_offers.push_back({offer});
}

const std::map<std::string, HealthInsurancePaid> kPaid = {{"yes", HealthInsurancePaid::kYes},
                                                          {"no", HealthInsurancePaid::kNo}};

using W = const Arguments&;

void ExcludeVolunteers(Need& need, W words) {
  for (const std::string& name : List(words[0])) need.excluded_volunteers.push_back({name});
}

// "offer" or "offer/volunteer"
std::pair<std::string, std::optional<VolunteerId>> WhoIn(const std::string& text) {
  const std::vector<std::string> parts = absl::StrSplit(text, '/');
  if (parts.size() == 1) return {parts[0], std::nullopt};
  return {parts[0], VolunteerId{parts[1]}};
}

void AddDecline(Need& need, W words) {
  const auto who = WhoIn(words[0]);
  need.declines.push_back({{who.first}, who.second, Number(words[1])});
}

void AddAcquaintance(Need& need, W words) {
  const auto who = WhoIn(words[0]);
  need.acquaintances.push_back({{who.first}, who.second, At(words[1] + " 00:00")});
}

const Grammar<Need> kGrammar = {
    {"at", {1, [](Need& n, W w) { n.residence = w.CommuneNamed(w[0]); }}},
    {"from", {1, [](Need& n, W w) { n.pickup = w.CommuneNamed(w[0]); }}},
    {"to", {1, [](Need& n, W w) { n.dropoff = w.CommuneNamed(w[0]); }}},
    {"for", {1, [](Need& n, W w) { n.purpose = w[0]; }}},
    {"on", {2, [](Need& n, W w) { n.spans.push_back(SpanOn(w[0], w[1])); }}},
    {"needs", {1, [](Need& n, W w) { n.needs = List(w[0]); }}},
    {"knows", {1, [](Need& n, W w) { n.facts = KnownFacts(w[0]); }}},
    {"filed", {1, [](Need& n, W) { n.filed_by_prescriber = true; }}},
    {"passengers", {1, [](Need& n, W w) { n.passengers = Number(w[0]); }}},
    {"approval", {1, [](Need& n, W) { n.needs_approval = true; }}},
    {"minor", {1, [](Need& n, W) { n.minor_alone = true; }}},
    {"insurance", {1, [](Need& n, W w) { n.health_insurance_paid = OneOf(kPaid, w[0]); }}},
    {"excluding", {1, Exclude}},
    {"excluding-volunteers", {1, ExcludeVolunteers}},
    {"declined", {2, AddDecline}},
    {"widened", {1, [](Need& n, W w) { n.widened_in = Number(w[0]); }}},
    {"met", {2, AddAcquaintance}},
    {"task", {1, [](Need& n, W w) { n.task = w[0]; }}},
    {"mode", {1, [](Need& n, W w) { n.mode = w[0]; }}},
    {"driver", {1, [](Need& n, W) { n.driver_waits = true; }}},
    {"other-leg", {2, [](Need& n, W w) { n.other_leg = SpanOn(w[0], w[1]); }}},
    {"wished", {1, [](Need& n, W w) { n.wished_day = Date(w[0]); }}},
    {"child-seats", {1, [](Need& n, W w) { n.child_seats = ChildSeatsOf(w[0]); }}},
    {"sharing", {1, [](Need& n, W) { n.sharing_ok = true; }}},
    {"prefers", {1, [](Need& n, W w) { n.preferences = List(w[0]); }}},
};

}  // namespace

Need ReadNeed(const Words& line, const Communes& communes) {
  return ReadKeywords(Need{.kind = line[2]}, line, kGrammar, communes);
}

}  // namespace entraide::matcher
