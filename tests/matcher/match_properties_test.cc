// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "matcher/engine/match.h"
#include "matcher/engine/travel.h"
#include "tests/matcher/text_fields.h"
#include "tests/matcher/text_world.h"

// What holds of every world, whatever is in it.
namespace entraide::matcher {
namespace {

constexpr int kCommuneCount = 6;

template <typename T>
std::vector<T> SomeOf(std::vector<T> all) {
  std::vector<T> some;
  for (T& one : all) {
    if (*rc::gen::arbitrary<bool>()) some.push_back(std::move(one));
  }
  return some;
}

template <typename T>
T OneIn(std::vector<T> all) {
  return *rc::gen::elementOf(std::move(all));
}

std::vector<CommuneIndex> AllCommunes() {
  std::vector<CommuneIndex> all;
  for (int i = 0; i < kCommuneCount; ++i) all.push_back(CommuneIndex{i});
  return all;
}

Communes SomeCommunes() {
  std::vector<Commune> communes;
  for (int i = 0; i < kCommuneCount; ++i) {
    communes.push_back({.insee_code = absl::StrCat("6200", i),
                        .latitude_deg = 50.3 + 0.03 * (i % 3),
                        .longitude_deg = 2.1 + 0.05 * (i / 3)});
  }
  return Communes(std::move(communes));
}

Offer AnOffer(int number) {
  Offer offer{.id = {absl::StrCat("offer-", number)}, .organization = {"org"}};
  offer.kind = OneIn<std::string>({"volunteer-ride", "shared-ride", "meal"});
  offer.organization_commune = OneIn(AllCommunes());
  offer.zone = {.everywhere = OneIn<bool>({true, false, false}), .communes = SomeOf(AllCommunes())};
  offer.zone_applies_to =
      OneIn<ZoneAppliesTo>({ZoneAppliesTo::kPickup, ZoneAppliesTo::kBoth, ZoneAppliesTo::kEither});
  offer.purposes = SomeOf<std::string>({"health", "work"});
  offer.accommodations = SomeOf<std::string>({"oxygen", "hearing", "luggage"});
  offer.eligibility_rules =
      SomeOf(std::vector<ConditionGroup>(Rules("low-income=yes+licence!=b,job-seeker=yes")));
  offer.booking_rule.min_notice_hours = OneIn<int>({0, 24, 72});
  offer.seats = OneIn<int>({1, 3, 8});
  offer.fee = OneIn<Fee>({Fee::kFree, Fee::kPaid, Fee::kUnknown});
  offer.prices = {{Price::Unit::kPerKilometer, OneIn<int>({10, 30})}};
  offer.quality_score = OneIn<double>({0.1, 0.5, 1.0});
  offer.dispatch = OneIn<Dispatch>({Dispatch::kStaff, Dispatch::kDirect});
  offer.volunteer_documents = SomeOf<std::string>({"id"});
  return offer;
}

std::vector<Offer> SomeOffers() {
  std::vector<Offer> offers;
  const int count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) offers.push_back(AnOffer(i));
  return offers;
}

Volunteer AVolunteer(int number) {
  Volunteer volunteer{.id = {absl::StrCat("volunteer-", number)}};
  volunteer.admissions = {
      {{"org"}, OneIn<Admission::State>({Admission::State::kAccepted, Admission::State::kEnded})}};
  volunteer.home = OneIn(AllCommunes());
  volunteer.communes = SomeOf(AllCommunes());
  volunteer.availability.weekly = SomeOf(Slots("fri-sun", "08:00-10:30,10:30-12:00"));
  volunteer.documents = SomeOf<Document>({{"id", absl::CivilDay(2027, 1, 30)}});
  volunteer.car = Car{.seats = OneIn<int>({1, 3})};
  volunteer.skills = SomeOf<std::string>({"oxygen", "hearing"});
  volunteer.limits.max_trips_per_week = OneIn<int>({1, 2});
  volunteer.wish_per_30_days = OneIn<int>({1, 4});
  volunteer.record.last_asked =
      OneIn<std::optional<absl::Time>>({std::nullopt, At("2027-01-20 09:00")});
  return volunteer;
}

std::vector<Volunteer> SomeVolunteers() {
  std::vector<Volunteer> volunteers;
  const int count = *rc::gen::inRange(0, 5);
  for (int i = 0; i < count; ++i) volunteers.push_back(AVolunteer(i));
  return volunteers;
}

std::vector<Commitment> SomeCommitments() {
  std::vector<Commitment> commitments;
  for (int i = 0; i < 3; ++i) {
    const int hour = *rc::gen::inRange(7, 12);
    const int volunteer = *rc::gen::inRange(0, 5);
    commitments.push_back({.task = absl::StrCat("task-", i),
                           .offer = {"offer-0"},
                           .volunteer = VolunteerId{absl::StrCat("volunteer-", volunteer)},
                           .span = SpanOn("2027-01-30", absl::StrCat(hour, ":00-", hour, ":30")),
                           .from = OneIn(AllCommunes()),
                           .to = OneIn(AllCommunes())});
  }
  return commitments;
}

Need ANeed() {
  Need need{.kind = OneIn<std::string>({"volunteer-ride", "shared-ride", "meal", "repair"})};
  need.purpose = OneIn<std::string>({"", "health", "work"});
  need.residence = OneIn(AllCommunes());
  need.dropoff = OneIn<std::optional<CommuneIndex>>({std::nullopt, CommuneIndex{1}});
  need.spans = SomeOf<Span>({SpanOn("2027-01-30", "09:00-10:00")});
  need.needs = SomeOf<std::string>({"oxygen", "hearing", "luggage"});
  if (*rc::gen::arbitrary<bool>()) need.facts["low-income"] = {OneIn<std::string>({"yes", "no"})};
  need.passengers = OneIn<int>({1, 2, 4});
  return need;
}

template <typename T>
std::vector<T> Shuffled(const std::vector<T>& items) {
  std::vector<T> shuffled;
  for (const T& item : items) {
    const size_t place = *rc::gen::inRange<size_t>(0, shuffled.size() + 1);
    shuffled.insert(shuffled.begin() + static_cast<std::ptrdiff_t>(place), item);
  }
  return shuffled;
}

std::vector<Offer> ShuffledInsideToo(std::vector<Offer> offers) {
  for (Offer& offer : offers) {
    offer.zone.communes = Shuffled(offer.zone.communes);
    offer.purposes = Shuffled(offer.purposes);
    offer.accommodations = Shuffled(offer.accommodations);
    offer.eligibility_rules = Shuffled(offer.eligibility_rules);
  }
  return Shuffled(offers);
}

Territory SomeTerritory() {
  return {.communes = SomeCommunes(),
          .offers = SomeOffers(),
          .volunteers = SomeVolunteers(),
          .commitments = SomeCommitments(),
          .time_zone = Paris()};
}

Territory ShuffledAll(const Territory& territory) {
  Territory other = territory;
  other.offers = ShuffledInsideToo(territory.offers);
  other.volunteers = Shuffled(territory.volunteers);
  other.commitments = Shuffled(territory.commitments);
  for (Volunteer& volunteer : other.volunteers) {
    volunteer.communes = Shuffled(volunteer.communes);
    volunteer.availability.weekly = Shuffled(volunteer.availability.weekly);
  }
  return other;
}

std::string Written(const std::vector<Candidate>& candidates) {
  std::string text;
  for (const Candidate& candidate : candidates) {
    absl::StrAppend(&text, candidate.offer.value, " ",
                    candidate.volunteer.value_or(VolunteerId{}).value, " ", candidate.score,
                    " waits for ", absl::StrJoin(candidate.missing_facts, ","));
    for (const Term& term : candidate.terms) absl::StrAppend(&text, " ", term.name, term.value);
    absl::StrAppend(&text, "\n");
  }
  return text;
}

std::string Written(const MatchResult& result) {
  std::string text = absl::StrCat(Written(result.candidates), "-\n", Written(result.conditional));
  if (result.blocking_rule.has_value()) absl::StrAppend(&text, Code(*result.blocking_rule), "\n");
  for (const RefusalCount& refusal : result.refusals) {
    absl::StrAppend(&text, Code(refusal.rule), refusal.count, " ", refusal.volunteer_count, "\n");
  }
  for (const Question& question : result.questions) absl::StrAppend(&text, question.fact, "?\n");
  for (const NearMiss& miss : result.near_misses) {
    absl::StrAppend(&text, "nearly ", miss.offer.value, Code(miss.rule), miss.change.index(), "\n");
  }
  for (const Substitute& other : result.substitutes) {
    absl::StrAppend(&text, "or ", other.kind, " ", Written({other.candidate}));
  }
  return text;
}

RC_GTEST_PROP(MatchProperty, AnswersTheSameWhateverTheOrderOfTheWorld, ()) {
  const Territory territory = SomeTerritory();
  const Need need = ANeed();
  const absl::Time now = At("2027-01-28 10:00");
  const std::string first = Written(Match(World(territory), need, now));
  const std::string second = Written(Match(World(ShuffledAll(territory)), need, now));
  RC_ASSERT(first == second);
}

RC_GTEST_PROP(MatchProperty, RanksInATotalOrderWithScoresInBounds, ()) {
  const World world(SomeTerritory());
  const MatchResult result = Match(world, ANeed(), At("2027-01-28 10:00"));
  for (const Candidate& candidate : result.candidates) {
    RC_ASSERT(candidate.score >= 0 && candidate.score <= 10'000);
  }
  for (size_t i = 1; i < result.candidates.size(); ++i) {
    const Candidate& before = result.candidates[i - 1];
    const Candidate& after = result.candidates[i];
    RC_ASSERT(std::tuple(-before.score, before.last_asked, before.offer, before.volunteer) <
              std::tuple(-after.score, after.last_asked, after.offer, after.volunteer));
  }
}

RC_GTEST_PROP(MatchProperty, AccountsForEveryOfferOfTheKind, ()) {
  const World world(SomeTerritory());
  const Need need = ANeed();
  const MatchResult result = Match(world, need, At("2027-01-28 10:00"));
  std::set<OfferId> admitted;
  for (const Candidate& candidate : result.candidates) admitted.insert(candidate.offer);
  for (const Candidate& candidate : result.conditional) admitted.insert(candidate.offer);
  size_t counted = admitted.size();
  RC_ASSERT(result.blocking_rule.has_value() == (counted == 0));
  for (const RefusalCount& refusal : result.refusals) {
    counted += static_cast<size_t>(refusal.count);
  }
  RC_ASSERT(counted == world.OffersOfKind(need.kind).size());
}

}  // namespace
}  // namespace entraide::matcher
