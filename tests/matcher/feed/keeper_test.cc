// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/keeper.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "matcher/feed/card.h"
#include "tests/matcher/feed/world_text.h"

namespace entraide::matcher {
namespace {

using directory::v1::WatchOffersResponse;

WatchOffersResponse ACommune(const std::string& code, const std::string& name) {
  WatchOffersResponse step;
  directory::v1::Commune& commune = *step.mutable_commune();
  commune.set_insee_code(code);
  commune.set_display_name(name);
  commune.set_epci_siren("200069672");
  commune.set_epci_display_name("CC du Ternois");
  commune.set_latitude_deg(50.4);
  commune.set_longitude_deg(2.3);
  return step;
}

WatchOffersResponse AnOffer(const std::string& name, const std::vector<std::string>& communes) {
  WatchOffersResponse step;
  directory::v1::WatchedOffer& offer = *step.mutable_offer();
  offer.mutable_service_offer()->set_name(name);
  offer.mutable_service_offer()->set_kind("repair");
  offer.mutable_organization()->set_name("organizations/garage");
  offer.mutable_organization()->set_display_name("Garage");
  offer.mutable_organization()->set_commune("62050");
  for (const std::string& code : communes) offer.add_communes(code);
  return step;
}

WatchOffersResponse ARemoval(const std::string& name) {
  WatchOffersResponse step;
  step.set_removed_offer(name);
  return step;
}

// One way in a message; `first` voids those told before.
WatchOffersResponse AWay(const std::string& from, const std::string& to, int seconds,
                         bool first = true) {
  WatchOffersResponse step;
  step.mutable_road_times()->set_first(first);
  directory::v1::RoadTimesFrom& row = *step.mutable_road_times()->add_rows();
  row.set_from(from);
  row.add_to(to);
  row.add_seconds(seconds);
  row.add_meters(0);
  return step;
}

absl::Duration Between(const live::Version& version, const std::string& from,
                       const std::string& to) {
  const Communes& communes = version.world.communes();
  return version.world.RouteBetween(*communes.Find(from), *communes.Find(to)).duration;
}

// Tells `steps` as what belongs together, of no trade at all.
void Tell(Keeper& keeper, const std::vector<WatchOffersResponse>& steps) {
  keeper.Take({.kind = Told<WatchOffersResponse>::Kind::kChanges, .steps = steps});
}

void TellSnapshot(Keeper& keeper, std::vector<WatchOffersResponse> steps) {
  steps.emplace_back().mutable_snapshot_end();
  keeper.Take({.kind = Told<WatchOffersResponse>::Kind::kSnapshot, .steps = std::move(steps)});
}

// The same whether `steps` are one snapshot or changes to an empty one.
std::shared_ptr<const live::Version> After(const std::vector<WatchOffersResponse>& steps) {
  Keeper keeper(TravelByGreatCircle({}), 0);
  TellSnapshot(keeper, {});
  for (const WatchOffersResponse& step : steps) Tell(keeper, {step});
  Keeper anew(TravelByGreatCircle({}), 0);
  TellSnapshot(anew, steps);
  EXPECT_EQ(TextOf(keeper.live()->Current()->world), TextOf(anew.live()->Current()->world));
  return keeper.live()->Current();
}

bool Serves(const live::Version& version, const std::string& offer, const std::string& code) {
  const Offer* found = version.world.FindOffer({offer});
  const auto commune = version.world.communes().Find(code);
  return found != nullptr && commune.has_value() && Holds(found->zone, *commune);
}

TEST(Keeper, ServesTheCommunesOfTheZoneAndNoOther) {
  const auto version = After({ACommune("62361", "Frévent"), ACommune("62050", "Auchy-lès-Hesdin"),
                              AnOffer("o1", {"62361"})});
  EXPECT_TRUE(Serves(*version, "o1", "62361"));
  EXPECT_FALSE(Serves(*version, "o1", "62050")) << "where it stands says nothing of whom it serves";
}

TEST(Keeper, BuildsTheSameWhateverTheOrderOfTheSteps) {
  const auto version = After({AnOffer("o1", {"62361"}), ACommune("62361", "Frévent")});
  EXPECT_TRUE(Serves(*version, "o1", "62361"));
}

TEST(Keeper, ForgetsAnOfferThatIsNoLongerPublished) {
  const auto version = After(
      {ACommune("62361", "Frévent"), AnOffer("o1", {"62361"}), ARemoval("o1"), ARemoval("o2")});
  EXPECT_FALSE(Serves(*version, "o1", "62361"));
}

TEST(Keeper, KeepsTheLastWordOnAnOffer) {
  const auto version =
      After({ACommune("62361", "Frévent"), AnOffer("o1", {}), AnOffer("o1", {"62361"})});
  EXPECT_TRUE(Serves(*version, "o1", "62361"));
}

TEST(Keeper, AnEmptyZoneServesNobody) {
  const auto version = After({ACommune("62361", "Frévent"), AnOffer("o1", {})});
  EXPECT_FALSE(Serves(*version, "o1", "62361"));
}

TEST(Keeper, TakesTravelTimesInPlaceOfThoseBefore) {
  Keeper keeper(TravelByGreatCircle({}), 0);
  const auto told = [&](const WatchOffersResponse& step) {
    Tell(keeper, {step});
    return keeper.live()->Current();
  };
  TellSnapshot(keeper, {ACommune("62361", "Frévent")});
  const absl::Duration near = absl::Minutes(4);  // All communes here are in one place.
  EXPECT_EQ(Between(*told(ACommune("62050", "Auchy")), "62361", "62050"), near);
  EXPECT_EQ(Between(*told(AWay("62361", "62050", 1'500)), "62361", "62050"), absl::Minutes(25));
  const auto both = told(AWay("62050", "62361", 1'560, false));
  EXPECT_EQ(Between(*both, "62361", "62050"), absl::Minutes(25));
  EXPECT_EQ(Between(*both, "62050", "62361"), absl::Minutes(26));
  const auto other = told(AWay("62050", "62361", 1'620));
  EXPECT_EQ(Between(*other, "62361", "62050"), near);
  EXPECT_EQ(Between(*other, "62050", "62361"), absl::Minutes(27));
}

TEST(Keeper, KeepsTravelTimesOfCommunesThatAreYetToCome) {
  const auto version = After({AWay("62361", "62050", 1'500), ACommune("62361", "Frévent"),
                              ACommune("62050", "Auchy-lès-Hesdin")});
  EXPECT_EQ(Between(*version, "62361", "62050"), absl::Minutes(25));
}

TEST(Keeper, ForgetsTravelTimesWithEverythingElse) {
  Keeper keeper(TravelByGreatCircle({}), 0);
  TellSnapshot(keeper, {AWay("62361", "62050", 1'500), AnOffer("o1", {})});
  TellSnapshot(keeper, {ACommune("62361", "Frévent"), ACommune("62050", "Auchy-lès-Hesdin")});
  EXPECT_EQ(Between(*keeper.live()->Current(), "62361", "62050"), absl::Minutes(4));
  EXPECT_EQ(keeper.live()->Current()->world.FindOffer({"o1"}), nullptr);
}

TEST(Keeper, WhatIsToldTogetherIsSeenTogether) {
  Keeper keeper(TravelByGreatCircle({}), 0);
  TellSnapshot(keeper, {ACommune("62361", "Frévent"), AnOffer("o1", {"62361"})});
  const auto before = keeper.live()->Current();
  Tell(keeper, {ARemoval("o1"), AnOffer("o2", {"62361"})});
  const auto after = keeper.live()->Current();
  EXPECT_EQ(after->change, before->change + 1);
  EXPECT_TRUE(Serves(*before, "o1", "62361") && !Serves(*before, "o2", "62361"));
  EXPECT_TRUE(Serves(*after, "o2", "62361") && !Serves(*after, "o1", "62361"));
}

TEST(Keeper, AChangeOfAnOfferCostsNoOtherTerritory) {
  Keeper keeper(TravelByGreatCircle({}), 0);
  TellSnapshot(keeper, {ACommune("62361", "Frévent"), AnOffer("o1", {"62361"})});
  const auto live = keeper.live();
  Tell(keeper, {AnOffer("o2", {"62361"})});
  EXPECT_EQ(keeper.live(), live);
  Tell(keeper, {ACommune("62050", "Auchy-lès-Hesdin")});
  EXPECT_NE(keeper.live(), live) << "what is indexed counts communes otherwise";
}

TEST(Keeper, SaysPricesInWords) {
  WatchOffersResponse step = AnOffer("o1", {});
  directory::v1::Price& price = *step.mutable_offer()->mutable_service_offer()->add_prices();
  price.set_unit("per-hour");
  price.set_amount_cents(3505);
  price.set_condition("main-d'œuvre");
  const auto version = After({step});
  EXPECT_THAT(version->world.FindOffer({"o1"})->card->price_texts,
              testing::ElementsAre("35,05 € de l'heure (main-d'œuvre)"));
}

}  // namespace
}  // namespace entraide::matcher
