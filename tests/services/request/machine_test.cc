// SPDX-License-Identifier: EUPL-1.2
// The front's machine, written down once more by hand: every state, action and role.
#include "services/request/domain/machine.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/request/domain/answers.h"
#include "services/request/domain/changing.h"
#include "services/request/domain/holding.h"
#include "services/request/domain/names.h"
#include "tests/services/request/a_task.h"
#include "tests/support/status_matchers.h"

namespace entraide::request {
namespace {

constexpr char kHeld[] = "ACCEPTED WAITLISTED CONFIRMED SCHEDULED RESERVED BOOKED QUOTED";

struct Line {
  std::string from{};
  std::string action{};
  std::string who{};  // R requester, S staff, C coordinator, V volunteer, O operator, Y system
  std::string to{};   // `same`: where it was.
};

const std::vector<Line>& Table() {
  static const std::vector<Line> kTable = {
      {"SUBMITTED", "match", "Y", "SEARCHING NEEDS_INFO UNMET TURNED_DOWN"},
      {"SUBMITTED NEEDS_INFO SEARCHING", "change", "R", "SUBMITTED"},
      {"NEEDS_INFO", "answer", "R", "ACCEPTED SUBMITTED"},
      {"SUBMITTED NEEDS_INFO WAITLISTED", "expire", "Y", "EXPIRED"},
      {"NEEDS_INFO WAITLISTED", "remind", "Y", "same"},
      {"SEARCHING", "next_wave", "Y", "same"},
      {"SEARCHING", "exhaust", "Y", "ACCEPTED UNMET"},
      {"SEARCHING", "accept", "SC", "ACCEPTED"},
      {"ACCEPTED", "ask_info", "SC", "NEEDS_INFO"},
      {"ACCEPTED", "waitlist", "SC", "WAITLISTED"},
      {"WAITLISTED", "promote", "SCY", "ACCEPTED"},
      {"WAITLISTED", "still_needed", "R", "same"},
      {"WAITLISTED", "give_up", "SCY", "UNMET"},
      {"ACCEPTED WAITLISTED", "release", "SC", "SUBMITTED"},
      {"ACCEPTED WAITLISTED", "transfer", "SC", "SEARCHING"},
      {"ACCEPTED WAITLISTED", "turn_down", "SC", "TURNED_DOWN"},
      {"ACCEPTED", "lapse", "Y", "UNMET"},
      {kHeld, "propose_change", "RSC", "same"},
      {kHeld, "agree", "RSC", "same"},
      {kHeld, "disagree", "RSC", "same"},
      {absl::StrCat(kHeld, " SUBMITTED NEEDS_INFO SEARCHING"), "cancel", "R", "CANCELLED"},
  };
  return kTable;
}

bool Holds(const std::string& names, State state) {
  const std::vector<std::string> all = absl::StrSplit(names, ' ');
  return std::find(all.begin(), all.end(), NameOf(state)) != all.end();
}

char LetterOf(Role role) { return std::string("RSYCVO").at(static_cast<std::size_t>(role)); }

// What the table says: "" if it may be done.
std::string Refusal(const Line& line, State state, Role role) {
  if (!absl::StrContains(line.who, LetterOf(role))) return "ROLE_FORBIDS";
  return Holds(line.from, state) ? "" : "STATE_FORBIDS";
}

template <typename Work>
void ForEveryTriple(const Work& work) {
  for (const Line& line : Table()) {
    for (int s = 0; s < kStateCount; ++s) {
      for (int r = 0; r < kRoleCount; ++r) {
        const auto state = static_cast<State>(s);
        const auto role = static_cast<Role>(r);
        SCOPED_TRACE(absl::StrCat(NameOf(state), " ", line.action, " ", NameOf(role)));
        work(line, state, role);
      }
    }
  }
}

TEST(Front, AllowsWhatItsTableSaysAndNothingElse) {
  ForEveryTriple([](const Line& line, State state, Role role) {
    const absl::Status checked = CheckStep(kFront, state, line.action, role);
    const std::string refusal = Refusal(line, state, role);
    if (refusal.empty()) {
      EXPECT_THAT(checked, IsOk());
    } else {
      EXPECT_THAT(checked, HasReason(refusal));
    }
  });
}

TEST(Front, HasNoRowThatTheTableHasNot) {
  for (const Row& row : kFront) {
    const auto line = std::find_if(Table().begin(), Table().end(),
                                   [&](const Line& one) { return one.action == row.action; });
    ASSERT_NE(line, Table().end()) << row.action;
    for (int s = 0; s < kStateCount; ++s) {
      const auto state = static_cast<State>(s);
      const std::string& to = line->to == "same" ? line->from : line->to;
      EXPECT_EQ(row.to.Has(state), Holds(to, state)) << row.action << " to " << NameOf(state);
    }
  }
  EXPECT_EQ(std::size(kFront), Table().size());
}

// Every action that somebody takes, with values that nothing is wrong with.
using Take = std::function<absl::StatusOr<Task>(Task, Role)>;
const std::map<std::string, Take>& Actions() {
  static const std::map<std::string, Take> kActions = {
      {"change",
       [](Task task, Role role) { return Change(task, task.request.timing, role, kNow); }},
      {"ask_info",
       [](Task task, Role role) {
         return AskInfo(task, {"licence"}, "How many steps?", role, kNow);
       }},
      {"waitlist", [](Task task, Role role) { return Waitlist(task, "season", role, kNow); }},
      {"promote", [](Task task, Role role) { return Promote(task, "", role, kNow); }},
      {"still_needed", [](Task task, Role role) { return StillNeeded(task, role, kNow); }},
      {"give_up", [](Task task, Role role) { return GiveUp(task, role, kNow); }},
      {"release", [](Task task, Role role) { return Release(task, "too-far", role, kNow); }},
      {"transfer",
       [](Task task, Role role) {
         return Transfer(task, {.candidate = ACandidate(2)}, "too-far", APolicy(), role, kNow);
       }},
      {"turn_down", [](Task task, Role role) { return TurnDown(task, "UNSAFE", role, kNow); }},
      {"propose_change", [](Task task, Role role) { return ProposeChange(task, "x", role, kNow); }},
      {"agree", [](Task task, Role role) { return Agree(task, task.request.timing, role, kNow); }},
      {"disagree", [](Task task, Role role) { return Disagree(task, role, kNow); }},
  };
  return kActions;
}

// As `line` needs it: the other side has proposed what is agreed to.
Task Before(const Line& line, State state, Role role) {
  Task task = ATask(state);
  task.request.kind = "housework";
  if (line.action == "agree" || line.action == "disagree") {
    task.request.pending_change = {.side = role == Role::kRequester
                                               ? PendingChange::Side::kHolder
                                               : PendingChange::Side::kRequester,
                                   .expire_time = kNow + absl::Hours(1)};
  }
  return task;
}

TEST(Front, EveryActionLeadsWhereTheTableSaysOrIsRefusedAsItSays) {
  ForEveryTriple([](const Line& line, State state, Role role) {
    const auto take = Actions().find(line.action);
    if (take == Actions().end()) return;  // Of the system, or with a test of its own.
    const Task before = Before(line, state, role);
    const absl::StatusOr<Task> after = take->second(before, role);
    const std::string refusal = Refusal(line, state, role);
    if (!refusal.empty()) {
      EXPECT_THAT(after, HasReason(refusal));
      return;
    }
    ASSERT_THAT(after, IsOk());
    if (line.to == "same") {
      EXPECT_EQ(after->request.state, state);
    } else {
      EXPECT_TRUE(Holds(line.to, after->request.state)) << NameOf(after->request.state);
    }
    ASSERT_EQ(after->lines.size(), before.lines.size() + 1);
    EXPECT_EQ(after->lines.back().action, line.action);
    EXPECT_EQ(after->lines.back().role, role);
    EXPECT_EQ(after->lines.back().state, after->request.state);
  });
}

TEST(Front, OnlyWhatIsOpenIsCalledOff) {
  for (int s = 0; s < kStateCount; ++s) {
    Task task = ATask(static_cast<State>(s));
    task.request.kind = "housework";
    const std::string from = absl::StrCat(kHeld, " SUBMITTED NEEDS_INFO SEARCHING");
    if (Holds(from, task.request.state)) {
      EXPECT_EQ(Cancel(task, "", kNow)->request.state, State::kCancelled);
    } else {
      EXPECT_THAT(Cancel(task, "", kNow), HasReason("STATE_FORBIDS"));
    }
  }
}

TEST(Front, AQuotedRepairStandsInTheWorkshopAndIsNotHeld) {
  Task task = ATask(State::kQuoted);
  task.request.kind = "repair";
  EXPECT_FALSE(IsHeld(task.request));
  EXPECT_TRUE(IsInHand(task.request));
  EXPECT_THAT(Cancel(task, "", kNow), HasReason("STATE_FORBIDS"));
  EXPECT_THAT(ProposeChange(task, "x", Role::kStaff, kNow), HasReason("STATE_FORBIDS"));
}

}  // namespace
}  // namespace entraide::request
