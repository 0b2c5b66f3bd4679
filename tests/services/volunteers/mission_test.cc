// SPDX-License-Identifier: EUPL-1.2
#include "services/volunteers/domain/mission.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/services/volunteers/a_mission.h"
#include "tests/support/status_matchers.h"

namespace entraide::volunteers {
namespace {

using testing::ElementsAre;

constexpr MissionState kDraft = MissionState::kDraft;
constexpr MissionState kPendingReview = MissionState::kPendingReview;
constexpr MissionState kPublished = MissionState::kPublished;
constexpr MissionState kCancelled = MissionState::kCancelled;
constexpr MissionState kClosed = MissionState::kClosed;
constexpr MissionState kEach[] = {kDraft, kPendingReview, kPublished, kCancelled, kClosed};

// After the last shift of AMission.
const absl::Time kAfter = kNow + absl::Hours(28);

// What each state becomes by `verb` at `now`; "-" where it is refused.
template <typename Verb>
std::vector<std::string> Becomes(Verb verb, absl::Time now = kNow) {
  std::vector<std::string> states;
  for (const MissionState from : kEach) {
    const absl::StatusOr<Mission> moved = verb(AMission(from), now);
    states.emplace_back(moved.ok() ? WordOf(moved->state) : "-");
    if (moved.ok()) continue;
    EXPECT_THAT(moved, HasReason("STATE_FORBIDS")) << WordOf(from);
  }
  return states;
}

absl::StatusOr<Mission> SendBackNow(Mission mission, absl::Time now) {
  return SendBack(std::move(mission), "à préciser", now);
}
absl::StatusOr<Mission> CancelNow(Mission mission, absl::Time now) {
  return Cancel(std::move(mission), "salle fermée", now);
}

TEST(Mission, MovesOnlyAsItsTableSays) {
  EXPECT_THAT(Becomes(Submit), ElementsAre("PENDING_REVIEW", "-", "-", "-", "-"));
  EXPECT_THAT(Becomes(Publish), ElementsAre("-", "PUBLISHED", "-", "-", "-"));
  EXPECT_THAT(Becomes(SendBackNow), ElementsAre("-", "DRAFT", "-", "-", "-"));
  EXPECT_THAT(Becomes(CancelNow), ElementsAre("CANCELLED", "CANCELLED", "CANCELLED", "-", "-"));
  EXPECT_THAT(Becomes(Close), ElementsAre("-", "-", "-", "-", "-"));
}

TEST(Mission, ClosesWhenItsLastShiftIsOverAndNotBefore) {
  EXPECT_THAT(Becomes(Close, kAfter), ElementsAre("-", "-", "CLOSED", "-", "-"));
  Mission mission = AMission(kPublished);
  mission.shifts.push_back({.start = kAfter, .end = kAfter + absl::Hours(1)});
  EXPECT_THAT(Close(mission, kAfter), HasReason("STATE_FORBIDS"));
}

TEST(Mission, CannotBeCancelledOnceOver) {
  EXPECT_THAT(Cancel(AMission(kPublished), "trop tard", kAfter), HasReason("STATE_FORBIDS"));
}

TEST(Mission, IsNeitherSubmittedNorPublishedOnceOver) {
  EXPECT_THAT(Submit(AMission(kDraft), kAfter), HasReason("MISSION_OVER"));
  EXPECT_THAT(Publish(AMission(kPendingReview), kAfter), HasReason("MISSION_OVER"));
}

TEST(Submit, NamesEverythingThatIsMissing) {
  Mission mission = AMission();
  mission.description.clear();
  mission.commune.clear();
  mission.shifts.clear();
  mission.places = 0;
  const absl::Status refused = Submit(mission, kNow).status();
  EXPECT_THAT(refused, HasReason("MISSION_INCOMPLETE"));
  EXPECT_EQ(refused.message(), "missing: description, commune, shifts, places");
}

TEST(Submit, WantsNoCommuneOfWhatIsDoneFromHome) {
  Mission mission = AMission();
  mission.commune.clear();
  mission.remote = true;
  EXPECT_THAT(Submit(mission, kNow), IsOk());
}

TEST(SendBack, KeepsItsReasonUntilTheMissionIsSubmittedAgain) {
  const absl::Time later = kNow + absl::Minutes(1);
  const auto sent_back = SendBack(AMission(kPendingReview), "à préciser", later);
  ASSERT_THAT(sent_back, IsOk());
  EXPECT_EQ(sent_back->reason, "à préciser");
  EXPECT_EQ(sent_back->update_time, later);
  const auto again = Submit(*sent_back, later);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->reason, "");
}

}  // namespace
}  // namespace entraide::volunteers
