// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/repair.h"

#include <gmock/gmock.h>

#include "services/garage/domain/due.h"
#include "services/garage/domain/no_show.h"
#include "tests/services/garage/a_job.h"
#include "tests/support/status_matchers.h"

namespace entraide::garage {
namespace {

using testing::ElementsAre;
using testing::Optional;

Job ARepair(State state) { return AJob(JobType::kRepair, state); }

// That day at that hour, for so long.
Slot At(int hour, int hours) {
  return {.start = request::ParisTime(absl::CivilMinute(2027, 2, 3, hour, 0)),
          .duration = absl::Hours(hours)};
}

Appointment Booked(int number, int hour, int hours) {
  const Slot slot = At(hour, hours);
  return {.number = number, .start = slot.start, .end = slot.start + slot.duration};
}

TEST(Schedule, TakesTheFirstBayThatIsFree) {
  const Workshop workshop{.bay_count = 2};
  const auto first = Schedule(ARepair(State::kAccepted), At(9, 2), workshop, {}, Staff());
  ASSERT_THAT(first, IsOk());
  EXPECT_EQ(first->details.progress.appointment->number, 1);
  const auto second =
      Schedule(ARepair(State::kAccepted), At(10, 2), workshop, {Booked(1, 9, 2)}, Staff());
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(second->details.progress.appointment->number, 2);
}

TEST(Schedule, UsesABayAgainAtTheMinuteItIsFree) {
  const auto next =
      Schedule(ARepair(State::kAccepted), At(11, 2), Workshop(), {Booked(1, 9, 2)}, Staff());
  EXPECT_THAT(next, IsOk());
}

TEST(Schedule, RefusesWhenEveryBayIsTaken) {
  EXPECT_THAT(
      Schedule(ARepair(State::kAccepted), At(10, 2), Workshop(), {Booked(1, 9, 2)}, Staff()),
      HasReason("NO_CAPACITY"));
}

TEST(Schedule, RefusesWhenTheMechanicsHaveNoTimeLeftThatDay) {
  const Workshop workshop{.bay_count = 9, .mechanic_minutes = {0, 0, 300, 0, 0, 0, 0}};
  EXPECT_THAT(Schedule(ARepair(State::kAccepted), At(9, 3), workshop, {Booked(1, 14, 2)}, Staff()),
              IsOk())
      << "a Wednesday";
  EXPECT_THAT(Schedule(ARepair(State::kAccepted), At(9, 4), workshop, {Booked(1, 14, 2)}, Staff()),
              HasReason("NO_CAPACITY"));
}

TEST(Schedule, KeepsNoBayForAnAdviser) {
  Appointment advice = Booked(1, 9, 2);
  advice.place = Place::kAdviser;
  EXPECT_THAT(Schedule(ARepair(State::kAccepted), At(9, 7), Workshop(), {advice}, Staff()), IsOk());
}

TEST(CheckSlot, WantsAQuarterToTwelveHoursWithinOneDayThatIsNotOver) {
  const auto wrong = [](const Slot& slot) {
    Violations violations;
    CheckSlot(slot, kNow, "schedule", violations);
    return violations.empty() ? ""
                              : violations.found()[0].field + " " + violations.found()[0].reason;
  };
  EXPECT_EQ(wrong(At(9, 2)), "");
  EXPECT_EQ(wrong(At(12, 12)), "");
  EXPECT_EQ(wrong(At(13, 12)), "schedule.duration_minutes OUT_OF_RANGE");
  EXPECT_EQ(wrong(At(9, 0)), "schedule.duration_minutes OUT_OF_RANGE");
  EXPECT_EQ(wrong({.start = kNow - absl::Hours(24), .duration = absl::Hours(1)}),
            "schedule.start_time IN_PAST");
  EXPECT_EQ(wrong({.start = kNow + absl::Hours(24 * 400), .duration = absl::Hours(1)}),
            "schedule.start_time OUT_OF_RANGE");
}

TEST(NoShow, WaitsForTheAppointment) {
  Job job = ARepair(State::kScheduled);
  job.details.progress.appointment = Booked(1, 9, 2);
  EXPECT_THAT(NoShow(job, Staff(At(9, 0).start - absl::Seconds(1))), HasReason("TOO_EARLY"));
  const auto after = NoShow(job, Staff(At(9, 0).start));
  ASSERT_THAT(after, IsOk());
  EXPECT_EQ(after->details.progress.appointment, std::nullopt) << "the bay is free again";
}

TEST(MakeQuote, WorksOutTheTotalAndLetsThePersonPayUnlessItIsSaidWho) {
  const auto quoted = MakeQuote(
      ARepair(State::kInWorkshop),
      {.work_minutes = 50, .hourly_rate_cents = 35'01, .parts_cents = 10'00, .valid_until = kToday},
      Staff());
  ASSERT_THAT(quoted, IsOk());
  const Quote& quote = *quoted->details.progress.quote;
  EXPECT_EQ(quote.total_cents, 39'18) << "29.175 euro of work";
  EXPECT_THAT(quote.shares, ElementsAre(Share{.funder = "client", .cents = 39'18}));
}

TEST(MakeQuote, IsANewVersionEachTime) {
  const auto again = MakeQuote(ARepair(State::kQuoted), AQuote(), Staff());
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->details.progress.quote->version, 2);
}

TEST(MakeQuote, RefusesWhatIsIncomplete) {
  const auto quote_with = [](auto change) {
    Quote quote = AQuote();
    change(quote);
    return MakeQuote(ARepair(State::kInWorkshop), quote, Staff());
  };
  EXPECT_THAT(quote_with([](Quote&) {}), IsOk());
  EXPECT_THAT(quote_with([](Quote& q) { q.parts_cents = q.work_minutes = 0; }),
              HasReason("QUOTE_INCOMPLETE"));
  EXPECT_THAT(quote_with([](Quote& q) { q.hourly_rate_cents = 0; }), HasReason("QUOTE_INCOMPLETE"));
  EXPECT_THAT(quote_with([](Quote& q) { q.valid_until.reset(); }), HasReason("QUOTE_INCOMPLETE"));
  EXPECT_THAT(quote_with([](Quote& q) { q.valid_until = kToday - 1; }),
              HasReason("QUOTE_INCOMPLETE"));
  EXPECT_THAT(quote_with([](Quote& q) { q.shares[1].cents += 1; }), HasReason("QUOTE_INCOMPLETE"));
}

TEST(ApproveQuote, WaitsForFundersIfThereAreAny) {
  const auto asked = ApproveQuote(ARepair(State::kQuoted), 1, By(Role::kRequester));
  ASSERT_THAT(asked, IsOk());
  EXPECT_EQ(asked->task.request.state, State::kFunding);
  EXPECT_EQ(asked->details.progress.quote->shares[0].state, ShareState::kGranted);
  EXPECT_EQ(asked->details.progress.quote->shares[1].state, ShareState::kRequested);
  Job alone = ARepair(State::kQuoted);
  alone.details.progress.quote->shares = {{.funder = "client", .cents = 150'00}};
  EXPECT_EQ(ApproveQuote(alone, 1, By(Role::kRequester))->task.request.state, State::kApproved);
}

TEST(ApproveQuote, RefusesAnotherVersionAndOneWhoseLastDayIsOver) {
  EXPECT_THAT(ApproveQuote(ARepair(State::kQuoted), 2, By(Role::kRequester)),
              HasReason("CHANGED_MEANWHILE"));
  const absl::Time last = absl::FromCivil(kToday + 31, request::Paris());
  EXPECT_THAT(ApproveQuote(ARepair(State::kQuoted), 1, By(Role::kRequester, last)),
              HasReason("QUOTE_EXPIRED"));
  EXPECT_THAT(
      ApproveQuote(ARepair(State::kQuoted), 1, By(Role::kRequester, last - absl::Seconds(1))),
      IsOk());
}

TEST(RefuseFunding, WantsANewPlanBeforeThePersonCanApprove) {
  const auto refused = RefuseFunding(ARepair(State::kFunding), "ccas", Staff());
  ASSERT_THAT(refused, IsOk());
  EXPECT_THAT(ApproveQuote(*refused, 1, By(Role::kRequester)), HasReason("FUNDING_SHORT"));
  EXPECT_THAT(MakeQuote(*refused, AQuote(), Staff()), IsOk());
}

TEST(RefuseFunding, KnowsOnlyTheFundersOfThePlan) {
  EXPECT_THAT(RefuseFunding(ARepair(State::kFunding), "caf", Staff()), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(RefuseFunding(ARepair(State::kFunding), "client", Staff()),
              HasReason("FIELDS_INVALID"));
}

TEST(Grant, GoesOnOnlyIfTheSharesAreTheTotal) {
  EXPECT_THAT(Grant(ARepair(State::kFunding), {}, Staff()), IsOk());
  EXPECT_THAT(Grant(ARepair(State::kFunding), {{.funder = "ccas", .cents = 50'00}}, Staff()),
              IsOk());
  EXPECT_THAT(Grant(ARepair(State::kFunding), {{.funder = "ccas", .cents = 49'99}}, Staff()),
              HasReason("FUNDING_SHORT"));
  EXPECT_THAT(Grant(ARepair(State::kFunding), {{.funder = "caf", .cents = 50'00}}, Staff()),
              HasReason("FUNDING_SHORT"));
}

TEST(Finish, CostsAtMostATenthMoreThanWasAgreed) {
  EXPECT_THAT(Finish(ARepair(State::kApproved), 165'00, Staff()), IsOk());
  EXPECT_THAT(Finish(ARepair(State::kApproved), 165'01, Staff()), HasReason("OVER_QUOTE"));
}

TEST(GiveUpRepair, WantsAReasonOfTheList) {
  EXPECT_THAT(GiveUpRepair(ARepair(State::kApproved), "TIRED", 0, Staff()),
              HasReason("FIELDS_INVALID"));
  const auto given_up = GiveUpRepair(ARepair(State::kApproved), "UNSAFE", 20'00, Staff());
  ASSERT_THAT(given_up, IsOk());
  EXPECT_EQ(given_up->details.progress.repair->outcome, Outcome::kUnrepaired);
  EXPECT_EQ(given_up->task.lines.back().reason, "UNSAFE");
}

std::vector<Share> BillAt(Cents cost, Outcome outcome) {
  Job job = ARepair(State::kReturned);
  job.details.progress.repair->cost_cents = cost;
  job.details.progress.repair->outcome = outcome;
  return SettleRepair(job, "2027-0001", Staff())->details.progress.repair->bill;
}

Share Pays(const std::string& funder, Cents cents) {
  return {.funder = funder, .cents = cents, .state = ShareState::kGranted};
}

TEST(SettleRepair, LeavesToThePersonWhatTheFundersDoNotPay) {
  EXPECT_THAT(BillAt(160'00, Outcome::kRepaired),
              ElementsAre(Pays("ccas", 50'00), Pays("client", 110'00)));
  EXPECT_THAT(BillAt(30'00, Outcome::kRepaired),
              ElementsAre(Pays("ccas", 30'00), Pays("client", 0)));
}

TEST(SettleRepair, ChargesNoFunderForWhatWasNotRepaired) {
  EXPECT_THAT(BillAt(20'00, Outcome::kUnrepaired), ElementsAre(Pays("client", 20'00)));
}

TEST(WhatIsDue, IsThatAQuoteExpiresWithItsLastDay) {
  const Job quoted = *MakeQuote(ARepair(State::kInWorkshop), AQuote(), Staff());
  const absl::Time end = absl::FromCivil(kToday + 31, request::Paris());
  EXPECT_THAT(quoted.task.request.deadline, Optional(end));
  EXPECT_THAT(DoWhatIsDue(quoted, end - absl::Seconds(1)), HasReason("TOO_EARLY"));
  const auto expired = DoWhatIsDue(quoted, end);
  ASSERT_THAT(expired, IsOk());
  EXPECT_EQ(expired->task.request.state, State::kReady);
  EXPECT_EQ(expired->details.progress.repair->outcome_reason, "QUOTE_EXPIRED");
}

TEST(WhatIsDue, IsThatAVehicleThatIsReadyIsSpokenOfEveryWeek) {
  const absl::Duration week = absl::Hours(7 * 24);
  const Job ready = *Finish(ARepair(State::kApproved), 150'00, Staff());
  EXPECT_THAT(ready.task.request.deadline, Optional(kNow + week));
  const auto reminded = DoWhatIsDue(ready, kNow + week);
  ASSERT_THAT(reminded, IsOk());
  EXPECT_THAT(reminded->task.request.deadline, Optional(kNow + 2 * week));
  EXPECT_THAT(DoWhatIsDue(ARepair(State::kApproved), kNow + week), HasReason("STATE_FORBIDS"));
}

}  // namespace
}  // namespace entraide::garage
