// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/notify/domain/link.h"
#include "services/notify/domain/message.h"
#include "services/platform/pg/transaction.h"

namespace entraide::notify {

// A link as it is kept.
struct NewLink {
  LinkAction action = LinkAction::kCancel;
  std::string code_hash{};
  absl::Time expire_time{};
};
// Keeps the links of a message; those of an earlier try of the same message stay.
absl::Status InsertLinks(pg::Transaction& tx, const MessageId& message,
                         const std::vector<NewLink>& links);

// A link that still acts, or has acted.
struct Link {
  MessageId message{};
  bool used = false;
};
// Nothing: there is no such link for that action, or its time is over.
absl::StatusOr<std::optional<Link>> FindLink(pg::Transaction& tx, const std::string& code_hash,
                                             LinkAction action, absl::Time now);
absl::Status MarkLinkUsed(pg::Transaction& tx, const std::string& code_hash, absl::Time now);

// Who wants no messages of mere information.
absl::Status Unsubscribe(pg::Transaction& tx, const std::string& address_hash, absl::Time now);
absl::StatusOr<bool> IsUnsubscribed(pg::Transaction& tx, const std::string& address_hash);

}  // namespace entraide::notify
