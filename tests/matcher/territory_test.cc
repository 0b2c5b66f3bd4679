// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "matcher/engine/commune.h"
#include "tests/matcher/ternois.h"

namespace entraide::matcher {
namespace {

const Commune kFrevent{.insee_code = "62361", .latitude_deg = 50.276, .longitude_deg = 2.287};
const Commune kAuchy{.insee_code = "62050",
                     .former_codes = {"62999"},
                     .latitude_deg = 50.399,
                     .longitude_deg = 2.101};

TEST(Communes, AreFoundByCurrentAndFormerCode) {
  const Communes communes({kFrevent, kAuchy});
  ASSERT_TRUE(communes.Find("62050").has_value());
  EXPECT_EQ(communes[*communes.Find("62050")].insee_code, "62050");
  EXPECT_EQ(communes.Find("62999"), communes.Find("62050"));
  EXPECT_EQ(communes.Find("75056"), std::nullopt);
}

TEST(Communes, HaveTheSameIndexWhateverTheirOrder) {
  EXPECT_EQ(Communes({kFrevent, kAuchy}).Find("62361"), Communes({kAuchy, kFrevent}).Find("62361"));
}

TEST(NearestInZone, IsTheNearestCommuneOrTheOneThatIsIn) {
  const TextWorld text = Ternois("offer a visit serves saint-pol,frevent,anvin");
  const World& world = text.world();
  const Zone& zone = world.FindOffer({"a"})->zone;
  const CommuneIndex auchy = text.CommuneNamed("auchy");
  const CommuneIndex anvin = text.CommuneNamed("anvin");
  ASSERT_TRUE(world.NearestInZone(zone, auchy).has_value());
  EXPECT_EQ(world.NearestInZone(zone, auchy)->commune, anvin);
  EXPECT_EQ(world.NearestInZone(zone, auchy)->travel, world.RouteBetween(auchy, anvin).duration);
  EXPECT_EQ(world.NearestInZone(zone, anvin)->travel, absl::ZeroDuration());
  EXPECT_EQ(world.NearestInZone({.everywhere = true}, auchy)->commune, auchy);
  EXPECT_FALSE(world.NearestInZone({}, auchy).has_value());
}

}  // namespace
}  // namespace entraide::matcher
