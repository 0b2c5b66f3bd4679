// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/catalog.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

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

absl::Duration Between(const View& view, const std::string& from, const std::string& to) {
  const Communes& communes = view.world.communes();
  return view.world.RouteBetween(*communes.Find(from), *communes.Find(to)).duration;
}

std::shared_ptr<const View> After(const std::vector<WatchOffersResponse>& steps) {
  Catalog catalog(TravelByGreatCircle({}));
  for (const WatchOffersResponse& step : steps) catalog.Apply(step);
  return catalog.Build({});
}

bool Serves(const View& view, const std::string& offer, const std::string& code) {
  const Offer* found = view.world.FindOffer({offer});
  const auto commune = view.world.communes().Find(code);
  return found != nullptr && commune.has_value() && Holds(found->zone, *commune);
}

TEST(Catalog, ServesTheCommunesOfTheZoneAndNoOther) {
  const auto view = After({ACommune("62361", "Frévent"), ACommune("62050", "Auchy-lès-Hesdin"),
                           AnOffer("o1", {"62361"})});
  EXPECT_TRUE(Serves(*view, "o1", "62361"));
  EXPECT_FALSE(Serves(*view, "o1", "62050")) << "where it stands says nothing of whom it serves";
}

TEST(Catalog, BuildsTheSameWhateverTheOrderOfTheSteps) {
  const auto view = After({AnOffer("o1", {"62361"}), ACommune("62361", "Frévent")});
  EXPECT_TRUE(Serves(*view, "o1", "62361"));
}

TEST(Catalog, ForgetsAnOfferThatIsNoLongerPublished) {
  const auto view = After(
      {ACommune("62361", "Frévent"), AnOffer("o1", {"62361"}), ARemoval("o1"), ARemoval("o2")});
  EXPECT_FALSE(Serves(*view, "o1", "62361"));
  EXPECT_FALSE(view->cards.contains("o1"));
}

TEST(Catalog, KeepsTheLastWordOnAnOffer) {
  const auto view =
      After({ACommune("62361", "Frévent"), AnOffer("o1", {}), AnOffer("o1", {"62361"})});
  EXPECT_TRUE(Serves(*view, "o1", "62361"));
}

TEST(Catalog, AnEmptyZoneServesNobody) {
  const auto view = After({ACommune("62361", "Frévent"), AnOffer("o1", {})});
  EXPECT_FALSE(Serves(*view, "o1", "62361"));
}

TEST(Catalog, TakesTravelTimesInPlaceOfThoseBefore) {
  Catalog catalog(TravelByGreatCircle({}));
  const auto told = [&](const WatchOffersResponse& step) {
    catalog.Apply(step);
    return catalog.Build({});
  };
  told(ACommune("62361", "Frévent"));
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

TEST(Catalog, KeepsTravelTimesOfCommunesThatAreYetToCome) {
  const auto view = After({AWay("62361", "62050", 1'500), ACommune("62361", "Frévent"),
                           ACommune("62050", "Auchy-lès-Hesdin")});
  EXPECT_EQ(Between(*view, "62361", "62050"), absl::Minutes(25));
}

TEST(Catalog, ForgetsTravelTimesWithEverythingElse) {
  Catalog catalog(TravelByGreatCircle({}));
  catalog.Apply(AWay("62361", "62050", 1'500));
  catalog.Clear();
  catalog.Apply(ACommune("62361", "Frévent"));
  catalog.Apply(ACommune("62050", "Auchy-lès-Hesdin"));
  EXPECT_EQ(Between(*catalog.Build({}), "62361", "62050"), absl::Minutes(4));
}

TEST(Catalog, SaysPricesInWords) {
  WatchOffersResponse step = AnOffer("o1", {});
  directory::v1::Price& price = *step.mutable_offer()->mutable_service_offer()->add_prices();
  price.set_unit("per-hour");
  price.set_amount_cents(3505);
  price.set_condition("main-d'œuvre");
  const auto view = After({step});
  EXPECT_THAT(view->cards.at("o1").price_texts,
              testing::ElementsAre("35,05 € de l'heure (main-d'œuvre)"));
}

TEST(Catalog, NamesTheEpcis) {
  EXPECT_EQ(After({ACommune("62361", "Frévent")})->epcis.at("200069672"), "CC du Ternois");
}

}  // namespace
}  // namespace entraide::matcher
