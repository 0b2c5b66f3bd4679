// SPDX-License-Identifier: EUPL-1.2
// Every (state, action, role) of the four machines, against the table of the specification.
#include <gmock/gmock.h>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/garage/domain/diagnosis.h"
#include "services/garage/domain/loan.h"
#include "services/garage/domain/no_show.h"
#include "services/garage/domain/parts.h"
#include "services/garage/domain/repair.h"
#include "services/platform/base/status.h"
#include "services/request/domain/names.h"
#include "tests/services/garage/a_job.h"
#include "tests/support/status_matchers.h"

namespace entraide::garage {
namespace {

// A long time from now, when whatever waits for a time has waited for long enough.
const absl::Time kLater = kNow + absl::Hours(24 * 60);

// One row of the specification; `who` are letters: R requester, S staff, C coordinator, Y system.
struct SpecRow {
  std::string from;
  std::string action;
  std::string who;
  std::string to;
};

// What an action does to a job, with values that none of its guards minds.
using Doing = std::function<absl::StatusOr<Job>(Job, const Actor&)>;

struct Spec {
  JobType type;
  std::vector<SpecRow> rows;
  std::map<std::string, Doing> actions;
};

Spec OfRepair() {
  return {
      .type = JobType::kRepair,
      .rows =
          {
              {"ACCEPTED SCHEDULED", "schedule", "SC", "SCHEDULED"},
              {"SCHEDULED", "unschedule", "SC", "ACCEPTED"},
              {"SCHEDULED", "no_show", "SC", "NO_SHOW"},
              {"SCHEDULED", "take_in", "SC", "IN_WORKSHOP"},
              {"IN_WORKSHOP QUOTED", "quote", "SC", "QUOTED"},
              {"QUOTED", "approve_quote", "R", "FUNDING"},
              {"QUOTED", "refuse_quote", "R", "READY"},
              {"QUOTED", "expire", "Y", "READY"},
              {"FUNDING", "grant", "SC", "APPROVED"},
              {"FUNDING", "refuse_funding", "SC", "QUOTED"},
              {"APPROVED", "wait_parts", "SC", "APPROVED"},
              {"APPROVED", "finish", "SC", "READY"},
              {"IN_WORKSHOP QUOTED FUNDING APPROVED", "give_up", "SC", "READY"},
              {"READY", "remind", "Y", "READY"},
              {"READY", "return_vehicle", "SC", "RETURNED"},
              {"RETURNED", "settle", "SC", "SETTLED"},
          },
      .actions = {
          {"schedule",
           [](Job job, const Actor& actor) {
             return Schedule(job, {.start = kNow, .duration = absl::Hours(2)}, Workshop(), {},
                             actor);
           }},
          {"unschedule",
           [](Job job, const Actor& actor) { return Unschedule(job, "asked", actor); }},
          {"no_show", [](Job job, const Actor& actor) { return NoShow(job, actor); }},
          {"take_in", [](Job job, const Actor& actor) { return TakeIn(job, 90'000, actor); }},
          {"quote",
           [](Job job, const Actor& actor) {
             Quote quote = AQuote();
             quote.valid_until = absl::ToCivilDay(kLater, request::Paris());
             return MakeQuote(job, quote, actor);
           }},
          {"approve_quote",
           [](Job job, const Actor& actor) {
             job.details.progress.quote = AQuote();
             job.details.progress.quote->valid_until = absl::ToCivilDay(kLater, request::Paris());
             return ApproveQuote(job, 1, actor);
           }},
          {"refuse_quote",
           [](Job job, const Actor& actor) {
             job.details.progress.quote = AQuote();
             return RefuseQuote(job, 1, actor);
           }},
          {"expire", [](Job job, const Actor& actor) { return ExpireQuote(job, actor); }},
          {"grant", [](Job job, const Actor& actor) { return Grant(job, {}, actor); }},
          {"refuse_funding",
           [](Job job, const Actor& actor) { return RefuseFunding(job, "ccas", actor); }},
          {"wait_parts",
           [](Job job, const Actor& actor) { return WaitParts(job, kToday + 90, actor); }},
          {"finish", [](Job job, const Actor& actor) { return Finish(job, 150'00, actor); }},
          {"give_up",
           [](Job job, const Actor& actor) {
             return GiveUpRepair(job, "UNECONOMIC", 20'00, actor);
           }},
          {"remind", [](Job job, const Actor& actor) { return RemindToFetch(job, actor); }},
          {"return_vehicle", [](Job job, const Actor& actor) { return ReturnVehicle(job, actor); }},
          {"settle",
           [](Job job, const Actor& actor) { return SettleRepair(job, "2027-0001", actor); }},
      }};
}

Spec OfLoan() {
  return {
      .type = JobType::kLoan,
      .rows =
          {
              {"ACCEPTED RESERVED", "reserve", "SC", "RESERVED"},
              {"RESERVED", "unreserve", "SC", "ACCEPTED"},
              {"RESERVED", "no_show", "SC", "NO_SHOW"},
              {"RESERVED", "check_out", "SC", "CHECKED_OUT"},
              {"CHECKED_OUT", "extend", "SC", "CHECKED_OUT"},
              {"CHECKED_OUT", "mark_overdue", "Y", "CHECKED_OUT"},
              {"CHECKED_OUT", "check_in", "SC", "CHECKED_IN"},
              {"CHECKED_OUT", "write_off", "C", "CHECKED_IN"},
              {"CHECKED_IN", "settle", "SC", "SETTLED"},
          },
      .actions = {
          {"reserve",
           [](Job job, const Actor& actor) { return Reserve(job, ALoan(), AVehicle(), actor); }},
          {"unreserve", [](Job job, const Actor& actor) { return Unreserve(job, "asked", actor); }},
          {"no_show", [](Job job, const Actor& actor) { return NoShow(job, actor); }},
          {"check_out",
           [](Job job, const Actor& actor) {
             return HandOut(job,
                            {.contract_signed = true,
                             .deposit_cents = 150'00,
                             .licence_categories = {"B"},
                             .handover = {.mileage_km = 90'010}},
                            AVehicle(), actor);
           }},
          {"extend",
           [](Job job, const Actor& actor) { return Extend(job, kToday + 20, AVehicle(), actor); }},
          {"mark_overdue", [](Job job, const Actor& actor) { return MarkOverdue(job, actor); }},
          {"check_in",
           [](Job job, const Actor& actor) { return CheckIn(job, {.mileage_km = 90'500}, actor); }},
          {"write_off", [](Job job, const Actor& actor) { return WriteOff(job, "STOLEN", actor); }},
          {"settle", [](Job job, const Actor& actor) { return SettleLoan(job, 0, "", actor); }},
      }};
}

Spec OfDiagnosis() {
  return {.type = JobType::kDiagnosis,
          .rows =
              {
                  {"ACCEPTED BOOKED", "book", "SC", "BOOKED"},
                  {"BOOKED", "unbook", "SC", "ACCEPTED"},
                  {"BOOKED", "no_show", "SC", "NO_SHOW"},
                  {"BOOKED", "finish", "SC", "DONE"},
                  {"DONE", "report", "SC", "REPORTED"},
              },
          .actions = {
              {"book",
               [](Job job, const Actor& actor) {
                 return Book(job, {.start = kNow, .duration = absl::Hours(1)}, Workshop(), {},
                             actor);
               }},
              {"unbook", [](Job job, const Actor& actor) { return Unbook(job, "asked", actor); }},
              {"no_show", [](Job job, const Actor& actor) { return NoShow(job, actor); }},
              {"finish", [](Job job, const Actor& actor) { return FinishDiagnosis(job, actor); }},
              {"report",
               [](Job job, const Actor& actor) {
                 return WriteReport(job, {.text = "freins à changer"}, actor);
               }},
          }};
}

Spec OfParts() {
  return {.type = JobType::kParts,
          .rows =
              {
                  {"ACCEPTED", "set_aside", "SC", "RESERVED"},
                  {"ACCEPTED", "give_up", "SC", "UNMET"},
                  {"RESERVED", "hand_over", "SC", "HANDED_OVER"},
                  {"RESERVED", "expire", "Y", "EXPIRED"},
              },
          .actions = {
              {"set_aside",
               [](Job job, const Actor& actor) {
                 return SetAside(job, {.price_cents = 25'00, .keep_until = kToday + 90}, actor);
               }},
              {"give_up", [](Job job, const Actor& actor) { return GiveUpPart(job, actor); }},
              {"hand_over", [](Job job, const Actor& actor) { return HandOver(job, actor); }},
              {"expire", [](Job job, const Actor& actor) { return ExpirePart(job, actor); }},
          }};
}

std::string LetterOf(Role role) {
  switch (role) {
    case Role::kRequester:
      return "R";
    case Role::kStaff:
      return "S";
    case Role::kCoordinator:
      return "C";
    case Role::kSystem:
      return "Y";
    default:
      return "-";  // Volunteers and operators have no part in a garage.
  }
}

bool Holds(const std::string& states, absl::string_view state) {
  const std::vector<std::string> parts = absl::StrSplit(states, ' ');
  return absl::c_linear_search(parts, state);
}

// Where the specification leads, or why it refuses: the role never may; not from that state; the
// role may, but others only from that state.
std::string Wanted(const Spec& spec, const std::string& action, State from, Role role) {
  bool role_may = false;
  bool state_may = false;
  for (const SpecRow& row : spec.rows) {
    if (row.action != action) continue;
    const bool of_role = row.who.find(LetterOf(role)) != std::string::npos;
    const bool of_state = Holds(row.from, request::NameOf(from));
    if (of_role && of_state) return row.to;
    role_may = role_may || of_role;
    state_may = state_may || of_state;
  }
  return role_may && !state_may ? "STATE_FORBIDS" : "ROLE_FORBIDS";
}

class Machines : public testing::TestWithParam<Spec (*)()> {};

TEST_P(Machines, DoWhatTheSpecificationSaysFromEveryStateForEveryRole) {
  const Spec spec = GetParam()();
  int allowed = 0;
  for (const auto& [action, act] : spec.actions) {
    for (int s = 0; s < request::kStateCount; ++s) {
      for (int r = 0; r < request::kRoleCount; ++r) {
        const auto from = static_cast<State>(s);
        const auto role = static_cast<Role>(r);
        const std::string where =
            absl::StrCat(request::NameOf(from), " ", action, " ", request::NameOf(role));
        const absl::StatusOr<Job> after = act(AJob(spec.type, from), By(role, kLater));
        const std::string reached = after.ok()
                                        ? std::string(request::NameOf(after->task.request.state))
                                        : ReasonOf(after.status());
        EXPECT_EQ(reached, Wanted(spec, action, from, role)) << where << " " << after.status();
        if (!after.ok()) continue;
        ++allowed;
        ASSERT_EQ(after->task.lines.size(), 1u) << where;
        EXPECT_EQ(after->task.lines[0].action, action) << where;
        EXPECT_EQ(after->task.lines[0].role, role) << where;
      }
    }
  }
  EXPECT_GT(allowed, 0);
}

TEST_P(Machines, HaveAnActionForEveryRow) {
  const Spec spec = GetParam()();
  std::set<std::string> rows;
  std::set<std::string> actions;
  for (const SpecRow& row : spec.rows) rows.insert(row.action);
  for (const auto& [action, act] : spec.actions) actions.insert(action);
  EXPECT_EQ(rows, actions);
}

TEST_P(Machines, RefuseWhatOnlyJobsOfAnotherTypeKnow) {
  const Spec spec = GetParam()();
  for (Spec (*other_of)() : {OfRepair, OfLoan, OfDiagnosis, OfParts}) {
    const Spec other = other_of();
    for (const auto& [action, act] : other.actions) {
      if (spec.actions.contains(action)) continue;
      EXPECT_THAT(act(AJob(spec.type, State::kAccepted), Staff()), HasReason("STATE_FORBIDS"))
          << action;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(OfEveryType, Machines,
                         testing::Values(OfRepair, OfLoan, OfDiagnosis, OfParts));

}  // namespace
}  // namespace entraide::garage
