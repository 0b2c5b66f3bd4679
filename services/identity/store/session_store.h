// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/identity/domain/session.h"
#include "services/platform/pg/transaction.h"

namespace entraide::identity {

// Keeps a session, by the id of its grant.
absl::Status InsertSession(pg::Transaction& tx, const Session& session);

// The session of a token, with its grant as it is now; nothing if it is unknown or has ended.
absl::StatusOr<std::optional<Session>> FindSession(pg::Transaction& tx,
                                                   const std::string& token_hash, absl::Time now);

// Moves its idle end on, never past its end and never back.
absl::Status TouchSession(pg::Transaction& tx, const std::string& token_hash, absl::Time idle_time);

absl::Status DeleteSession(pg::Transaction& tx, const std::string& token_hash);

}  // namespace entraide::identity
