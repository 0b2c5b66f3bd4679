// SPDX-License-Identifier: EUPL-1.2
// The life of a mission, from its writing to its end.
#include <gmock/gmock.h>

#include "tests/services/volunteers/volunteers_house.h"

namespace entraide::volunteers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class MissionsFlowTest : public VolunteersTest {};

TEST_F(MissionsFlowTest, AWrittenMissionIsADraftWithAllThatWasWritten) {
  v1::CreateMissionRequest request = ACreation();
  request.mutable_mission()->set_minors_ok(true);
  request.mutable_mission()->set_state(v1::Mission::STATE_PUBLISHED);
  request.mutable_mission()->set_organization("organizations/o2");
  v1::Shift& earlier = *request.mutable_mission()->add_shifts();
  earlier.mutable_start_time()->set_seconds(absl::ToUnixSeconds(kNow + absl::Hours(2)));
  earlier.mutable_end_time()->set_seconds(absl::ToUnixSeconds(kNow + absl::Hours(3)));
  const auto created = Call(&Stub::CreateMission, request, kO1);
  ASSERT_THAT(created, IsOk());
  EXPECT_EQ(created->state(), v1::Mission::STATE_DRAFT);
  EXPECT_EQ(created->organization(), "organizations/o1");
  ASSERT_EQ(created->shifts_size(), 2);
  EXPECT_EQ(created->shifts(0).DebugString(), earlier.DebugString());
  const auto read = Get(created->name(), kO1);
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->DebugString(), created->DebugString());
}

TEST_F(MissionsFlowTest, EverybodySeesItOnceItIsPublished) {
  const v1::Mission draft = ADraft();
  EXPECT_THAT(Get(draft.name()), HasReason("MISSION_UNKNOWN"));
  ASSERT_THAT(Do(&Stub::SubmitMission, draft.name(), kO1), IsOk());
  EXPECT_THAT(Get(draft.name()), HasReason("MISSION_UNKNOWN"));
  const auto published = Do(&Stub::PublishMission, draft.name(), kAdmin);
  ASSERT_THAT(published, IsOk());
  EXPECT_EQ(published->state(), v1::Mission::STATE_PUBLISHED);
  EXPECT_NE(published->etag(), draft.etag());
  const auto read = Get(draft.name(), "volunteer");
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->DebugString(), published->DebugString());
}

TEST_F(MissionsFlowTest, AnOperatorSendsBackWithAReasonThatItsStaffRead) {
  const v1::Mission draft = ADraft();
  ASSERT_THAT(Do(&Stub::SubmitMission, draft.name(), kO1), IsOk());
  ASSERT_THAT(Do(&Stub::SendBackMission, draft.name(), kAdmin), IsOk());
  const auto read = Get(draft.name(), kO1);
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->state(), v1::Mission::STATE_DRAFT);
  EXPECT_EQ(read->state_reason(), "salle fermée");
  EXPECT_THAT(Do(&Stub::SubmitMission, draft.name(), kO1), IsOk());
}

TEST_F(MissionsFlowTest, RefusesWhatTheStateDoesNotAllowAndChangesNothing) {
  const v1::Mission draft = ADraft();
  EXPECT_THAT(Do(&Stub::PublishMission, draft.name(), kAdmin), HasReason("STATE_FORBIDS"));
  EXPECT_THAT(Do(&Stub::SendBackMission, draft.name(), kAdmin), HasReason("STATE_FORBIDS"));
  EXPECT_EQ(Get(draft.name(), kO1)->etag(), draft.etag());
  ASSERT_THAT(Do(&Stub::CancelMission, draft.name(), kO1), IsOk());
  EXPECT_THAT(Do(&Stub::CancelMission, draft.name(), kO1), HasReason("STATE_FORBIDS"));
  EXPECT_THAT(Do(&Stub::SubmitMission, draft.name(), kO1), HasReason("STATE_FORBIDS"));
  EXPECT_EQ(Get(draft.name(), kO1)->state(), v1::Mission::STATE_CANCELLED);
}

TEST_F(MissionsFlowTest, RefusesToSubmitWhatIsIncomplete) {
  v1::CreateMissionRequest request;
  request.mutable_mission()->set_title("Tri des dons");
  request.set_request_id(NewUuid());
  const auto created = Call(&Stub::CreateMission, request, kO1);
  ASSERT_THAT(created, IsOk());
  EXPECT_THAT(Do(&Stub::SubmitMission, created->name(), kO1), HasReason("MISSION_INCOMPLETE"));
}

TEST_F(MissionsFlowTest, ACancelledMissionIsHiddenFromEverybodyElse) {
  const v1::Mission mission = APublished(ACreation());
  const auto cancelled = Do(&Stub::CancelMission, mission.name(), kO1);
  ASSERT_THAT(cancelled, IsOk());
  EXPECT_EQ(cancelled->state_reason(), "salle fermée");
  EXPECT_THAT(Get(mission.name()), HasReason("MISSION_UNKNOWN"));
  EXPECT_THAT(Titles(&Stub::ListMissions, v1::ListMissionsRequest()), IsEmpty());
}

TEST_F(MissionsFlowTest, ClosesOnceItsLastShiftIsOver) {
  const v1::Mission mission = APublished(ACreation());
  EXPECT_EQ(CloseEndedMissions(*pool_, Now()).value_or(-1), 0);
  Pass(absl::Hours(28));
  EXPECT_THAT(Get(mission.name()), HasReason("MISSION_UNKNOWN"));
  EXPECT_THAT(Titles(&Stub::ListMissions, v1::ListMissionsRequest()), IsEmpty());
  EXPECT_THAT(Do(&Stub::CancelMission, mission.name(), kO1), HasReason("STATE_FORBIDS"));
  EXPECT_EQ(CloseEndedMissions(*pool_, Now()).value_or(-1), 1);
  EXPECT_EQ(CloseEndedMissions(*pool_, Now()).value_or(-1), 0);
  EXPECT_EQ(Get(mission.name(), kO1)->state(), v1::Mission::STATE_CLOSED);
}

TEST_F(MissionsFlowTest, RefusesAVerbOnWhatTheCallerHasNotSeen) {
  const v1::Mission draft = ADraft();
  ASSERT_THAT(Do(&Stub::SubmitMission, draft.name(), kO1, draft.etag()), IsOk());
  EXPECT_THAT(Do(&Stub::PublishMission, draft.name(), kAdmin, draft.etag()),
              HasReason("CHANGED_MEANWHILE"));
}

TEST_F(MissionsFlowTest, AnswersARepeatedCallOnceAndRefusesAnotherBodyUnderItsId) {
  const v1::CreateMissionRequest request = ACreation();
  const auto first = Call(&Stub::CreateMission, request, kO1);
  ASSERT_THAT(first, IsOk());
  directory_.down = true;
  const auto again = Call(&Stub::CreateMission, request, kO1);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->DebugString(), first->DebugString());
  v1::CreateMissionRequest other = request;
  other.mutable_mission()->set_places(5);
  EXPECT_THAT(Call(&Stub::CreateMission, other, kO1), HasReason("REQUEST_ID_REUSED"));
  EXPECT_THAT(Titles(&Stub::ListOwnMissions, v1::ListOwnMissionsRequest(), kO1),
              ElementsAre("Tri des dons"));
}

}  // namespace
}  // namespace entraide::volunteers
