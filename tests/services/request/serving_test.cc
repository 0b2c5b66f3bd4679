// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/serving.h"

#include "tests/services/request/a_task.h"
#include "tests/services/request/walk.h"

namespace entraide::request {
namespace {

using Minute = absl::CivilMinute;

// Late enough for everything, early enough to correct.
const absl::Time kAfter = kNow + absl::Hours(24 * 11);

Task AHeldTask(State state) {
  Task task = ATask(state);
  task.request.held_by = OrganizationId("o1");
  return task;
}

// Confirmed, from `start` (in Paris) for an hour.
Served AConfirmed(const Minute& start) {
  Task task = AHeldTask(State::kConfirmed);
  task.request.timing = {.start = ParisTime(start), .end = ParisTime(start) + absl::Hours(1)};
  return {.task = task, .serving = {.assignee = "Paul, blue car"}};
}

absl::StatusOr<State> StateOf(const absl::StatusOr<Task>& task) {
  if (!task.ok()) return task.status();
  return task->request.state;
}

absl::StatusOr<State> StateOf(const absl::StatusOr<Served>& served) {
  if (!served.ok()) return served.status();
  return served->task.request.state;
}

TEST(Serving, GoesTheWaysOfTheTableAndNoOther) {
  // DOMAIN 3.3, the rows of legs and visits; a coordinator may do all that staff may.
  const auto rows = Transcribed(R"(
    ACCEPTED               assign    staff,coordinator           CONFIRMED
    CONFIRMED              reconfirm requester,volunteer         CONFIRMED
    CONFIRMED              unassign  staff,coordinator           ACCEPTED
    CONFIRMED,IN_PROGRESS  complete  volunteer,staff,coordinator COMPLETED
    CONFIRMED,IN_PROGRESS  no_show   volunteer,staff,coordinator NO_SHOW
    CONFIRMED,IN_PROGRESS  miss      requester,staff,coordinator MISSED
    CONFIRMED,IN_PROGRESS  lapse     system                      EXPIRED
    COMPLETED              settle    staff,coordinator           SETTLED
  )");
  const auto act = [](Role role, std::string reason = "") {
    return Act{.role = role, .now = kAfter, .reason = std::move(reason)};
  };
  Walk(
      rows,
      {{"assign",
        [&](State state, Role role) {
          return StateOf(Assign({.task = AHeldTask(state)}, "Paul", act(role)));
        }},
       {"reconfirm",
        [&](State state, Role role) {
          return StateOf(Reconfirm({.task = AHeldTask(state)}, act(role)));
        }},
       {"unassign",
        [&](State state, Role role) {
          return StateOf(Unassign({.task = AHeldTask(state)}, act(role, "unwell")));
        }},
       {"complete",
        [&](State state, Role role) {
          return StateOf(CompleteServed(AHeldTask(state), act(role)));
        }},
       {"no_show",
        [&](State state, Role role) { return StateOf(NoShow(AHeldTask(state), act(role))); }},
       {"miss", [&](State state, Role role) { return StateOf(Miss(AHeldTask(state), act(role))); }},
       {"lapse",
        [&](State state, Role role) {
          const absl::Time late = kNow + absl::Hours(24 * 41);
          return StateOf(LapseServed(AHeldTask(state), {.role = role, .now = late}));
        }},
       {"settle",
        [&](State state, Role role) { return StateOf(Settle(AHeldTask(state), act(role))); }}});
}

TEST(Serving, ACoordinatorCorrectsAnOutcomeToOneOfTheOthers) {
  for (const auto& [to, others] :
       std::map<State, std::string>{{State::kCompleted, "NO_SHOW,MISSED"},
                                    {State::kNoShow, "COMPLETED,MISSED"},
                                    {State::kMissed, "COMPLETED,NO_SHOW"}}) {
    const auto correct = [to = to](State state, Role role) {
      return StateOf(
          Correct(AHeldTask(state), to, {.role = role, .now = kAfter, .reason = "wrong-entry"}));
    };
    Walk(Transcribed(absl::StrCat(others, " correct coordinator ", NameOf(to))),
         {{"correct", correct}});
  }
}

TEST(Assign, KeepsWhoGoesAndWatchesThatAnOutcomeIsNoted) {
  const auto assigned = Assign({.task = AHeldTask(State::kAccepted)}, "Paul", {.now = kNow});
  ASSERT_THAT(assigned, IsOk());
  EXPECT_EQ(assigned->serving, Serving{.assignee = "Paul"});
  EXPECT_EQ(assigned->task.request.deadline, kNow + absl::Hours(24 * 40 + 1));
  EXPECT_THAT(Assign({.task = AHeldTask(State::kAccepted)}, "", {.now = kNow}),
              HasReason("FIELDS_INVALID"));
}

TEST(Unassign, ForgetsWhoWasToGoAndSaysWhy) {
  Served served = AConfirmed(Minute(2027, 2, 12, 10, 0));
  served.serving.reconfirm_time = kNow;
  const auto unassigned = Unassign(served, {.now = kNow, .reason = "vehicle"});
  ASSERT_THAT(unassigned, IsOk());
  EXPECT_EQ(unassigned->serving, Serving{});
  EXPECT_EQ(unassigned->task.lines.back().reason, "vehicle");
  EXPECT_THAT(Unassign(served, {.now = kNow, .reason = "because"}), HasReason("FIELDS_INVALID"));
}

// From when on `start` can be reconfirmed: not a second earlier, and then.
void ExpectReconfirmedFrom(const Minute& start, const Minute& from) {
  const auto at = [&](absl::Time now) {
    return Reconfirm(AConfirmed(start), {.role = Role::kRequester, .now = now});
  };
  EXPECT_THAT(at(ParisTime(from) - absl::Seconds(1)), HasReason("TOO_EARLY"));
  const auto reconfirmed = at(ParisTime(from));
  ASSERT_THAT(reconfirmed, IsOk());
  EXPECT_EQ(reconfirmed->serving.reconfirm_time, ParisTime(from));
}

TEST(Reconfirm, Runs48HoursOfTheClockWhateverTheDays) {
  // Tuesday back to Sunday: a weekend does not stop the clock.
  ExpectReconfirmedFrom(Minute(2026, 12, 8, 9, 0), Minute(2026, 12, 6, 9, 0));
  // The day after Bastille Day, which is a holiday and a Tuesday, back to the Monday before.
  ExpectReconfirmedFrom(Minute(2026, 7, 15, 9, 0), Minute(2026, 7, 13, 9, 0));
  // Easter Tuesday back over Easter Monday.
  ExpectReconfirmedFrom(Minute(2026, 4, 7, 9, 0), Minute(2026, 4, 5, 9, 0));
  // A night an hour short, a night an hour long: 48 hours went by all the same.
  ExpectReconfirmedFrom(Minute(2026, 3, 30, 9, 0), Minute(2026, 3, 28, 8, 0));
  ExpectReconfirmedFrom(Minute(2026, 10, 26, 9, 0), Minute(2026, 10, 24, 10, 0));
  // Over a leap day, and over one that is not.
  ExpectReconfirmedFrom(Minute(2028, 3, 1, 9, 0), Minute(2028, 2, 28, 9, 0));
  ExpectReconfirmedFrom(Minute(2027, 3, 1, 9, 0), Minute(2027, 2, 27, 9, 0));
}

TEST(Outcome, IsNotedFromItsTimeOn) {
  const Minute start(2026, 10, 25, 3, 0);  // Right after the hour that came twice.
  const Task task = AConfirmed(start).task;
  const absl::Time time = ParisTime(start);
  EXPECT_THAT(CompleteServed(task, {.now = time - absl::Seconds(1)}), HasReason("TOO_EARLY"));
  EXPECT_THAT(CompleteServed(task, {.now = time}), IsOk());
  for (const auto& absent : {NoShow, Miss}) {
    EXPECT_THAT(absent(task, {.now = time + absl::Minutes(15) - absl::Seconds(1)}),
                HasReason("TOO_EARLY"));
    EXPECT_THAT(absent(task, {.now = time + absl::Minutes(15)}), IsOk());
  }
}

TEST(Outcome, OfAServiceWithoutADateIsNotedAtAnyTime) {
  Task task = AHeldTask(State::kConfirmed);
  task.request.timing = {};
  EXPECT_THAT(CompleteServed(task, {.now = kNow}), IsOk());
}

TEST(Correct, IsForThirtyDaysAfterItsTime) {
  Task task = AConfirmed(Minute(2028, 2, 29, 9, 0)).task;  // A leap day; it ends at ten.
  task.request.state = State::kCompleted;
  const auto at = [&](const Minute& now) {
    return Correct(
        task, State::kMissed,
        {.role = Role::kCoordinator, .now = ParisTime(now), .reason = "new-information"});
  };
  // An hour of the night of 26 March is missing.
  EXPECT_THAT(at(Minute(2028, 3, 30, 11, 0)), IsOk());
  EXPECT_THAT(at(Minute(2028, 3, 30, 11, 1)), HasReason("TOO_LATE"));
}

TEST(LapseServed, EndsWhatNobodySaidTheOutcomeOf) {
  Served served{.task = AHeldTask(State::kAccepted)};
  const Task task = Assign(served, "Paul", {.now = kNow})->task;
  const absl::Time deadline = *task.request.deadline;
  EXPECT_THAT(LapseServed(task, {.role = Role::kSystem, .now = deadline - absl::Seconds(1)}),
              HasReason("TOO_EARLY"));
  const auto lapsed = LapseServed(task, {.role = Role::kSystem, .now = deadline});
  ASSERT_THAT(lapsed, IsOk());
  EXPECT_EQ(lapsed->request.reason, "OUTCOME_UNKNOWN");
}

TEST(LapseOrWait, WaitsOnForWhatWasMovedMeanwhile) {
  Task task = Assign({.task = AHeldTask(State::kAccepted)}, "Paul", {.now = kNow})->task;
  const absl::Time first = *task.request.deadline;
  *task.request.timing.end += absl::Hours(24);
  const auto waits = LapseOrWait(task, {.role = Role::kSystem, .now = first});
  ASSERT_THAT(waits, IsOk());
  EXPECT_EQ(waits->request.state, State::kConfirmed);
  EXPECT_EQ(waits->request.deadline, first + absl::Hours(24));
  EXPECT_EQ(
      LapseOrWait(*waits, {.role = Role::kSystem, .now = first + absl::Hours(24)})->request.state,
      State::kExpired);
}

}  // namespace
}  // namespace entraide::request
