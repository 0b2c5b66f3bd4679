// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/identity/domain/email.h"
#include "services/identity/domain/magic_link.h"
#include "services/platform/pg/transaction.h"

namespace entraide::identity {

// A link as it is asked for.
struct NewLink {
  LinkId id{};
  std::string browser_hash{};
  std::string code_hash{};
  absl::Time now{};
};

// Keeps a link, due to be mailed if somebody who has a grant that opens something has the address;
// one statement either way.
absl::Status InsertLink(pg::Transaction& tx, const NewLink& link, const Email& email,
                        DemoGrants demo);

// Counts a try of the link that a browser asked for and locks it until `tx` ends; nothing if there
// is none, or it is too old or was tried too often.
absl::StatusOr<std::optional<MagicLink>> TryLink(pg::Transaction& tx,
                                                 const std::string& browser_hash, absl::Time now);
absl::Status DeleteLink(pg::Transaction& tx, const LinkId& id);

// A mail to send: an id and an address, no code.
struct DueMail {
  LinkId link{};
  std::string email{};
};

// Claims links to mail, oldest first, and puts their next try off until `next`, so that nobody else
// sends them meanwhile.
absl::StatusOr<std::vector<DueMail>> ClaimMails(pg::Transaction& tx, absl::Time now,
                                                absl::Time next, int limit);
absl::Status MarkMailed(pg::Transaction& tx, const LinkId& id, absl::Time now);

}  // namespace entraide::identity
