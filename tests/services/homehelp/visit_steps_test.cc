// SPDX-License-Identifier: EUPL-1.2
#include "services/homehelp/domain/visit_steps.h"

#include "tests/services/request/a_task.h"
#include "tests/services/request/walk.h"

namespace entraide::homehelp {
namespace {

using request::kNow;
using request::Role;
using request::State;

const Quote kQuote = {.minutes = 120, .price_cents = 4800, .valid_until = kNow + absl::Hours(48)};
const request::Act kStaff = {.role = Role::kStaff, .now = kNow};
const request::Act kRequester = {.role = Role::kRequester, .now = kNow};

// A paid visit that `o1` holds, and asks 48 euros for.
VisitTask AVisit(State state) {
  VisitTask visit{.task = request::ATask(state), .details = {.mode = Mode::kPrestataire}};
  visit.task.request.kind = "housework";
  visit.task.request.held_by = request::OrganizationId("o1");
  visit.task.offers = {
      {.organization = request::OrganizationId("o1"), .state = request::OfferState::kAccepted}};
  visit.details.quote = kQuote;
  visit.details.quote->given_by = visit.task.request.held_by;
  return visit;
}

absl::StatusOr<State> StateOf(const absl::StatusOr<VisitTask>& visit) {
  if (!visit.ok()) return visit.status();
  return visit->task.request.state;
}

TEST(Quoting, GoesTheWaysOfTheTableAndNoOther) {
  // DOMAIN 3.3, the rows that only visits have; a coordinator may do all that staff may.
  const auto rows = request::Transcribed(R"(
    ACCEPTED,QUOTED quote        staff,coordinator QUOTED
    QUOTED          accept_quote requester         ACCEPTED
    QUOTED          refuse_quote requester         SUBMITTED
    QUOTED          expire       system            EXPIRED
  )");
  Walk(rows,
       {{"quote",
         [](State state, Role role) {
           return StateOf(GiveQuote(AVisit(state), kQuote, {.role = role, .now = kNow}));
         }},
        {"accept_quote",
         [](State state, Role role) {
           return StateOf(AcceptQuote(AVisit(state), {.role = role, .now = kNow}));
         }},
        {"refuse_quote",
         [](State state, Role role) {
           return StateOf(RefuseQuote(AVisit(state), {.role = role, .now = kNow}));
         }},
        {"expire", [](State state, Role role) {
           return StateOf(ExpireQuote(AVisit(state), {.role = role, .now = kQuote.valid_until}));
         }}});
}

TEST(GiveQuote, StandsUntilItsTimeAndReplacesTheOneBefore) {
  const auto quoted = GiveQuote(AVisit(State::kAccepted), kQuote, kStaff);
  ASSERT_THAT(quoted, IsOk());
  EXPECT_EQ(quoted->task.request.deadline, kQuote.valid_until);
  Quote dearer = kQuote;
  dearer.price_cents = 6000;
  dearer.valid_until += absl::Hours(1);
  const auto again = GiveQuote(*quoted, dearer, kStaff);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->details.quote->price_cents, 6000);
  EXPECT_EQ(again->task.request.deadline, dearer.valid_until);
}

TEST(GiveQuote, IsForPaidVisitsAndNamesAllThatIsWrong) {
  VisitTask unpaid = AVisit(State::kAccepted);
  unpaid.details.mode = Mode::kBenevole;
  EXPECT_THAT(GiveQuote(unpaid, kQuote, kStaff), HasReason("FIELDS_INVALID"));
  const auto wrong = GiveQuote(AVisit(State::kAccepted), {.valid_until = kNow}, kStaff);
  EXPECT_THAT(ViolationsOf(wrong.status()), testing::SizeIs(3));
}

TEST(AcceptQuote, IsTooLateOnceThePriceNoLongerStands) {
  EXPECT_THAT(
      AcceptQuote(AVisit(State::kQuoted), {.role = Role::kRequester, .now = kQuote.valid_until}),
      HasReason("QUOTE_EXPIRED"));
  EXPECT_THAT(ExpireQuote(AVisit(State::kQuoted), {.role = Role::kSystem, .now = kNow}),
              HasReason("TOO_EARLY"));
}

TEST(RefuseQuote, LooksForOthersWithoutThisProvider) {
  const auto refused = RefuseQuote(AVisit(State::kQuoted), kRequester);
  ASSERT_THAT(refused, IsOk());
  EXPECT_FALSE(refused->task.request.held_by.has_value());
  EXPECT_FALSE(refused->details.quote.has_value());
  EXPECT_FALSE(IsAskable(refused->task, request::ACandidate(1)));
  EXPECT_TRUE(IsAskable(refused->task, request::ACandidate(2)));
}

TEST(CheckQuoted, WantsAnAcceptedPriceOfWhoHoldsIt) {
  VisitTask visit = AVisit(State::kAccepted);
  EXPECT_THAT(CheckQuoted(visit), HasReason("QUOTE_MISSING"));
  visit.details.quote->accept_time = kNow;
  EXPECT_THAT(CheckQuoted(visit), IsOk());
  visit.task.request.held_by = request::OrganizationId("o2");
  EXPECT_THAT(CheckQuoted(visit), HasReason("QUOTE_MISSING")) << "another asks another price";
  visit.details.mode = Mode::kBenevole;
  EXPECT_THAT(CheckQuoted(visit), IsOk());
}

TEST(CompleteVisit, TookAsLongAsWasAskedForUnlessItIsSaid) {
  const request::Act after = {.now = kNow + absl::Hours(24 * 11)};
  EXPECT_EQ(CompleteVisit(AVisit(State::kConfirmed), {}, after)->details.worked_minutes, 60);
  EXPECT_EQ(CompleteVisit(AVisit(State::kConfirmed), 95, after)->details.worked_minutes, 95);
  EXPECT_THAT(CompleteVisit(AVisit(State::kConfirmed), -5, after), HasReason("FIELDS_INVALID"));
}

TEST(SettleVisit, CostsTheAcceptedPriceUnlessAnotherIsSaid) {
  EXPECT_EQ(SettleVisit(AVisit(State::kCompleted), {}, kStaff)->details.cost_cents, 4800);
  EXPECT_EQ(SettleVisit(AVisit(State::kCompleted), 2400, kStaff)->details.cost_cents, 2400);
  VisitTask unpaid = AVisit(State::kCompleted);
  unpaid.details.quote.reset();
  EXPECT_THAT(SettleVisit(unpaid, {}, kStaff), HasReason("FIELDS_INVALID"));
  EXPECT_EQ(SettleVisit(unpaid, 0, kStaff)->details.cost_cents, 0);
}

}  // namespace
}  // namespace entraide::homehelp
