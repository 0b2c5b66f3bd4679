// SPDX-License-Identifier: EUPL-1.2
// The guards of what a holder does.
#include "services/request/domain/holding.h"

#include <gmock/gmock.h>

#include "services/request/domain/answers.h"
#include "services/request/domain/changing.h"
#include "tests/services/request/a_task.h"
#include "tests/support/status_matchers.h"

namespace entraide::request {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Role kStaff = Role::kStaff;

// `o1` has accepted; `o2` was asked too.
Task Accepted() { return *Accept(ASearchingTask(2), ACandidate(1).id, kNow); }
Task Waiting() {
  Task task = ATask(State::kWaitlisted);
  task.request.kind = "housework";
  return task;
}

TEST(AskInfo, IsAnsweredToTheOneWhoAsks) {
  const Task asked = *AskInfo(Accepted(), {"licence"}, "How many steps?", kStaff, kNow);
  EXPECT_THAT(asked.request.open_questions, ElementsAre("licence", "question"));
  EXPECT_THAT(Answer(asked, {{"licence", "none"}}, "", kNow), HasReason("ANSWER_MISSING"));
  EXPECT_THAT(Answer(asked, {}, "Three", kNow), HasReason("ANSWER_MISSING"));
  const Task answered = *Answer(asked, {{"licence", "declined"}}, "Three", kNow);
  EXPECT_EQ(answered.request.state, State::kAccepted);
  EXPECT_EQ(answered.request.held_by, OrganizationId("o1"));
  EXPECT_EQ(answered.request.answer, "Three");
  EXPECT_THAT(answered.request.open_questions, IsEmpty());
  EXPECT_EQ(answered.request.revision, asked.request.revision);
}

TEST(AskInfo, RefusesNothingUnknownFactsAndContacts) {
  EXPECT_THAT(AskInfo(Accepted(), {}, "", kStaff, kNow), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(AskInfo(Accepted(), {"shoe-size"}, "", kStaff, kNow), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(AskInfo(Accepted(), {}, "Call 06 12 34 56 78", kStaff, kNow),
              HasReason("FIELDS_INVALID"));
}

TEST(Waitlist, IsNotForARide) {
  EXPECT_THAT(Waitlist(Accepted(), "no-capacity", kStaff, kNow), HasReason("STATE_FORBIDS"));
}

TEST(Waitlist, SaysWhy) {
  Task task = Accepted();
  task.request.kind = "repair";
  EXPECT_THAT(Waitlist(task, "", kStaff, kNow), HasReason("FIELDS_INVALID"));
  EXPECT_EQ(Waitlist(task, "parts", kStaff, kNow)->request.reason, "parts");
}

TEST(Promote, OutOfOrderNeedsAReason) {
  Task task = Waiting();
  task.request.wait_place = 1;
  EXPECT_THAT(Promote(task, "", kStaff, kNow), IsOk());
  task.request.wait_place = 2;
  EXPECT_THAT(Promote(task, "", kStaff, kNow), HasReason("OUT_OF_ORDER"));
  EXPECT_THAT(Promote(task, "because", kStaff, kNow), HasReason("FIELDS_INVALID"));
  const Task promoted = *Promote(task, "safety", kStaff, kNow);
  EXPECT_EQ(promoted.lines.back().reason, "safety");
  EXPECT_EQ(promoted.request.reason, "");
}

TEST(Release, LooksForOthersAndNeverForItAgain) {
  const Task released = *Release(Accepted(), "not-available", kStaff, kNow);
  EXPECT_EQ(released.request.held_by, std::nullopt);
  EXPECT_EQ(released.offers[0].state, OfferState::kWithdrawn);
  const Task asked = *ApplyMatch(released, AMatch(3), APolicy(), kNow);
  std::vector<std::string> live;
  for (const Offer& offer : asked.offers) {
    if (IsLive(offer, kNow)) live.push_back(offer.organization.value());
  }
  EXPECT_THAT(live, ElementsAre("o2", "o3")) << "o2 was only told that it was taken";
}

TEST(Release, IsTooLateOnceItHasBegun) {
  const absl::Time begin = *ATask().request.timing.start;
  EXPECT_THAT(Release(Accepted(), "too-far", kStaff, begin), HasReason("TOO_LATE"));
}

TEST(Transfer, AsksOneAndKeepsWhatWas) {
  const Task before = Accepted();
  const Task moved = *Transfer(before, {ACandidate(3), "v1"}, "too-far", APolicy(), kStaff, kNow);
  EXPECT_EQ(moved.request.held_by, std::nullopt);
  ASSERT_EQ(moved.offers.size(), 3U);
  EXPECT_EQ(moved.offers[0].state, OfferState::kWithdrawn);
  EXPECT_EQ(moved.offers[2].organization, OrganizationId("o3"));
  EXPECT_TRUE(IsLive(moved.offers[2], kNow));
  EXPECT_EQ(moved.lines.size(), before.lines.size() + 1);
  EXPECT_EQ(Accept(moved, ACandidate(3).id, kNow)->request.held_by, OrganizationId("o3"));
  const Task no = *Decline(moved, ACandidate(3).id, "too-far", kNow);
  EXPECT_EQ(ApplyMatch(no, AMatch(4), APolicy(), kNow)->offers.back().organization,
            OrganizationId("o4"));
}

TEST(Transfer, IsNotToOneself) {
  EXPECT_THAT(Transfer(Accepted(), {ACandidate(1), "v1"}, "too-far", APolicy(), kStaff, kNow),
              HasReason("FIELDS_INVALID"));
}

TEST(TurnDown, NamesARule) {
  EXPECT_THAT(TurnDown(Accepted(), "other", kStaff, kNow), HasReason("FIELDS_INVALID"));
  EXPECT_EQ(TurnDown(Accepted(), "DUPLICATE", kStaff, kNow)->request.reason, "DUPLICATE");
}

TEST(Cancel, IsLateInsideADay) {
  const absl::Time begin = *ATask().request.timing.start;
  EXPECT_FALSE(Cancel(Accepted(), "", begin - absl::Hours(25))->request.late);
  EXPECT_TRUE(Cancel(Accepted(), "", begin - absl::Hours(23))->request.late);
}

TEST(UndoDecline, ReopensTheQuestionWhileItLasts) {
  const OfferId first = ACandidate(1).id;
  const Task declined = *Decline(ASearchingTask(2), first, "too-far", kNow);
  const Task again = *UndoDecline(declined, first, kNow);
  EXPECT_TRUE(IsLive(again.offers[0], kNow));
  EXPECT_EQ(again.offers[0].reason, "");
  EXPECT_THAT(UndoDecline(declined, first, declined.offers[0].expire_time),
              HasReason("OFFER_EXPIRED"));
  EXPECT_THAT(UndoDecline(*Accept(declined, ACandidate(2).id, kNow), first, kNow),
              HasReason("ALREADY_TAKEN"));
  EXPECT_THAT(UndoDecline(again, first, kNow), HasReason("STATE_FORBIDS"));
}

TEST(ProposeChange, IsOneAtATimeAndForTheOtherSideToAnswer) {
  const Task proposed = *ProposeChange(Accepted(), "x", kStaff, kNow);
  EXPECT_THAT(ProposeChange(proposed, "y", Role::kRequester, kNow), HasReason("CHANGE_PENDING"));
  EXPECT_THAT(Agree(proposed, {}, Role::kCoordinator, kNow), HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(Disagree(proposed, kStaff, kNow), HasReason("ROLE_FORBIDS"));
  const Timing later{.start = kNow + absl::Hours(500)};
  const Task agreed = *Agree(proposed, later, Role::kRequester, kNow);
  EXPECT_EQ(agreed.request.timing.start, later.start);
  EXPECT_EQ(agreed.request.revision, proposed.request.revision + 1);
  EXPECT_EQ(agreed.request.pending_change, std::nullopt);
  EXPECT_THAT(Agree(agreed, later, Role::kRequester, kNow), HasReason("STATE_FORBIDS"));
}

TEST(ProposeChange, IsAsIfItHadNotBeenAfterAWeek) {
  const Task proposed = *ProposeChange(Accepted(), "x", kStaff, kNow);
  const absl::Time later = kNow + absl::Hours(7 * 24);
  EXPECT_THAT(Agree(proposed, {}, Role::kRequester, later), HasReason("STATE_FORBIDS"));
  EXPECT_THAT(ProposeChange(proposed, "y", Role::kRequester, later), IsOk());
}

TEST(Change, AsksThoseAgainWhoWereAskedAboutSomethingElse) {
  const Task declined = *Decline(ASearchingTask(2), ACandidate(1).id, "too-late", kNow);
  const Task changed =
      *Change(declined, {.start = kNow + absl::Hours(300)}, Role::kRequester, kNow);
  EXPECT_EQ(changed.offers[1].reason, "TASK_CHANGED");
  const Task asked = *ApplyMatch(changed, AMatch(2), APolicy(), kNow);
  EXPECT_EQ(asked.offers.size(), 4U);
  EXPECT_THAT(Accept(asked, ACandidate(2).id, kNow), HasReason("TASK_CHANGED"));
}

}  // namespace
}  // namespace entraide::request
