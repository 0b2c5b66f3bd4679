// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/operator_token.h"

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/identity/domain/session.h"
#include "services/identity/store/grant_store.h"
#include "services/identity/store/session_store.h"
#include "services/platform/auth/secret.h"
#include "services/platform/base/private_file.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/transaction.h"

namespace entraide::identity {

absl::StatusOr<int> OperatorToken::Renew(absl::Time now) {
  if (now < next_) return 0;
  const std::string token = auth::NewToken();
  // It does not end by idleness: the operator may call at any time.
  const Session session{.token_hash = auth::Hash(token),
                        .grant = {.id = OperatorGrant(), .role = Role::kAdmin},
                        .idle_time = now + kSessionLongest,
                        .expire_time = now + kSessionLongest};
  ASSIGN_OR_RETURN(pg::Transaction tx,
                   pg::Transaction::Begin(pool_, absl::Now() + absl::Seconds(5)));
  RETURN_IF_ERROR(InsertSession(tx, session));
  RETURN_IF_ERROR(tx.Commit());
  RETURN_IF_ERROR(WritePrivateFile(path_, absl::StrCat(token, "\n")));
  next_ = now + kSessionLongest / 2;
  return 1;
}

}  // namespace entraide::identity
