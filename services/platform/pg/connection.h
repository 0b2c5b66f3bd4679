// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/pg/sql.h"

namespace entraide::pg {

// A session with the database. Never blocks past a deadline; after a failure of the connection or
// an expired deadline it is closed and every further statement is UNAVAILABLE. Not thread-safe:
// borrow one from a Pool.
class Connection {
 public:
  // Opens a session whose search_path is `schema`, public. UNAVAILABLE: cannot be reached by
  // `deadline`.
  static absl::StatusOr<Connection> Open(const std::string& conninfo, const std::string& schema,
                                         absl::Time deadline);

  // Runs one statement. Error messages hold the SQLSTATE and the constraint's name, never values.
  // ALREADY_EXISTS: unique key. FAILED_PRECONDITION: foreign key, check or exclusion. ABORTED:
  // serialisation or deadlock, retry the transaction. DEADLINE_EXCEEDED. UNAVAILABLE.
  // RESOURCE_EXHAUSTED: disk full, too many clients. INVALID_ARGUMENT: FIELDS_INVALID, a parameter
  // holds U+0000 or is not UTF-8.
  absl::StatusOr<Result> Execute(Sql sql, const std::vector<Param>& params, absl::Time deadline);

  // Runs several statements without parameters: a migration, or the platform's own BEGIN.
  absl::Status RunScript(const std::string& sql, absl::Time deadline);

  bool alive() const { return conn_ != nullptr; }
  // Alive, in no transaction, and the server has not hung up.
  bool Reusable() const;
  // In a transaction that can only be rolled back, since a statement failed.
  bool TransactionFailed() const;

 private:
  explicit Connection(PGconn* conn) : conn_(conn, &PQfinish) {}

  // The last result of what was sent, or the first error; closes the session if it broke.
  absl::StatusOr<Result> Finish(bool sent, absl::Time deadline);
  absl::StatusOr<Result> Collect(absl::Time deadline);

  std::unique_ptr<PGconn, decltype(&PQfinish)> conn_;
};

// `name` is a schema that may stand in a search_path: lower-case letters and underscores.
bool IsSchemaName(absl::string_view name);

}  // namespace entraide::pg
