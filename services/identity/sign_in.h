// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/identity/domain/session.h"
#include "services/platform/pg/transaction.h"

namespace entraide::identity {

// What a browser sends back, as it is stored.
struct Attempt {
  std::string browser_hash{};
  std::string code_hash{};
  absl::Time now{};
};

// A session and its token, which is kept nowhere.
struct SignedIn {
  std::string token{};
  Session session{};
};

// Trades a code for a session of its person's highest grant. The try counts even if it is refused:
// commit `tx` then too. UNAUTHENTICATED: CODE_INVALID.
absl::StatusOr<SignedIn> SignIn(pg::Transaction& tx, const Attempt& attempt, DemoGrants demo);

}  // namespace entraide::identity
