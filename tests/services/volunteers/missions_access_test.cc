// SPDX-License-Identifier: EUPL-1.2
// Whose a mission is, and what is wrong with one that is not written.
#include <gmock/gmock.h>

#include "tests/services/volunteers/volunteers_house.h"

namespace entraide::volunteers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class MissionsAccessTest : public VolunteersTest {};

TEST_F(MissionsAccessTest, SomebodyElsesMissionIsNotFoundLikeOneThatNeverWas) {
  const std::string name = ADraft().name();
  const absl::Status never = Get("missions/" + NewUuid(), kO2).status();
  EXPECT_THAT(never, HasReason("MISSION_UNKNOWN"));
  EXPECT_EQ(Get(name, kO2).status(), never);
  EXPECT_EQ(Do(&Stub::SubmitMission, name, kO2).status(), never);
  EXPECT_EQ(Do(&Stub::CancelMission, name, kO2).status(), never);
  EXPECT_EQ(Do(&Stub::CancelMission, name, kO2, "1").status(), never);
  EXPECT_THAT(Titles(&Stub::ListOwnMissions, v1::ListOwnMissionsRequest(), kO2), IsEmpty());
  EXPECT_THAT(Get(name, kO1), IsOk());
}

TEST_F(MissionsAccessTest, APublishedMissionOfSomebodyElseIsReadButNotCancelled) {
  const std::string name = APublished(ACreation()).name();
  EXPECT_THAT(Get(name, kO2), IsOk());
  EXPECT_THAT(Do(&Stub::CancelMission, name, kO2), HasReason("MISSION_UNKNOWN"));
}

TEST_F(MissionsAccessTest, RolesDoOnlyWhatIsTheirs) {
  const std::string name = ADraft().name();
  EXPECT_THAT(Do(&Stub::PublishMission, name, kO1), HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(Do(&Stub::SendBackMission, name, kO1), HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(Do(&Stub::SubmitMission, name, kAdmin), HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(Do(&Stub::CancelMission, name, "volunteer"), HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(Call(&Stub::CreateMission, ACreation()), HasReason("CREDENTIAL_MISSING"));
  EXPECT_THAT(Call(&Stub::CreateMission, ACreation(), "volunteer"), HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(Call(&Stub::ListOwnMissions, v1::ListOwnMissionsRequest(), "volunteer"),
              HasReason("ROLE_FORBIDS"));
}

TEST_F(MissionsAccessTest, TellsAllThatIsWrongWithAMission) {
  v1::CreateMissionRequest request = ACreation();
  v1::Mission& mission = *request.mutable_mission();
  mission.clear_title();
  mission.set_commune("62001");
  mission.set_places(-1);
  mission.add_requirements("Permis B");
  mission.mutable_shifts(0)->mutable_start_time()->set_seconds(-1);
  mission.add_shifts();
  EXPECT_THAT(
      Refused(Call(&Stub::CreateMission, request, kO1)),
      ElementsAre("mission.shifts[1].start_time REQUIRED", "mission.shifts[1].end_time REQUIRED",
                  "mission.title REQUIRED", "mission.shifts[0].start_time IN_PAST",
                  "mission.shifts[0].end_time OUT_OF_RANGE", "mission.places OUT_OF_RANGE",
                  "mission.requirements[1] MALFORMED", "mission.commune UNKNOWN_VALUE"));
}

TEST_F(MissionsAccessTest, RefusesNamesReasonsAndStatesThatAreNone) {
  EXPECT_THAT(Refused(Get("missions/1")), ElementsAre("name MALFORMED"));
  v1::CancelMissionRequest cancel;
  cancel.set_name(ADraft().name());
  cancel.set_reason("-");
  cancel.set_request_id(NewUuid());
  EXPECT_THAT(Refused(Call(&Stub::CancelMission, cancel, kO1)), ElementsAre("reason TOO_SHORT"));
  v1::ListOwnMissionsRequest list;
  list.set_state(static_cast<v1::Mission::State>(99));
  EXPECT_THAT(Refused(Call(&Stub::ListOwnMissions, list, kO1)), ElementsAre("state UNKNOWN_VALUE"));
}

TEST_F(MissionsAccessTest, OnlyAPublishedOrganizationWrites) {
  EXPECT_THAT(Call(&Stub::CreateMission, ACreation(), "staff unknown"),
              HasReason("ORGANIZATION_UNKNOWN"));
}

TEST_F(MissionsAccessTest, WritesNothingWhileTheDirectoryDoesNotAnswer) {
  directory_.down = true;
  EXPECT_EQ(Call(&Stub::CreateMission, ACreation(), kO1).status().code(),
            absl::StatusCode::kUnavailable);
  EXPECT_THAT(Titles(&Stub::ListOwnMissions, v1::ListOwnMissionsRequest(), kO1), IsEmpty());
}

TEST_F(MissionsAccessTest, ASessionOfTheDemonstrationOpensTheDemonstrationOnly) {
  const std::string real = ADraft().name();
  EXPECT_THAT(Get(real, "demo o1"), HasReason("MISSION_UNKNOWN"));
  EXPECT_THAT(Do(&Stub::CancelMission, real, "demo o1"), HasReason("MISSION_UNKNOWN"));
  EXPECT_THAT(Call(&Stub::CreateMission, ACreation(), "demo o1"),
              HasReason("ORGANIZATION_UNKNOWN"));
}

}  // namespace
}  // namespace entraide::volunteers
