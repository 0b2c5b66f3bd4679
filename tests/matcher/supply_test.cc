// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/supply.h"

#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

namespace entraide::matcher {
namespace {

TextWorld Garages() {
  return Ternois(R"(
    offer auchy      repair  in auchy      serves frevent,auchy
    offer saint-pol  repair  in saint-pol  serves saint-pol
    offer hidden     repair  in frevent    serves frevent  listing hidden
    offer visitors   visit   in frevent    serves frevent
    offer nowhere    repair                serves frevent
  )");
}

TEST(OffersServing, CountsOpenOffersOfTheKindWhoseZoneHoldsTheCommune) {
  const TextWorld world = Garages();
  std::vector<std::string> names;
  for (const Offer* const offer :
       OffersServing(world.world(), "repair", world.CommuneNamed("frevent"), world.now())) {
    names.push_back(offer->id.value);
  }
  EXPECT_THAT(names, ::testing::ElementsAre("auchy", "nowhere"));
}

TEST(Nearest, TellsThoseWhoServeFromThoseWhoAreNear) {
  const TextWorld world = Garages();
  const CommuneIndex frevent = world.CommuneNamed("frevent");
  const auto serving = NearestServing(world.world(), "repair", frevent, world.now());
  const auto any = NearestAtAll(world.world(), "repair", frevent, world.now());
  ASSERT_TRUE(serving.has_value() && any.has_value());
  EXPECT_EQ(serving->offer->id.value, "auchy");
  EXPECT_EQ(any->offer->id.value, "saint-pol");
  EXPECT_EQ(any->travel,
            world.world().RouteBetween(frevent, world.CommuneNamed("saint-pol")).duration);
}

TEST(Nearest, IsNoneWhereNobodyServes) {
  const TextWorld world = Garages();
  EXPECT_FALSE(NearestServing(world.world(), "repair", world.CommuneNamed("hesdin"), world.now())
                   .has_value());
  EXPECT_FALSE(
      NearestAtAll(world.world(), "meal", world.CommuneNamed("hesdin"), world.now()).has_value());
}

}  // namespace
}  // namespace entraide::matcher
