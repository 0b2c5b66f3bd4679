// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/answers.h"

#include <gmock/gmock.h>

#include "tests/services/request/a_task.h"
#include "tests/support/status_matchers.h"

namespace entraide::request {
namespace {

using testing::ElementsAre;

const OfferId kFirst = ACandidate(1).id;
const OfferId kSecond = ACandidate(2).id;

TEST(Accept, GivesTheRequestToTheFirstAndTellsTheOthers) {
  const absl::StatusOr<Task> task = Accept(ASearchingTask(2), kSecond, kNow);
  ASSERT_THAT(task, IsOk());
  EXPECT_EQ(task->request.state, State::kAccepted);
  EXPECT_EQ(task->request.held_by, OrganizationId("o2"));
  EXPECT_EQ(task->offers[1].state, OfferState::kAccepted);
  EXPECT_EQ(task->offers[0].state, OfferState::kRescinded);
  EXPECT_EQ(task->offers[0].reason, "TAKEN");
}

TEST(Accept, RefusesTheSecondToAccept) {
  const absl::StatusOr<Task> taken = Accept(ASearchingTask(2), kSecond, kNow);
  EXPECT_THAT(Accept(*taken, kFirst, kNow), HasReason("ALREADY_TAKEN"));
  EXPECT_EQ(Accept(*taken, kFirst, kNow).status().code(), absl::StatusCode::kAborted);
}

TEST(Accept, RefusesWhatItHasAlready) {
  const absl::StatusOr<Task> taken = Accept(ASearchingTask(2), kSecond, kNow);
  EXPECT_THAT(Accept(*taken, kSecond, kNow), HasReason("STATE_FORBIDS"));
}

TEST(Accept, RefusesAnAnswerThatComesTooLate) {
  const Task task = ASearchingTask(1);
  EXPECT_THAT(Accept(task, kFirst, task.offers[0].expire_time), HasReason("OFFER_EXPIRED"));
}

TEST(Accept, RefusesWhatHasChangedSinceItWasAsked) {
  Task task = ASearchingTask(1);
  ++task.request.revision;
  EXPECT_THAT(Accept(task, kFirst, kNow), HasReason("TASK_CHANGED"));
}

TEST(Accept, RefusesWhatWasCalledOff) {
  const absl::StatusOr<Task> off = Cancel(ASearchingTask(1), "", kNow);
  EXPECT_THAT(Accept(*off, kFirst, kNow), HasReason("STATE_FORBIDS"));
}

TEST(Accept, RefusesWhatItDeclined) {
  const absl::StatusOr<Task> declined = Decline(ASearchingTask(1), kFirst, "too-far", kNow);
  EXPECT_THAT(Accept(*declined, kFirst, kNow), HasReason("STATE_FORBIDS"));
}

TEST(Accept, DoesNotKnowAnOfferOfAnotherRequest) {
  EXPECT_THAT(Accept(ASearchingTask(1), kSecond, kNow), HasReason("REQUEST_UNKNOWN"));
}

TEST(Decline, KeepsTheReasonAndLeavesTheOthersAsked) {
  const absl::StatusOr<Task> task = Decline(ASearchingTask(2), kFirst, "too-far", kNow);
  ASSERT_THAT(task, IsOk());
  EXPECT_EQ(task->request.state, State::kSearching);
  EXPECT_EQ(task->offers[0].state, OfferState::kDeclined);
  EXPECT_EQ(task->offers[0].reason, "too-far");
  EXPECT_EQ(task->offers[1].state, OfferState::kProposed);
}

TEST(Decline, WantsAReasonOfTheList) {
  EXPECT_THAT(Decline(ASearchingTask(1), kFirst, "", kNow), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(Decline(ASearchingTask(1), kFirst, "bof", kNow), HasReason("FIELDS_INVALID"));
}

TEST(Decline, IsForbiddenOnceAnswered) {
  const absl::StatusOr<Task> task = Decline(ASearchingTask(1), kFirst, "other", kNow);
  EXPECT_THAT(Decline(*task, kFirst, "other", kNow), HasReason("STATE_FORBIDS"));
}

TEST(Complete, RecordsThatTheServiceWasGiven) {
  Task task = ATask(State::kAccepted);
  EXPECT_EQ(Complete(task, *task.request.timing.start)->request.state, State::kCompleted);
}

TEST(Complete, RefusesWhatHasNotBegun) {
  EXPECT_THAT(Complete(ATask(State::kAccepted), kNow), HasReason("TOO_EARLY"));
}

TEST(Complete, IsForbiddenUnlessSomebodyHoldsIt) {
  for (const State state : {State::kSubmitted, State::kNeedsInfo, State::kSearching,
                            State::kCompleted, State::kUnmet, State::kCancelled}) {
    EXPECT_THAT(Complete(ATask(state), kNow + absl::Hours(24 * 11)), HasReason("STATE_FORBIDS"));
  }
}

TEST(Cancel, RescindsWhatWasAsked) {
  const absl::StatusOr<Task> task = Cancel(ASearchingTask(1), "found-elsewhere", kNow);
  ASSERT_THAT(task, IsOk());
  EXPECT_EQ(task->request.state, State::kCancelled);
  EXPECT_EQ(task->request.reason, "found-elsewhere");
  EXPECT_EQ(task->offers[0].state, OfferState::kRescinded);
  EXPECT_EQ(task->offers[0].reason, "TASK_CANCELLED");
}

TEST(Cancel, RescindsAnAcceptanceToo) {
  const absl::StatusOr<Task> held = Accept(ASearchingTask(1), kFirst, kNow);
  EXPECT_EQ(Cancel(*held, "", kNow)->offers[0].state, OfferState::kRescinded);
  EXPECT_EQ(Cancel(*held, "", kNow)->request.held_by, OrganizationId("o1"));
}

TEST(Cancel, IsForbiddenOnceItHasEnded) {
  for (const State state :
       {State::kCompleted, State::kUnmet, State::kTurnedDown, State::kCancelled, State::kExpired}) {
    EXPECT_THAT(Cancel(ATask(state), "", kNow), HasReason("STATE_FORBIDS"));
  }
}

TEST(Cancel, WantsAReasonOfTheList) {
  EXPECT_THAT(Cancel(ATask(), "bof", kNow), HasReason("FIELDS_INVALID"));
}

TEST(Answer, SendsTheRequestToBeMatchedAgain) {
  Task asked = ATask(State::kNeedsInfo);
  asked.request.facts = {{"job-seeker", "declined"}, {"licence", "yes"}};
  const absl::StatusOr<Task> task = Answer(asked, {{"job-seeker", "yes"}}, "", kNow);
  ASSERT_THAT(task, IsOk());
  EXPECT_EQ(task->request.state, State::kSubmitted);
  EXPECT_EQ(task->request.revision, 2);
  EXPECT_THAT(task->request.open_questions, testing::IsEmpty());
  EXPECT_THAT(task->request.facts, ElementsAre(Fact{"licence", "yes"}, Fact{"job-seeker", "yes"}));
}

TEST(Answer, WantsEveryQuestionAnswered) {
  EXPECT_THAT(Answer(ATask(State::kNeedsInfo), {{"licence", "yes"}}, "", kNow),
              HasReason("ANSWER_MISSING"));
}

TEST(Answer, WantsFactsOfTheList) {
  EXPECT_THAT(
      Answer(ATask(State::kNeedsInfo), {{"job-seeker", "yes"}, {"shoe-size", "43"}}, "", kNow),
      HasReason("FIELDS_INVALID"));
}

TEST(Answer, TakesWhateverWasAsked) {
  Task task = ATask(State::kNeedsInfo);
  task.request.open_questions = {"shoe-size"};
  EXPECT_THAT(Answer(task, {{"shoe-size", "43"}}, "", kNow), IsOk());
}

TEST(Answer, KeepsFactsWithinWhatTheMatcherReads) {
  Task task = ATask(State::kNeedsInfo);
  task.request.facts = std::vector<Fact>(20, {"licence", "b"});
  EXPECT_THAT(Answer(task, {{"job-seeker", "yes"}}, "", kNow), HasReason("FIELDS_INVALID"));
}

TEST(Answer, IsForbiddenUnlessSomethingWasAsked) {
  EXPECT_THAT(Answer(ATask(), {{"job-seeker", "yes"}}, "", kNow), HasReason("STATE_FORBIDS"));
}

}  // namespace
}  // namespace entraide::request
