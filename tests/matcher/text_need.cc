// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/text_fields.h"
#include "tests/matcher/text_lines.h"

namespace entraide::matcher {
namespace {

void Exclude(Need& need, const Arguments& words) {
  for (const std::string& offer : List(words[0])) need.excluded_offers.push_back({offer});
}

const std::map<std::string, HealthInsurancePaid> kPaid = {{"yes", HealthInsurancePaid::kYes},
                                                          {"no", HealthInsurancePaid::kNo}};

using W = const Arguments&;

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
};

}  // namespace

Need ReadNeed(const Words& line, const Communes& communes) {
  return ReadKeywords(Need{.kind = line[2]}, line, kGrammar, communes);
}

}  // namespace entraide::matcher
