// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <libpq-fe.h>

#include "absl/status/status.h"

namespace entraide::pg {

// The one mapping from PostgreSQL's errors to ours. OK for a result that is no error. The message
// holds the SQLSTATE and the constraint's name, never what the server wrote, which quotes values.
absl::Status StatusOf(const PGresult* result);

}  // namespace entraide::pg
