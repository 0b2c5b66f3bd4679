// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gmock/gmock.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/request/domain/names.h"
#include "services/request/domain/request.h"
#include "tests/support/status_matchers.h"

namespace entraide::request {

// One row of a machine, transcribed by hand.
struct Allowed {
  std::vector<std::string> from{};
  std::string action{};
  std::vector<std::string> roles{};
  std::string to{};
};

// A line is `FROM,FROM action role,role TO`.
inline std::vector<Allowed> Transcribed(absl::string_view lines) {
  std::vector<Allowed> rows;
  for (const absl::string_view line : absl::StrSplit(lines, '\n', absl::SkipWhitespace())) {
    const std::vector<std::string> words = absl::StrSplit(line, ' ', absl::SkipEmpty());
    EXPECT_EQ(words.size(), 4U) << line;
    rows.push_back(
        {absl::StrSplit(words[0], ','), words[1], absl::StrSplit(words[2], ','), words[3]});
  }
  return rows;
}

// What an action does to a request that stands in a state, for a role.
using Attempt = std::function<absl::StatusOr<State>(State, Role)>;

// Tries every action of `attempts` from every state, by every role: what `rows` allow reaches the
// state they say, everything else is refused with their reason.
inline void Walk(const std::vector<Allowed>& rows, const std::map<std::string, Attempt>& attempts) {
  for (const Allowed& row : rows) EXPECT_TRUE(attempts.contains(row.action)) << row.action;
  for (const auto& [action, attempt] : attempts) {
    for (int s = 0; s < kStateCount; ++s) {
      for (int r = 0; r < kRoleCount; ++r) {
        const std::string from(NameOf(static_cast<State>(s)));
        const std::string role(NameOf(static_cast<Role>(r)));
        SCOPED_TRACE(absl::StrCat(action, " from ", from, " by ", role));
        const Allowed* allowed = nullptr;
        bool role_may = false;
        bool state_may = false;
        for (const Allowed& row : rows) {
          if (row.action != action) continue;
          const bool from_here = absl::c_linear_search(row.from, from);
          const bool by_them = absl::c_linear_search(row.roles, role);
          if (from_here && by_them) allowed = &row;
          state_may = state_may || from_here;
          role_may = role_may || by_them;
        }
        const absl::StatusOr<State> reached = attempt(static_cast<State>(s), static_cast<Role>(r));
        if (allowed != nullptr) {
          ASSERT_THAT(reached, IsOk());
          EXPECT_EQ(NameOf(*reached), allowed->to);
        } else {
          EXPECT_THAT(reached,
                      HasReason(role_may && !state_may ? "STATE_FORBIDS" : "ROLE_FORBIDS"));
          EXPECT_EQ(reached.status().code(), role_may && !state_may
                                                 ? absl::StatusCode::kFailedPrecondition
                                                 : absl::StatusCode::kPermissionDenied);
        }
      }
    }
  }
}

}  // namespace entraide::request
