// SPDX-License-Identifier: EUPL-1.2
#include "absl/strings/str_split.h"
#include "tests/matcher/text_fields.h"
#include "tests/matcher/text_lines.h"
#include "tests/matcher/text_world.h"

namespace entraide::matcher {
namespace {

Zone ZoneOf(const Arguments& words) {
  if (words[0] == "everywhere") return {.everywhere = true};
  return {.communes = words.CommunesNamed(words[0])};
}

void AddOpening(Offer& offer, const Arguments& words) {
  const std::vector<WeeklySlot> slots = Slots(words[0], words[1]);
  offer.schedule.slots.insert(offer.schedule.slots.end(), slots.begin(), slots.end());
}

void AddExceptionalOpening(Offer& offer, const Arguments& words) {
  DatedException opening = Closure(words[0]);
  for (const std::string& part : List(words[1])) opening.hours.push_back(Hours(part));
  offer.schedule.exceptions.push_back(opening);
}

void AddPrice(Offer& offer, const Arguments& words) {
  offer.fee = words[0] == "free" ? Fee::kFree : Fee::kPaid;
  if (offer.fee == Fee::kPaid) offer.prices.push_back(PriceOf(words[0]));
}

void AddCapacity(Offer& offer, const Arguments& words) {
  const size_t equals = words[0].find('=');
  const int available = Number(words[0].substr(equals + 1));
  offer.capacity.push_back({words[0].substr(0, equals), available, available});
}

void AddMaximum(Offer& offer, const Arguments& words) {
  const size_t equals = words[0].find('=');
  offer.capacity.push_back(
      {.unit = words[0].substr(0, equals), .maximum = Number(words[0].substr(equals + 1))});
}

// activity, or activity=2027-02-01
void AddApprovals(Offer& offer, const Arguments& words) {
  for (const std::string& text : List(words[0])) {
    const std::vector<std::string> parts = absl::StrSplit(text, '=');
    offer.approvals.push_back({.activity = parts[0]});
    if (parts.size() > 1) offer.approvals.back().valid_until = Date(parts[1]);
  }
}

const std::map<std::string, LegalMode> kLegalModes = {
    {"off", LegalMode::kOff}, {"warn", LegalMode::kWarn}, {"block", LegalMode::kBlock}};
const std::map<std::string, ZoneAppliesTo> kEnds = {{"pickup", ZoneAppliesTo::kPickup},
                                                    {"dropoff", ZoneAppliesTo::kDropoff},
                                                    {"both", ZoneAppliesTo::kBoth},
                                                    {"either", ZoneAppliesTo::kEither},
                                                    {"residence", ZoneAppliesTo::kResidence}};
const std::map<std::string, Listing> kListings = {{"published", Listing::kPublished},
                                                  {"suspended", Listing::kSuspended},
                                                  {"hidden", Listing::kHidden}};
const std::map<std::string, UpdateState> kUpdates = {{"current", UpdateState::kCurrent},
                                                     {"advised", UpdateState::kAdvised},
                                                     {"required", UpdateState::kRequired}};
const std::map<std::string, TriggeredBy> kTriggers = {
    {"residents", {true, false}}, {"professionals", {false, true}}, {"both", {true, true}}};
const std::map<std::string, Intake> kIntakes = {{"open", Intake::kOpen},
                                                {"waitlist", Intake::kWaitlist},
                                                {"assessment", Intake::kAssessment},
                                                {"closed", Intake::kClosed}};
const std::map<std::string, Membership> kMemberships = {{"at-first-use", Membership::kAtFirstUse},
                                                        {"before", Membership::kBefore}};

using W = const Arguments&;

const Grammar<Offer> kWhoAndWhere = {
    {"of", {1, [](Offer& o, W w) { o.organization.value = w[0]; }}},
    {"in", {1, [](Offer& o, W w) { o.organization_commune = w.CommuneNamed(w[0]); }}},
    {"serves", {1, [](Offer& o, W w) { o.zone = ZoneOf(w); }}},
    {"zone", {1, [](Offer& o, W w) { o.zone_applies_to = OneOf(kEnds, w[0]); }}},
    {"purposes", {1, [](Offer& o, W w) { o.purposes = List(w[0]); }}},
    {"listing", {1, [](Offer& o, W w) { o.listing = OneOf(kListings, w[0]); }}},
    {"until", {1, [](Offer& o, W w) { o.suspended_until = Date(w[0]); }}},
    {"update", {1, [](Offer& o, W w) { o.update = OneOf(kUpdates, w[0]); }}},
    {"for", {1, [](Offer& o, W w) { o.triggered_by = OneOf(kTriggers, w[0]); }}},
    {"eligible", {1, [](Offer& o, W w) { o.eligibility_rules = Rules(w[0]); }}},
    {"member", {1, [](Offer& o, W w) { o.membership = OneOf(kMemberships, w[0]); }}},
    {"minors", {1, [](Offer& o, W) { o.accepts_minor_alone = true; }}},
    {"approved", {1, AddApprovals}},
    {"dispatch", {1, [](Offer& o, W) { o.dispatch = Dispatch::kDirect; }}},
    {"papers", {1, [](Offer& o, W w) { o.volunteer_documents = List(w[0]); }}},
    {"legal", {1, [](Offer& o, W w) { o.legal_mode = OneOf(kLegalModes, w[0]); }}},
    {"modes", {1, [](Offer& o, W w) { o.modes = List(w[0]); }}},
    {"meets", {1, [](Offer& o, W w) { o.accommodations = List(w[0]); }}},
    {"shown", {1, [](Offer& o, W) { o.external = true; }}},
};

const Grammar<Offer> kWhenAndHowMuch = {
    {"open", {2, AddOpening}},
    {"opens", {2, AddExceptionalOpening}},
    {"closed", {1, [](Offer& o, W w) { o.schedule.exceptions.push_back(Closure(w[0])); }}},
    {"holidays", {1, [](Offer& o, W) { o.schedule.open_on_public_holidays = true; }}},
    {"notice", {1, [](Offer& o, W w) { o.booking_rule.min_notice_hours = Number(w[0]); }}},
    {"last",
     {2,
      [](Offer& o, W w) {
        o.booking_rule.last_moment = LastMoment{Number(w[0]), MinuteOfDay(w[1])};
      }}},
    {"horizon", {1, [](Offer& o, W w) { o.booking_rule.max_horizon_days = Number(w[0]); }}},
    {"counting", {1, [](Offer& o, W) { o.booking_rule.business_days_only = true; }}},
    {"intake", {1, [](Offer& o, W w) { o.intake = OneOf(kIntakes, w[0]); }}},
    {"left", {1, AddCapacity}},
    {"has", {1, AddMaximum}},
    {"as-of", {2, [](Offer& o, W w) { o.capacity.back().as_of = At(w[0] + " " + w[1]); }}},
    {"seats", {1, [](Offer& o, W w) { o.seats = Number(w[0]); }}},
    {"costs", {1, AddPrice}},
    {"asked", {2, [](Offer& o, W w) { o.record.last_asked = At(w[0] + " " + w[1]); }}},
    {"answers", {2, [](Offer& o, W w) { o.record.reactivity = ReactivityOf(w[0], w[1]); }}},
    {"alone-for", {1, [](Offer& o, W w) { o.record.tasks_only_it_serves = Number(w[0]); }}},
    {"quality", {1, [](Offer& o, W w) { o.quality_score = Decimal(w[0]); }}},
};

}  // namespace

Offer ReadOffer(const Words& line, const Communes& communes) {
  static const Grammar<Offer> kGrammar = [] {
    Grammar<Offer> all = kWhoAndWhere;
    all.insert(kWhenAndHowMuch.begin(), kWhenAndHowMuch.end());
    return all;
  }();
  Offer offer{.id = {line[1]}, .organization = {line[1]}, .kind = line[2]};
  return ReadKeywords(std::move(offer), line, kGrammar, communes);
}

}  // namespace entraide::matcher
