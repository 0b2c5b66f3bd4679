// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/services/volunteers/volunteers_house.h"

namespace entraide::volunteers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class MissionsListTest : public VolunteersTest {
 protected:
  // A mission that begins in so many hours.
  static v1::CreateMissionRequest ACreation(const std::string& title, int hours) {
    v1::CreateMissionRequest request = VolunteersTest::ACreation();
    request.mutable_mission()->set_title(title);
    v1::Shift& shift = *request.mutable_mission()->mutable_shifts(0);
    shift.mutable_start_time()->set_seconds(absl::ToUnixSeconds(kNow + absl::Hours(hours)));
    shift.mutable_end_time()->set_seconds(absl::ToUnixSeconds(kNow + absl::Hours(hours + 1)));
    return request;
  }
};

TEST_F(MissionsListTest, ThoseThatBeginFirstComeFirstPageByPage) {
  APublished(ACreation("troisième", 3));
  APublished(ACreation("première", 1));
  APublished(ACreation("deuxième", 2), kO2);
  ADraft();
  v1::ListMissionsRequest request;
  EXPECT_THAT(Titles(&Stub::ListMissions, request),
              ElementsAre("première", "deuxième", "troisième"));
  request.set_page_size(2);
  EXPECT_THAT(Titles(&Stub::ListMissions, request),
              ElementsAre("première", "deuxième", "troisième"));
  request.set_page_size(1);
  EXPECT_THAT(Titles(&Stub::ListMissions, request),
              ElementsAre("première", "deuxième", "troisième"));
}

TEST_F(MissionsListTest, ThoseThatBeginTogetherAllCome) {
  for (int i = 0; i < 3; ++i) APublished(ACreation("ensemble", 1));
  v1::ListMissionsRequest request;
  request.set_page_size(1);
  EXPECT_THAT(Titles(&Stub::ListMissions, request),
              ElementsAre("ensemble", "ensemble", "ensemble"));
}

TEST_F(MissionsListTest, ACommuneHasItsOwnAndThoseDoneFromHome) {
  APublished(ACreation("à Frévent", 1));
  v1::CreateMissionRequest elsewhere = ACreation("à Anvin", 2);
  elsewhere.mutable_mission()->set_commune("62999");
  EXPECT_EQ(APublished(elsewhere).commune(), "62028");
  v1::CreateMissionRequest from_home = ACreation("de chez soi", 3);
  from_home.mutable_mission()->clear_commune();
  from_home.mutable_mission()->set_remote(true);
  APublished(from_home);
  v1::ListMissionsRequest request;
  request.set_commune("62361");
  EXPECT_THAT(Titles(&Stub::ListMissions, request), ElementsAre("à Frévent", "de chez soi"));
  request.set_commune("62999");
  EXPECT_THAT(Titles(&Stub::ListMissions, request), ElementsAre("à Anvin", "de chez soi"));
  request.set_commune("62001");
  EXPECT_THAT(Refused(Call(&Stub::ListMissions, request)), ElementsAre("commune UNKNOWN_VALUE"));
  request.set_commune("Anvin");
  EXPECT_THAT(Refused(Call(&Stub::ListMissions, request)), ElementsAre("commune MALFORMED"));
}

TEST_F(MissionsListTest, StaffSeeTheirOwnInEveryStateLastCreatedFirst) {
  APublished(ACreation("publiée", 1));
  Pass(absl::Minutes(1));
  Call(&Stub::CreateMission, ACreation("écrite", 2), kO1).IgnoreError();
  Call(&Stub::CreateMission, ACreation("d'autrui", 2), kO2).IgnoreError();
  v1::ListOwnMissionsRequest request;
  request.set_page_size(1);
  EXPECT_THAT(Titles(&Stub::ListOwnMissions, request, kO1), ElementsAre("écrite", "publiée"));
  request.set_state(v1::Mission::STATE_DRAFT);
  EXPECT_THAT(Titles(&Stub::ListOwnMissions, request, kO1), ElementsAre("écrite"));
}

TEST_F(MissionsListTest, OperatorsSeeWhatWaitsForThem) {
  const v1::Mission waiting = ADraft();
  ADraft(kO2);
  ASSERT_THAT(Do(&Stub::SubmitMission, waiting.name(), kO1), IsOk());
  v1::ListOwnMissionsRequest request;
  request.set_state(v1::Mission::STATE_PENDING_REVIEW);
  const auto listed = Call(&Stub::ListOwnMissions, request, kAdmin);
  ASSERT_THAT(listed, IsOk());
  ASSERT_EQ(listed->missions_size(), 1);
  EXPECT_EQ(listed->missions(0).name(), waiting.name());
}

TEST_F(MissionsListTest, RefusesPagesThatAreNone) {
  v1::ListMissionsRequest request;
  request.set_page_size(-1);
  EXPECT_THAT(Refused(Call(&Stub::ListMissions, request)), ElementsAre("page_size OUT_OF_RANGE"));
  request.set_page_size(1);
  request.set_page_token("forged");
  EXPECT_THAT(Refused(Call(&Stub::ListMissions, request)), ElementsAre("page_token MALFORMED"));
  request.set_page_token(rpc::NextPageToken(request, {"soon", "'; --"}));
  EXPECT_THAT(Refused(Call(&Stub::ListMissions, request)), ElementsAre("page_token MALFORMED"));
}

}  // namespace
}  // namespace entraide::volunteers
