// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/domain/leg.h"

#include "tests/services/request/a_task.h"
#include "tests/services/request/walk.h"

namespace entraide::rides {
namespace {

using request::kNow;
using request::Role;
using request::State;

// A leg that `o1` holds.
LegTask ALeg(State state) {
  LegTask leg{.task = request::ATask(state)};
  leg.task.request.held_by = request::OrganizationId("o1");
  return leg;
}

TEST(Leg, StartsAsTheTableSays) {
  // DOMAIN 3.3, the row that only legs have.
  Walk(request::Transcribed("CONFIRMED start volunteer,staff,coordinator IN_PROGRESS"),
       {{"start", [](State state, Role role) -> absl::StatusOr<State> {
           const auto started =
               Start(ALeg(state), {.role = role, .now = kNow + absl::Hours(24 * 10)});
           if (!started.ok()) return started.status();
           return started->task.request.state;
         }}});
}

TEST(Start, IsFromAnHourBeforeByTheClockWhateverTheNight) {
  LegTask leg = ALeg(State::kConfirmed);
  // The night in which the hour from two to three comes twice.
  leg.task.request.timing.start = request::ParisTime(absl::CivilMinute(2026, 10, 25, 3, 0));
  const absl::Time from =
      absl::FromCivil(absl::CivilMinute(2026, 10, 25, 1, 0), absl::UTCTimeZone());
  EXPECT_THAT(Start(leg, {.now = from - absl::Seconds(1)}), HasReason("TOO_EARLY"));
  const auto started = Start(leg, {.now = from});
  ASSERT_THAT(started, IsOk());
  EXPECT_EQ(started->task.request.deadline, LapseTimeOf(started->task.request));
}

// A confirmed leg on 12 February at ten whose other leg stands in `other`.
LegTask OneOfTwo(State other) {
  LegTask leg = ALeg(State::kConfirmed);
  leg.details.other_leg = {.id = request::RequestId("2"), .state = other};
  return leg;
}

TEST(NextLook, IsTwoDaysAndADayBeforeALegOfTwo) {
  const absl::Time start = *ALeg(State::kConfirmed).task.request.timing.start;
  const LegTask leg = OneOfTwo(State::kSearching);
  EXPECT_EQ(NextLook(leg, kNow), start - absl::Hours(48));
  EXPECT_EQ(NextLook(leg, start - absl::Hours(48)), start - absl::Hours(24));
  EXPECT_EQ(NextLook(leg, start - absl::Hours(24)), LapseTimeOf(leg.task.request));
  EXPECT_EQ(NextLook(ALeg(State::kConfirmed), kNow), LapseTimeOf(leg.task.request));
}

TEST(LookAt, TellsTheOrganizationThatThePersonWouldHaveOneWayOnly) {
  const absl::Time start = *ALeg(State::kConfirmed).task.request.timing.start;
  for (const State missing :
       {State::kSubmitted, State::kNeedsInfo, State::kSearching, State::kAccepted, State::kUnmet,
        State::kTurnedDown, State::kExpired}) {
    const auto first = LookAt(OneOfTwo(missing), start - absl::Hours(48));
    ASSERT_THAT(first, IsOk());
    EXPECT_EQ(first->task.request.state, State::kConfirmed);
    ASSERT_THAT(first->task.lines, testing::SizeIs(1)) << NameOf(missing);
    EXPECT_EQ(first->task.lines[0].reason, "ONE_WAY_ONLY");
    const auto last = LookAt(*first, *first->task.request.deadline);
    EXPECT_THAT(last->task.lines, testing::SizeIs(2));
    EXPECT_EQ(last->task.request.deadline, LapseTimeOf(last->task.request));
  }
  for (const State there :
       {State::kConfirmed, State::kInProgress, State::kCompleted, State::kCancelled}) {
    EXPECT_THAT(LookAt(OneOfTwo(there), start - absl::Hours(48))->task.lines, testing::SizeIs(0))
        << NameOf(there);
  }
}

constexpr Way kWay = {.approach_meters = 8'000, .loaded_meters = 22'000, .return_meters = 26'000};

TEST(CompleteLeg, NotesTheMetresIfTheyAreKnown) {
  const request::Act after = {.now = kNow + absl::Hours(24 * 11)};
  EXPECT_EQ(CompleteLeg(ALeg(State::kConfirmed), kWay, after)->details.driven, kWay);
  EXPECT_EQ(CompleteLeg(ALeg(State::kInProgress), {}, after)->details.driven, std::nullopt);
  EXPECT_THAT(CompleteLeg(ALeg(State::kConfirmed), Way{}, after), HasReason("FIELDS_INVALID"));
}

TEST(SettleLeg, FixesTheCostOnTheDayOfParis) {
  LegTask leg = ALeg(State::kCompleted);
  leg.details.driven = kWay;
  // Half past eleven in the evening in London is the year after in Paris.
  const absl::Time new_year = request::ParisTime(absl::CivilMinute(2027, 1, 1, 0, 30));
  const auto settled =
      SettleLeg(leg, {.millieuros_per_km = 320, .ceiling_cents = 500}, {}, {.now = new_year});
  ASSERT_THAT(settled, IsOk());
  EXPECT_EQ(settled->task.request.state, State::kSettled);
  ASSERT_TRUE(settled->details.receipt.has_value());
  EXPECT_EQ(settled->details.receipt->day, absl::CivilDay(2027, 1, 1));
  EXPECT_EQ(settled->details.receipt->cost,
            (Cost{.indemnity_cents = 1792, .rider_share_cents = 500}));
}

TEST(SettleLeg, WantsTheMetresAndATariffThatCanBe) {
  const LegTask leg = ALeg(State::kCompleted);
  EXPECT_THAT(ViolationsOf(SettleLeg(leg, {.millieuros_per_km = -1}, {}, {.now = kNow}).status()),
              testing::SizeIs(2));
  EXPECT_THAT(SettleLeg(leg, {.millieuros_per_km = 320}, kWay, {.now = kNow}), IsOk());
}

}  // namespace
}  // namespace entraide::rides
