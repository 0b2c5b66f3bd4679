// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/search.h"

#include <gmock/gmock.h>

#include "services/request/domain/answers.h"
#include "tests/services/request/a_task.h"
#include "tests/support/status_matchers.h"

namespace entraide::request {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

absl::StatusOr<Task> Apply(Task task, const Match& match, absl::Time now = kNow) {
  return ApplyMatch(std::move(task), match, APolicy(), now);
}

std::vector<std::string> Proposed(const Task& task) {
  std::vector<std::string> who;
  for (const Offer& offer : task.offers) {
    if (offer.state == OfferState::kProposed) who.push_back(offer.organization.value());
  }
  return who;
}

TEST(ApplyMatch, AsksTheBestOfTheFirstWave) {
  const absl::StatusOr<Task> task = Apply(ATask(), AMatch(5));
  ASSERT_THAT(task, IsOk());
  EXPECT_EQ(task->request.state, State::kSearching);
  EXPECT_THAT(Proposed(*task), ElementsAre("o1", "o2", "o3"));
  EXPECT_EQ(task->request.wave, 1);
  EXPECT_EQ(task->offers[0].expire_time, AnswerBy(APolicy(), task->request.timing, kNow));
  EXPECT_EQ(task->offers[0].weights_version, "v1");
  EXPECT_THAT(task->offers[0].terms, ElementsAre(Term{"detour", 8200, 25}));
  ASSERT_THAT(task->lines, SizeIs(1));
  EXPECT_EQ(task->lines[0].action, "match");
}

TEST(ApplyMatch, NeverAsksThoseThatAreAskedElsewhere) {
  Match match = AMatch(2);
  match.candidates[0].asked = Candidate::Asked::kElsewhere;
  EXPECT_THAT(Proposed(*Apply(ATask(), match)), ElementsAre("o2"));
}

TEST(ApplyMatch, EndsUnmetWhenItIsOfferedElsewhereOnly) {
  Match match = AMatch(1);
  match.candidates[0].asked = Candidate::Asked::kElsewhere;
  const absl::StatusOr<Task> task = Apply(ATask(), match);
  EXPECT_EQ(task->request.state, State::kUnmet);
  EXPECT_EQ(task->request.blocking_rule, "OFFERED_ELSEWHERE");
}

TEST(ApplyMatch, AsksTheRequesterWhenOnlyAnswersAreMissing) {
  const absl::StatusOr<Task> task = Apply(ATask(), {.open_questions = {"job-seeker"}});
  EXPECT_EQ(task->request.state, State::kNeedsInfo);
  EXPECT_THAT(task->request.open_questions, ElementsAre("job-seeker"));
}

TEST(ApplyMatch, DoesNotAskAgainWhatWasDeclined) {
  Task declined = ATask();
  declined.request.facts = {{.fact = "job-seeker", .value = "declined"}};
  const absl::StatusOr<Task> task = Apply(declined, {.open_questions = {"job-seeker"}});
  EXPECT_EQ(task->request.state, State::kUnmet);
  EXPECT_EQ(task->request.blocking_rule, "NOT_ELIGIBLE");
}

TEST(ApplyMatch, EndsUnmetWithTheRuleThatLeftNobody) {
  const absl::StatusOr<Task> task = Apply(ATask(), {.blocking_rule = "ZONE_NOT_SERVED"});
  EXPECT_EQ(task->request.state, State::kUnmet);
  EXPECT_EQ(task->request.blocking_rule, "ZONE_NOT_SERVED");
  EXPECT_EQ(task->request.reason, "ZONE_NOT_SERVED");
}

TEST(ApplyMatch, TurnsDownWhatHealthInsurancePays) {
  const absl::StatusOr<Task> task = Apply(ATask(), {.blocking_rule = "HEALTH_INSURANCE_PAID"});
  EXPECT_EQ(task->request.state, State::kTurnedDown);
  EXPECT_EQ(task->request.reason, "HEALTH_INSURANCE_PAID");
}

TEST(ApplyMatch, AsksNobodyInTheLastTwoHours) {
  Task near = ATask();
  near.request.timing = {.start = kNow + absl::Hours(2), .end = kNow + absl::Hours(3)};
  const absl::StatusOr<Task> task = Apply(near, AMatch(1));
  EXPECT_EQ(task->request.state, State::kUnmet);
  EXPECT_EQ(task->request.blocking_rule, "NOTICE_TOO_SHORT");
}

TEST(ApplyMatch, AsksTheNextWaveOnceTheFirstIsOver) {
  const Task first = ASearchingTask(3);
  const absl::Time later = first.offers[0].expire_time;
  const absl::StatusOr<Task> task = Apply(first, AMatch(5), later);
  ASSERT_THAT(task, IsOk());
  EXPECT_EQ(task->request.state, State::kSearching);
  EXPECT_EQ(task->request.wave, 2);
  EXPECT_EQ(task->offers[0].state, OfferState::kExpired);
  EXPECT_THAT(Proposed(*task), ElementsAre("o4", "o5"));
}

TEST(ApplyMatch, LeavesAWaveAloneThatIsNotOver) {
  EXPECT_THAT(Apply(ASearchingTask(3), AMatch(5)), HasReason("STATE_FORBIDS"));
}

TEST(ApplyMatch, DoesNotAskAnotherOfferOfAnOrganizationThatDeclined) {
  Task task = ASearchingTask(1);
  task.offers[0].state = OfferState::kDeclined;
  Match match = AMatch(2);
  match.candidates[0].service_offer = "organizations/o1/serviceOffers/other";
  EXPECT_THAT(Proposed(*Apply(task, match)), ElementsAre("o2"));
}

TEST(ApplyMatch, EndsUnmetWhenEverybodyDeclined) {
  Task task = ASearchingTask(2);
  for (Offer& offer : task.offers) offer.state = OfferState::kDeclined;
  const absl::StatusOr<Task> ended = Apply(task, AMatch(2));
  EXPECT_EQ(ended->request.state, State::kUnmet);
  EXPECT_EQ(ended->request.reason, "ALL_DECLINED");
  EXPECT_EQ(ended->request.blocking_rule, "");
}

TEST(ApplyMatch, EndsUnmetWhenSomebodyKeptSilent) {
  Task task = ASearchingTask(2);
  task.offers[0].state = OfferState::kDeclined;
  const absl::StatusOr<Task> ended = Apply(task, AMatch(2), task.offers[1].expire_time);
  EXPECT_EQ(ended->request.reason, "NO_ANSWER");
  EXPECT_EQ(ended->offers[1].state, OfferState::kExpired);
}

TEST(ApplyMatch, IsForbiddenInEveryOtherState) {
  for (const State state : {State::kNeedsInfo, State::kAccepted, State::kCompleted, State::kUnmet,
                            State::kTurnedDown, State::kCancelled, State::kExpired}) {
    EXPECT_THAT(Apply(ATask(state), AMatch(1)), HasReason("STATE_FORBIDS"));
  }
}

TEST(NextStep, FollowsTheStateAndTheClock) {
  const Task searching = ASearchingTask(1);
  const absl::Time expiry = searching.offers[0].expire_time;
  const absl::Time pickup = *searching.request.timing.start;
  EXPECT_EQ(NextStep(ATask(), APolicy(), kNow), Step::kMatch);
  EXPECT_EQ(NextStep(ATask(), APolicy(), pickup), Step::kLapse);
  EXPECT_EQ(NextStep(searching, APolicy(), kNow), Step::kNothing);
  EXPECT_EQ(NextStep(searching, APolicy(), expiry), Step::kMatch);
  EXPECT_EQ(NextStep(searching, APolicy(), pickup - absl::Hours(2)), Step::kLapse);
  EXPECT_EQ(NextStep(ATask(State::kNeedsInfo), APolicy(), kNow), Step::kNothing);
  EXPECT_EQ(NextStep(ATask(State::kNeedsInfo), APolicy(), pickup), Step::kLapse);
  EXPECT_EQ(NextStep(ATask(State::kAccepted), APolicy(), pickup), Step::kNothing);
  EXPECT_EQ(NextStep(ATask(State::kAccepted), APolicy(), pickup + absl::Hours(31 * 24)),
            Step::kLapse);
  EXPECT_EQ(NextStep(ATask(State::kCancelled), APolicy(), pickup), Step::kNothing);
}

TEST(WakeTime, IsWhenTheNextStepMayBeDue) {
  const Task searching = ASearchingTask(1);
  EXPECT_EQ(WakeTime(ATask()), kNow);
  EXPECT_EQ(WakeTime(searching), searching.offers[0].expire_time);
  Task soon = ATask(State::kNeedsInfo);
  soon.request.timing = {.start = kNow + absl::Hours(24)};
  EXPECT_EQ(WakeTime(soon), soon.request.timing.start);
  EXPECT_EQ(WakeTime(ATask(State::kCompleted)), std::nullopt);
  Task undated = ATask(State::kNeedsInfo);
  undated.request.timing = {};
  EXPECT_EQ(WakeTime(undated), kNow + absl::Hours(10 * 24)) << "to remind";
  undated.request.reminders = 1;
  EXPECT_EQ(WakeTime(undated), kNow + absl::Hours(20 * 24)) << "30 days in all";
  undated.request.state = State::kAccepted;
  EXPECT_EQ(WakeTime(undated), std::nullopt);
  undated.request.deadline = kNow + absl::Hours(5);
  EXPECT_EQ(WakeTime(undated), undated.request.deadline) << "its trade's";
}

TEST(WakeTime, IsAtOnceWhenEverybodyDeclined) {
  Task task = ASearchingTask(1);
  task.offers[0].state = OfferState::kDeclined;
  EXPECT_EQ(WakeTime(task), kNow);
}

TEST(Lapse, EndsWhatTimeHasOvertaken) {
  const auto lapsed = [](State state) { return Lapse(ATask(state), kNow)->request; };
  EXPECT_EQ(lapsed(State::kSubmitted).reason, "SERVICE_TIME_PASSED");
  EXPECT_EQ(lapsed(State::kSubmitted).state, State::kExpired);
  EXPECT_EQ(lapsed(State::kAccepted).reason, "NOT_ASSIGNED");
  EXPECT_EQ(lapsed(State::kAccepted).state, State::kUnmet);
  EXPECT_EQ(Lapse(ASearchingTask(1), kNow)->request.state, State::kUnmet);
  EXPECT_EQ(Lapse(ASearchingTask(1), kNow)->request.reason, "NO_ANSWER");
  EXPECT_THAT(Lapse(ATask(State::kCompleted), kNow), HasReason("STATE_FORBIDS"));
}

TEST(Lapse, RemindsOfAnOpenQuestionOnceAndThenGivesUp) {
  Task asked = ATask(State::kNeedsInfo);
  asked.request.timing = {};
  const Task reminded = *Lapse(asked, *WakeTime(asked));
  EXPECT_EQ(reminded.request.state, State::kNeedsInfo);
  EXPECT_EQ(reminded.lines.back().action, "remind");
  const Task over = *Lapse(reminded, *WakeTime(reminded));
  EXPECT_EQ(over.request.state, State::kExpired);
  EXPECT_EQ(over.request.reason, "ANSWER_MISSING");
  EXPECT_THAT(over.request.open_questions, testing::IsEmpty());
}

TEST(Lapse, AsksTwiceWhetherWhatWaitsIsStillNeeded) {
  Task task = ATask(State::kWaitlisted);
  task.request.timing = {};
  for (int week = 3; week <= 6; week += 3) {
    task = *Lapse(task, *WakeTime(task));
    EXPECT_EQ(task.request.state, State::kWaitlisted);
    EXPECT_EQ(task.request.update_time, kNow + absl::Hours(24 * 7 * week));
  }
  EXPECT_EQ(Lapse(task, *WakeTime(task))->request.state, State::kExpired);
  task = *StillNeeded(task, Role::kRequester, task.request.update_time);
  EXPECT_EQ(Lapse(task, *WakeTime(task))->request.state, State::kWaitlisted);
}

}  // namespace
}  // namespace entraide::request
