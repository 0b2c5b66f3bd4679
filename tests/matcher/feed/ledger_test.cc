// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/ledger.h"

#include <gmock/gmock.h>

#include <set>

#include "matcher/feed/keeper.h"
#include "tests/matcher/feed/world_text.h"
#include "tests/support/watched.h"

namespace entraide::matcher {
namespace {

using common::v1::WatchCommitmentsResponse;
using directory::v1::WatchOffersResponse;
using testing::ElementsAre;

constexpr int64_t kAccepted = 1'801'558'800;  // 2027-02-02 09:00 UTC
constexpr char kTakenAt[] = "made 2027-02-02T09:00:00+00:00";

// A leg at 10:00 on that day between two communes; `minutes` 0: as long as the way takes.
void AddLeg(WatchCommitmentsResponse& step, const std::string& from, const std::string& to,
            int minutes = 0) {
  common::v1::CommittedSpan& span = *step.mutable_commitment()->add_spans();
  span.mutable_start_time()->set_seconds(kAccepted + 3600);
  if (minutes > 0) span.mutable_end_time()->set_seconds(kAccepted + 3600 + 60 * minutes);
  span.set_from_commune(from);
  span.set_to_commune(to);
}

WatchOffersResponse AWay(const std::string& from, const std::string& to, int seconds) {
  WatchOffersResponse step;
  step.mutable_road_times()->set_first(true);
  directory::v1::RoadTimesFrom& row = *step.mutable_road_times()->add_rows();
  row.set_from(from);
  row.add_to(to);
  row.add_seconds(seconds);
  row.add_meters(0);
  return step;
}

// A snapshot of these.
template <typename Step>
std::vector<Step> Ended(std::vector<Step> steps) {
  steps.emplace_back().mutable_snapshot_end();
  return steps;
}

// What `o1`'s offer has taken on after these steps, in a directory that told `offer` and `more`.
std::vector<std::string> After(const std::vector<WatchCommitmentsResponse>& steps,
                               const WatchOffersResponse& offer,
                               const std::vector<WatchOffersResponse>& more = {}) {
  std::vector<WatchOffersResponse> told = ThreeCommunes();
  told.insert(told.end(), more.begin(), more.end());
  told.push_back(offer);
  Keeper keeper(TravelByGreatCircle({}), 1);
  keeper.Take({.steps = Ended(std::move(told))});
  keeper.Take(0, {.steps = Ended(steps)});
  std::vector<std::string> text = TextOf(keeper.live()->Current()->world);
  text.erase(text.begin());  // The offer.
  return text;
}

WatchOffersResponse ARideOffer() {
  return With(AWatchedOffer("o1", "volunteer-ride", {"62361"}), "vehicle", 2);
}
WatchOffersResponse ARepairOffer(const std::string& unit) {
  return With(AWatchedOffer("o1", "repair", {"62361"}), unit, 1);
}

TEST(Ledger, ALegLastsAsLongAsTheWayAndTakesWhatTheOfferCounts) {
  WatchCommitmentsResponse ride = AHolding("rides/1", "o1");
  AddLeg(ride, "62361", "62028");
  EXPECT_THAT(After({ride}, ARideOffer(), {AWay("62361", "62028", 1'500)}),
              ElementsAre(absl::StrCat("rides/1 takes vehicle 2027-02-02T10:00:00+00:00 to "
                                       "2027-02-02T10:25:00+00:00 ",
                                       kTakenAt, " from 62361 to 62028")));
}

TEST(Ledger, AVisitLastsAsLongAsItSays) {
  WatchCommitmentsResponse visit = AHolding("visits/1", "o1");
  AddLeg(visit, "", "", 90);
  EXPECT_THAT(After({visit}, ARepairOffer("helper-hour")),
              ElementsAre(absl::StrCat("visits/1 takes helper-hour 2027-02-02T10:00:00+00:00 to "
                                       "2027-02-02T11:30:00+00:00 ",
                                       kTakenAt, " from  to ")));
}

TEST(Ledger, WhatHasNoDateIsHeldUntilItIsReleased) {
  const WatchCommitmentsResponse job = AHolding("jobs/1", "o1");
  EXPECT_THAT(After({job}, ARepairOffer("place")),
              ElementsAre(absl::StrCat("jobs/1 takes place 2027-02-02T09:00:00+00:00 to "
                                       "infinite-future ",
                                       kTakenAt, " from  to ")));
  EXPECT_THAT(After({job, ARelease("jobs/1"), ARelease("jobs/2")}, ARepairOffer("place")),
              ElementsAre());
}

TEST(Ledger, WhatHasNoDateTakesOneOfTheHoursOfItsWeek) {
  EXPECT_THAT(After({AHolding("jobs/1", "o1")}, ARepairOffer("bay-hour")),
              ElementsAre(absl::StrCat("jobs/1 takes bay-hour 2027-02-02T09:00:00+00:00 to "
                                       "2027-02-02T10:00:00+00:00 ",
                                       kTakenAt, " from  to ")));
}

TEST(Ledger, KeepsTheLastWordOnARequest) {
  WatchCommitmentsResponse longer = AHolding("visits/1", "o1");
  AddLeg(longer, "", "", 120);
  WatchCommitmentsResponse visit = AHolding("visits/1", "o1");
  AddLeg(visit, "", "", 60);
  EXPECT_EQ(After({longer, visit}, ARepairOffer("place")), After({visit}, ARepairOffer("place")));
}

TEST(Ledger, LeavesOutWhatIsHeldByAnOfferThatIsNotPublished) {
  EXPECT_THAT(After({AHolding("jobs/1", "o2")}, ARepairOffer("place")), ElementsAre());
}

TEST(Ledger, WhatIsHeldFollowsWhatItsOfferBecomes) {
  Keeper keeper(TravelByGreatCircle({}), 1);
  keeper.Take({.steps = Ended(ThreeCommunes())});
  keeper.Take(0, {.steps = Ended<WatchCommitmentsResponse>({AHolding("jobs/1", "o1")})});
  const auto become = [&](const WatchOffersResponse& step) {
    keeper.Take({.kind = Told<WatchOffersResponse>::Kind::kChanges, .steps = {step}});
    std::vector<std::string> units;
    for (const Commitment* one : keeper.live()->Current()->world.CommitmentsFor("jobs/1")) {
      units.push_back(one->unit);
    }
    return units;
  };
  EXPECT_THAT(become(ARepairOffer("place")), ElementsAre("place"));
  EXPECT_THAT(become(ARepairOffer("bay-hour")), ElementsAre("bay-hour"));
  WatchOffersResponse removal;
  removal.set_removed_offer("organizations/o1/serviceOffers/s");
  EXPECT_THAT(become(removal), ElementsAre());
  EXPECT_THAT(become(ARepairOffer("place")), ElementsAre("place"));
}

TEST(Ledger, TouchesWhatItWasToldOnceAndWhatTheseOffersHold) {
  const std::set<std::string> offer = {"organizations/o1/serviceOffers/s"};
  Ledger ledger;
  ledger.Apply(AHolding("jobs/1", "o1"));
  ledger.Apply(AHolding("jobs/2", "o2"));
  EXPECT_THAT(ledger.TakeTouched({}), ElementsAre("jobs/1", "jobs/2"));
  EXPECT_THAT(ledger.TakeTouched({}), ElementsAre());
  EXPECT_THAT(ledger.TakeTouched(offer), ElementsAre("jobs/1"));
  ledger.Apply(AHolding("jobs/1", "o2"));
  EXPECT_THAT(ledger.TakeTouched(offer), ElementsAre("jobs/1"));
  EXPECT_THAT(ledger.TakeTouched(offer), ElementsAre()) << "it holds nothing any more";
}

TEST(Catalog, TouchesWhatItWasToldOnceAndEverythingOnAnotherLand) {
  Catalog catalog(TravelByGreatCircle({}));
  catalog.Apply(ARepairOffer("place"));
  catalog.LandNow();
  EXPECT_THAT(catalog.TakeTouched(), ElementsAre("organizations/o1/serviceOffers/s"));
  EXPECT_THAT(catalog.TakeTouched(), ElementsAre());
  catalog.Apply(AWay("62361", "62028", 1'500));
  catalog.LandNow();
  EXPECT_THAT(catalog.TakeTouched(), ElementsAre("organizations/o1/serviceOffers/s"));
}

TEST(Keeper, KnowsWhenCapacityWasCounted) {
  WatchOffersResponse offer = ARepairOffer("place");
  offer.mutable_offer()
      ->mutable_service_offer()
      ->mutable_capacity()
      ->mutable_as_of_time()
      ->set_seconds(kAccepted);
  Keeper keeper(TravelByGreatCircle({}), 0);
  keeper.Take({.steps = Ended<WatchOffersResponse>({offer})});
  EXPECT_THAT(TextOf(keeper.live()->Current()->world),
              ElementsAre("repair organizations/o1/serviceOffers/s place=1 as of "
                          "2027-02-02T09:00:00+00:00"));
}

}  // namespace
}  // namespace entraide::matcher
