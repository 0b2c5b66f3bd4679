// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "services/platform/pg/transaction.h"

namespace entraide::identity {

// Counts a mail asked for an address, known or not. RESOURCE_EXHAUSTED: TOO_MANY_MAILS, five within
// the hour that the first began.
absl::Status CountMail(pg::Transaction& tx, const std::string& address_hash, absl::Time now);

}  // namespace entraide::identity
