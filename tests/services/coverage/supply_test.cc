// SPDX-License-Identifier: EUPL-1.2
#include "services/coverage/domain/supply.h"

#include <gmock/gmock.h>

namespace entraide::coverage {
namespace {

const absl::Time kNow = absl::FromUnixSeconds(1'800'000'000);
constexpr char kTernois[] = "200069672";
constexpr char kSeptVallees[] = "200044030";

matcher::Commune ACommune(const std::string& code, const std::string& name, int population,
                          const std::string& epci = kTernois) {
  return {.insee_code = code,
          .display_name = name,
          .epci_siren = epci,
          .population = population,
          .latitude_deg = 50.4,
          .longitude_deg = 2.3};
}

// Communes 0 Anvin (700), 1 Frévent (3,500), 2 Aubrometz (141) in the Ternois, 3 Auchy next door.
std::vector<matcher::Commune> Communes() {
  return {ACommune("62036", "Anvin", 700), ACommune("62361", "Frévent", 3500),
          ACommune("62047", "Aubrometz", 141), ACommune("62700", "Auchy", 1600, kSeptVallees)};
}

matcher::Offer AnOffer(const std::string& id, const std::string& organization,
                       const matcher::Communes& communes, const std::vector<std::string>& served) {
  matcher::Offer offer{.id = {id},
                       .organization = {organization},
                       .organization_commune = communes.Find("62700"),
                       .kind = "repair"};
  for (const std::string& code : served) offer.zone.communes.push_back(*communes.Find(code));
  return offer;
}

std::vector<std::string> Names(const matcher::World& world, const Supply& supply) {
  std::vector<std::string> names;
  for (const CommuneSupply& row : supply.communes) {
    names.push_back(world.communes()[row.commune].display_name);
  }
  return names;
}

matcher::World AWorld(std::vector<matcher::Offer> (*offers)(const matcher::Communes&)) {
  matcher::Communes communes(Communes());
  auto made = offers(communes);
  return {std::move(communes), std::move(made), matcher::TravelByGreatCircle({}),
          absl::UTCTimeZone()};
}

TEST(Supply, CountsOffersAndTheOrganizationsBehindThem) {
  const auto world = AWorld([](const matcher::Communes& c) -> std::vector<matcher::Offer> {
    return {AnOffer("a", "garage", c, {"62361"}), AnOffer("b", "garage", c, {"62361"})};
  });
  const Supply supply = SupplyOf(world, kTernois, {"repair"}, kNow);
  const CommuneSupply& last = supply.communes.back();
  EXPECT_EQ(last.supplies[0].offer_count, 2);
  EXPECT_EQ(last.supplies[0].organization_count, 1);
  EXPECT_EQ(last.fragile_count, 1);
  EXPECT_EQ(last.gap_count, 0);
}

TEST(Supply, PutsTheGapsOfMostPeopleFirst) {
  const auto world = AWorld([](const matcher::Communes& c) -> std::vector<matcher::Offer> {
    return {AnOffer("a", "garage", c, {"62361"}), AnOffer("b", "other", c, {"62361"})};
  });
  const Supply supply = SupplyOf(world, kTernois, {"repair"}, kNow);
  EXPECT_THAT(Names(world, supply), testing::ElementsAre("Anvin", "Aubrometz", "Frévent"));
}

TEST(Supply, SumsUpTheGapsOfAKind) {
  const auto world = AWorld([](const matcher::Communes& c) -> std::vector<matcher::Offer> {
    return {AnOffer("a", "garage", c, {"62361"})};
  });
  const Supply supply = SupplyOf(world, kTernois, {"repair"}, kNow);
  EXPECT_EQ(supply.summaries[0].gap_commune_count, 2);
  EXPECT_EQ(supply.summaries[0].fragile_commune_count, 1);
  EXPECT_EQ(supply.summaries[0].gap_population, 700 + 141);
}

TEST(Supply, TellsTheNearestEvenWhereNobodyServes) {
  const auto world = AWorld([](const matcher::Communes& c) -> std::vector<matcher::Offer> {
    return {AnOffer("a", "garage", c, {"62361"})};
  });
  const Supply supply = SupplyOf(world, kTernois, {"repair"}, kNow);
  const KindSupply& gap = supply.communes.front().supplies[0];
  EXPECT_EQ(gap.organization_count, 0);
  EXPECT_FALSE(gap.nearest.has_value());
  EXPECT_TRUE(gap.nearest_any.has_value());
}

TEST(Supply, LooksAtTheTerritoryAskedForOnly) {
  const auto world =
      AWorld([](const matcher::Communes&) -> std::vector<matcher::Offer> { return {}; });
  EXPECT_THAT(Names(world, SupplyOf(world, kSeptVallees, {"repair"}, kNow)),
              testing::ElementsAre("Auchy"));
  EXPECT_TRUE(SupplyOf(world, "000000000", {"repair"}, kNow).communes.empty());
}

}  // namespace
}  // namespace entraide::coverage
