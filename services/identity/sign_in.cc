// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/sign_in.h"

#include <optional>
#include <vector>

#include "services/identity/domain/magic_link.h"
#include "services/identity/store/grant_store.h"
#include "services/identity/store/magic_link_store.h"
#include "services/identity/store/session_store.h"
#include "services/platform/auth/secret.h"
#include "services/platform/base/status.h"

namespace entraide::identity {

absl::StatusOr<SignedIn> SignIn(pg::Transaction& tx, const Attempt& attempt, DemoGrants demo) {
  ASSIGN_OR_RETURN(const std::optional<MagicLink> link,
                   TryLink(tx, attempt.browser_hash, attempt.now));
  ASSIGN_OR_RETURN(const PersonId person, Redeem(link, attempt.code_hash));
  RETURN_IF_ERROR(DeleteLink(tx, link->id));
  ASSIGN_OR_RETURN(const std::vector<Grant> grants, GrantsOf(tx, person));
  const Grant* grant = Highest(grants, demo);
  if (grant == nullptr) return CodeInvalid();
  SignedIn signed_in{.token = auth::NewToken()};
  signed_in.session = NewSession(auth::Hash(signed_in.token), *grant, attempt.now);
  RETURN_IF_ERROR(InsertSession(tx, signed_in.session));
  return signed_in;
}

}  // namespace entraide::identity
