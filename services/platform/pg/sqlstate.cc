// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/pg/sqlstate.h"

#include <array>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/platform/base/status.h"

namespace entraide::pg {
namespace {

struct Mapping {
  const char* prefix;
  absl::StatusCode code;
};

// The first that begins the SQLSTATE counts.
constexpr std::array kMappings = {
    Mapping{"23505", absl::StatusCode::kAlreadyExists},     // unique_violation
    Mapping{"23502", absl::StatusCode::kInternal},          // not_null_violation: our bug
    Mapping{"23", absl::StatusCode::kFailedPrecondition},   // foreign key, check, exclusion
    Mapping{"40001", absl::StatusCode::kAborted},           // serialization_failure
    Mapping{"40P01", absl::StatusCode::kAborted},           // deadlock_detected
    Mapping{"57014", absl::StatusCode::kDeadlineExceeded},  // query_canceled: statement_timeout
    Mapping{"55P03", absl::StatusCode::kDeadlineExceeded},  // lock_not_available: lock_timeout
    Mapping{"22021", absl::StatusCode::kInvalidArgument},   // character_not_in_repertoire
    Mapping{"53", absl::StatusCode::kResourceExhausted},    // disk_full, too_many_connections...
    Mapping{"08", absl::StatusCode::kUnavailable},          // connection exceptions
    Mapping{"57P", absl::StatusCode::kUnavailable},         // shutting down, starting up
    Mapping{"25P03", absl::StatusCode::kUnavailable},       // idle_in_transaction_session_timeout
    Mapping{"25006", absl::StatusCode::kUnavailable},       // read only: the primary has moved
};

absl::StatusCode CodeOf(absl::string_view sqlstate) {
  for (const Mapping& mapping : kMappings) {
    if (absl::StartsWith(sqlstate, mapping.prefix)) return mapping.code;
  }
  return absl::StatusCode::kInternal;
}

}  // namespace

absl::Status StatusOf(const PGresult* result) {
  const ExecStatusType status = PQresultStatus(result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY) {
    return absl::OkStatus();
  }
  const char* sqlstate = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  if (sqlstate == nullptr) return absl::UnavailableError("connection to the database lost");
  const char* constraint = PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
  std::string message = absl::StrCat("SQLSTATE ", sqlstate);
  if (constraint != nullptr) absl::StrAppend(&message, " (", constraint, ")");
  return absl::Status(CodeOf(sqlstate), message);
}

}  // namespace entraide::pg
