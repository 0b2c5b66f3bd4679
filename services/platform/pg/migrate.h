// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace entraide::pg {

// Path and text of numbered migrations, `migrations/0001_what.sql`, in order; as entraide_embed
// makes them.
using Scripts = std::vector<std::pair<absl::string_view, absl::string_view>>;

// Creates `schema` if it is missing, then runs the scripts that it has not seen, each in a
// transaction of its own, with search_path = schema, public, under an advisory lock. `series` names
// the list, since one schema takes several (platform tables, the request front, the service's own).
// FAILED_PRECONDITION: MIGRATION_CHANGED if a script that ran has another checksum now,
// SCHEMA_NEWER if the schema has scripts that are not listed.
absl::Status Migrate(const std::string& conninfo, const std::string& schema,
                     absl::string_view series, const Scripts& scripts, absl::Time deadline);

}  // namespace entraide::pg
