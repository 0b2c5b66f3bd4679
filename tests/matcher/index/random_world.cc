// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/index/random_world.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "matcher/engine/travel.h"
#include "tests/matcher/text_fields.h"
#include "tests/matcher/text_world.h"

namespace entraide::matcher::index {
namespace {

using Texts = std::vector<std::string>;

const Texts kKinds = {"volunteer-ride", "repair", "meal", "childcare", "mobility-advice"};
const Texts kPurposes = {"health", "work", "shopping", "car"};
const Texts kWords = {"oxygen", "wheelchair-seated", "hearing", "luggage", "memory"};
const Texts kDates = {"2027-01-29", "2027-01-30", "2027-02-01", "2027-03-28", "2027-03-29"};
const Texts kHours = {"00:00-24:00", "08:00-12:00", "12:00-14:00", "08:30-12:00",
                      "14:00-18:00", "09:00-09:15", "18:00-24:00", "00:00-06:00"};
const Texts kFacts = {"low-income", "licence", "age-band"};
const Texts kValues = {"yes", "no", "b"};

// All that lies within some minutes of `home` now and then, so that it becomes a reach.
Zone ZoneAround(Random& random, const Communes& communes, std::optional<CommuneIndex> home) {
  const Travel travel = TravelByGreatCircle({});
  Zone zone{.everywhere = random.Chance(10)};
  if (home.has_value() && random.Chance(50)) {
    const absl::Duration reach = absl::Minutes(random.OneOf<int>({3, 4, 5, 8, 12, 25}));
    for (const CommuneIndex commune : communes.Indices()) {
      if (travel.Between(communes, *home, commune).duration <= reach) {
        zone.communes.push_back(commune);
      }
    }
  } else {
    zone.communes = random.SomeOf(communes.Indices(), random.OneOf<int>({0, 30, 60, 100}));
  }
  return zone;
}

std::vector<ConditionGroup> SomeRules(Random& random) {
  std::vector<ConditionGroup> groups;
  const int count = random.OneOf<int>({0, 0, 1, 1, 2});
  for (int i = 0; i < count; ++i) {
    ConditionGroup& group = groups.emplace_back();
    for (const std::string& fact : random.SomeOf(kFacts, 40)) {
      group.push_back(
          {fact, random.OneOf<Condition::Op>({Condition::Op::kIsAnyOf, Condition::Op::kIsNoneOf}),
           random.SomeOf(kValues, 50)});
    }
  }
  return groups;
}

Schedule SomeSchedule(Random& random) {
  Schedule schedule{.open_on_public_holidays = random.Chance(30)};
  const int slots = random.OneOf<int>({0, 1, 5, 10});
  for (int i = 0; i < slots; ++i) {
    schedule.slots.push_back(
        {static_cast<absl::Weekday>(random.Below(7)), Hours(random.OneOf(kHours))});
  }
  if (random.Chance(3)) schedule.slots.push_back({absl::Weekday::friday, {22 * 60, 26 * 60}});
  if (random.Chance(15)) {
    DatedException dated = Closure(random.OneOf(kDates));
    if (random.Chance(50)) dated.hours = {Hours(random.OneOf(kHours))};
    schedule.exceptions.push_back(dated);
  }
  return schedule;
}

BookingRule SomeBookingRule(Random& random) {
  BookingRule rule{.business_days_only = random.Chance(20)};
  if (random.Chance(40)) rule.min_notice_hours = random.OneOf<int>({0, 23, 24, 48});
  if (random.Chance(15)) rule.last_moment = LastMoment{random.Below(3), 10 * 60};
  if (random.Chance(15)) rule.max_horizon_days = random.OneOf<int>({0, 1, 3, 60});
  return rule;
}

void AddWho(Random& random, Offer& offer) {
  offer.listing =
      random.OneOf<Listing>({Listing::kPublished, Listing::kPublished, Listing::kPublished,
                             Listing::kSuspended, Listing::kHidden});
  if (random.Chance(50)) offer.suspended_until = Date(random.OneOf(kDates));
  if (random.Chance(5)) offer.update = UpdateState::kRequired;
  if (random.Chance(30)) {
    offer.approvals = {{.activity = "dependent-person", .valid_until = Date(random.OneOf(kDates))}};
  }
  offer.triggered_by = {random.Chance(70), random.Chance(30)};
  offer.eligibility_rules = SomeRules(random);
  offer.membership = random.OneOf<Membership>(
      {Membership::kNone, Membership::kNone, Membership::kAtFirstUse, Membership::kBefore});
  offer.accepts_minor_alone = random.Chance(60);
  offer.purposes = random.SomeOf(kPurposes, random.OneOf<int>({0, 50}));
}

void AddHowMuch(Random& random, Offer& offer) {
  offer.intake = random.OneOf<Intake>({Intake::kOpen, Intake::kOpen, Intake::kOpen,
                                       Intake::kWaitlist, Intake::kAssessment, Intake::kClosed});
  if (random.Chance(40)) offer.capacity.push_back({"place", 3, random.Below(3)});
  if (random.Chance(20)) offer.capacity.push_back({"vehicle", random.Below(3)});
  if (random.Chance(10)) offer.capacity.push_back({"bay-hour", 2 + random.Below(3)});
  if (random.Chance(50)) offer.seats = random.Below(5);
  offer.fee = random.OneOf<Fee>({Fee::kFree, Fee::kPaid, Fee::kPaid, Fee::kUnknown});
  for (const std::string& price :
       random.SomeOf<std::string>({"100/flat", "30/km", "900/hour"}, 40)) {
    offer.prices.push_back(PriceOf(price));
  }
  if (random.Chance(70)) offer.quality_score = 0.25 * random.Below(6);
  offer.external = random.Chance(20);
}

void AddWhatIsRemembered(Random& random, Offer& offer) {
  if (random.Chance(50)) offer.record.last_asked = At(random.OneOf(kDates) + " 09:00");
  if (random.Chance(50)) offer.record.reactivity = {.asked = 2, .answered = 1 + random.Below(2)};
  if (random.Chance(20)) offer.record.tasks_only_it_serves = random.Below(7);
}

std::vector<Span> SomeSpans(Random& random) {
  std::vector<Span> spans;
  const int count = random.OneOf<int>({0, 1, 1, 1, 2});
  for (int i = 0; i < count; ++i) {
    spans.push_back(SpanOn(random.OneOf(kDates), random.OneOf(kHours)));
    if (random.Chance(15)) spans.back().start += absl::Seconds(random.Below(120));
    if (random.Chance(10)) spans.back().end += absl::Hours(random.OneOf<int>({1, 24, 72}));
    if (random.Chance(5)) spans.back().end -= absl::Nanoseconds(1);
  }
  return spans;
}

Facts SomeFacts(Random& random) {
  Facts facts;
  for (const std::string& fact : random.SomeOf(kFacts, 60)) {
    facts[fact] = random.SomeOf<std::string>({"yes", "no", "b", "unheard-of"},
                                             random.OneOf<int>({0, 20, 40}));
  }
  if (random.Chance(40)) facts["member-of"] = {"organization-1"};
  return facts;
}

}  // namespace

Communes RandomCommunes(Random& random, int count) {
  std::vector<Commune> communes;
  for (int i = 0; i < count; ++i) {
    communes.push_back({.insee_code = absl::StrCat(62000 + i),
                        .latitude_deg = 50.3 + 0.02 * random.Below(12),
                        .longitude_deg = 2.1 + 0.04 * random.Below(12)});
    // Some farther than any table reaches.
    if (random.Chance(5)) communes.back().latitude_deg += 2;
  }
  return Communes(std::move(communes));
}

std::string RandomKind(Random& random) { return random.OneOf(kKinds); }

Volunteer RandomVolunteer(Random& random, const Communes& communes, int number) {
  Volunteer volunteer{
      .id = {absl::StrCat("volunteer-", number)},
      .admissions = {{{absl::StrCat("organization-", random.Below(3))},
                      random.OneOf<Admission::State>(
                          {Admission::State::kAccepted, Admission::State::kPending})}}};
  volunteer.home = random.OneOf(communes.Indices());
  volunteer.car = Car{.seats = random.Below(5)};
  return volunteer;
}

Commitment RandomCommitment(Random& random, int number) {
  return {.task = absl::StrCat("task-", number),
          .offer = {absl::StrCat("offer-", random.Below(12))},
          .volunteer = VolunteerId{absl::StrCat("volunteer-", random.Below(4))},
          .unit = random.OneOf<std::string>({"place", "vehicle", "bay-hour"}),
          .span = SpanOn(random.OneOf(kDates), random.OneOf(kHours))};
}

Offer RandomOffer(Random& random, const Communes& communes, const std::string& usual_kind,
                  int number) {
  Offer offer{.id = {absl::StrCat("offer-", number)},
              .organization = {absl::StrCat("organization-", random.Below(3))},
              .kind = random.Chance(70) ? usual_kind : random.OneOf(kKinds)};
  if (random.Chance(85)) offer.organization_commune = random.OneOf(communes.Indices());
  offer.zone = ZoneAround(random, communes, offer.organization_commune);
  offer.zone_applies_to = random.OneOf<ZoneAppliesTo>(
      {ZoneAppliesTo::kPickup, ZoneAppliesTo::kPickup, ZoneAppliesTo::kResidence,
       ZoneAppliesTo::kResidence, ZoneAppliesTo::kDropoff, ZoneAppliesTo::kBoth,
       ZoneAppliesTo::kEither});
  // Few pass every rule at once if each has many.
  if (random.Chance(50)) AddWho(random, offer);
  if (random.Chance(60)) AddHowMuch(random, offer);
  if (random.Chance(60)) offer.schedule = SomeSchedule(random);
  if (random.Chance(50)) offer.booking_rule = SomeBookingRule(random);
  if (random.Chance(70)) offer.accommodations = random.SomeOf(kWords, 80);
  if (random.Chance(30)) AddWhatIsRemembered(random, offer);
  if (random.Chance(5)) offer.legal_mode = LegalMode::kBlock;
  if (random.Chance(5)) offer.modes = {"benevole"};
  return offer;
}

World RandomWorld(Random& random, const Size& size) {
  Communes communes = RandomCommunes(random, 1 + random.Below(size.communes));
  std::vector<Offer> offers;
  const std::string usual_kind = RandomKind(random);
  const int count = random.Below(size.offers + 1);
  for (int i = 0; i < count; ++i) offers.push_back(RandomOffer(random, communes, usual_kind, i));
  std::vector<Volunteer> volunteers;
  std::vector<Commitment> commitments;
  for (int i = 0; i < 4; ++i) volunteers.push_back(RandomVolunteer(random, communes, i));
  for (int i = random.OneOf<int>({0, 0, 8}); i > 0; --i) {
    commitments.push_back(RandomCommitment(random, i));
  }
  if (!offers.empty() && random.Chance(10)) offers.front().dispatch = Dispatch::kDirect;
  return World(matcher::Territory{.communes = std::move(communes),
                                  .offers = std::move(offers),
                                  .volunteers = std::move(volunteers),
                                  .commitments = std::move(commitments),
                                  .time_zone = Paris()});
}

Need RandomNeed(Random& random, const World& world) {
  const std::vector<CommuneIndex> communes = world.communes().Indices();
  Need need{.kind = random.Chance(95) ? random.OneOf(kKinds) : "vehicle-loan",
            .purpose = random.OneOf<std::string>({"", "health", "work", "work"}),
            .residence = random.OneOf(communes),
            .health_insurance_paid = HealthInsurancePaid::kNo};
  const std::vector<absl::string_view> offered = world.Kinds();
  if (!offered.empty() && random.Chance(80)) need.kind = std::string(random.OneOf(offered));
  if (random.Chance(70)) need.spans = SomeSpans(random);
  if (random.Chance(60)) need.facts = SomeFacts(random);
  if (random.Chance(60)) need.pickup = random.OneOf(communes);
  if (random.Chance(60)) need.dropoff = random.OneOf(communes);
  if (random.Chance(40)) need.needs = random.SomeOf(kWords, 30);
  if (random.Chance(40)) need.passengers = random.OneOf<int>({0, 2, 2, 4, 8, 9});
  if (random.Chance(10)) need.purpose = "unheard-of";
  if (random.Chance(8)) need.needs.push_back(random.OneOf<std::string>({"hearing", "unheard-of"}));
  if (random.Chance(20)) need.excluded_offers = {{"offer-1"}, {"offer-404"}};
  if (random.Chance(10)) {
    need.health_insurance_paid = random.OneOf<HealthInsurancePaid>(
        {HealthInsurancePaid::kUnknown, HealthInsurancePaid::kYes});
  }
  if (random.Chance(10)) need.declines = {{{"offer-2"}, {}, 1}, {{"offer-3"}, {}, 2}};
  if (random.Chance(50)) need.widened_in = 2;
  if (random.Chance(5)) need.mode = random.OneOf<std::string>({"benevole", "prestataire"});
  if (random.Chance(10)) need.preferences = {"cards", "hearing"};
  if (random.Chance(10)) {
    need.acquaintances = {
        {.organization = {"organization-1"}, .last_time = At("2027-01-02 09:00")}};
  }
  if (random.Chance(10)) need.driver_waits = true;
  if (random.Chance(10)) need.wished_day = Date(random.OneOf(kDates));
  need.filed_by_prescriber = random.Chance(40);
  need.minor_alone = random.Chance(15);
  need.needs_approval = random.Chance(15);
  return need;
}

absl::Time RandomNow(Random& random) {
  return At(random.OneOf<std::string>({"2027-01-28 10:00", "2027-01-28 08:00", "2027-01-29 09:00",
                                       "2027-01-27 00:00", "2027-01-26 12:00"})) +
         absl::Seconds(random.OneOf<int>({0, 0, 1, -1}));
}

}  // namespace entraide::matcher::index
