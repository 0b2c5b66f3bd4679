// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <libpq-fe.h>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace entraide::pg {

// Brings a connection begun with PQconnectStart up. DEADLINE_EXCEEDED. UNAVAILABLE.
absl::Status AwaitConnected(PGconn* conn, absl::Time deadline);

// Sends what is queued and waits until PQgetResult will not block. After a failure the connection
// is of no more use. DEADLINE_EXCEEDED. UNAVAILABLE.
absl::Status AwaitResult(PGconn* conn, absl::Time deadline);

}  // namespace entraide::pg
