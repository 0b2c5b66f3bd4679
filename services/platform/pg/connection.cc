// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/pg/connection.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/await.h"
#include "services/platform/pg/sqlstate.h"

namespace entraide::pg {
namespace {

absl::Status Closed() { return absl::UnavailableError("connection to the database is closed"); }

// libpq would print them to stderr, and they may quote values.
void DropNotice(void* /*unused*/, const PGresult* /*unused*/) {}

// A C string would be cut at its first NUL without a word.
bool HoldsNul(const Param& param) {
  return param.has_value() && std::strlen(param->c_str()) != param->size();
}

bool HasHungUp(PGconn* conn) {
  pollfd fd{.fd = PQsocket(conn), .events = POLLIN, .revents = 0};
  return poll(&fd, 1, 0) != 0;  // Nothing was asked, so anything to read is a farewell.
}

}  // namespace

bool IsSchemaName(absl::string_view name) {
  return !name.empty() && name.size() < 64 && std::all_of(name.begin(), name.end(), [](char c) {
    return absl::ascii_islower(c) || c == '_';
  });
}

absl::StatusOr<Connection> Connection::Open(const std::string& conninfo, const std::string& schema,
                                            absl::Time deadline) {
  if (!IsSchemaName(schema)) return absl::InvalidArgumentError("not a schema name");
  const std::string options = absl::StrCat(
      "-c search_path=", schema, ",public -c timezone=UTC -c datestyle=ISO -c bytea_output=hex",
      " -c client_connection_check_interval=1s");  // A backend ends soon after its client is gone.
  const std::array<const char*, 6> keywords = {
      "dbname", "options", "client_encoding", "application_name", "connect_timeout", nullptr};
  const std::array<const char*, 6> values = {
      conninfo.c_str(), options.c_str(), "UTF8", "entraide", "0", nullptr};
  Connection connection(PQconnectStartParams(keywords.data(), values.data(), /*expand_dbname=*/1));
  PGconn* conn = connection.conn_.get();
  if (conn == nullptr) return absl::ResourceExhaustedError("no memory for a connection");
  RETURN_IF_ERROR(AwaitConnected(conn, deadline));
  PQsetNoticeReceiver(conn, &DropNotice, nullptr);
  PQsetErrorVerbosity(conn, PQERRORS_SQLSTATE);
  if (PQsetnonblocking(conn, 1) != 0) return absl::InternalError("PQsetnonblocking failed");
  return connection;
}

absl::StatusOr<Result> Connection::Execute(Sql sql, const std::vector<Param>& params,
                                           absl::Time deadline) {
  if (!alive()) return Closed();
  std::vector<const char*> values;
  values.reserve(params.size());
  for (const Param& param : params) {
    if (HoldsNul(param)) {
      return WithReason(absl::InvalidArgumentError(
                            absl::StrCat("parameter ", values.size() + 1, " holds U+0000")),
                        "FIELDS_INVALID");
    }
    values.push_back(param.has_value() ? param->c_str() : nullptr);
  }
  const int sent = PQsendQueryParams(conn_.get(), sql.text, static_cast<int>(values.size()),
                                     nullptr, values.data(), nullptr, nullptr, 0);
  return Finish(sent == 1, deadline);
}

absl::Status Connection::RunScript(const std::string& sql, absl::Time deadline) {
  if (!alive()) return Closed();
  return Finish(PQsendQuery(conn_.get(), sql.c_str()) == 1, deadline).status();
}

bool Connection::Reusable() const {
  return alive() && PQtransactionStatus(conn_.get()) == PQTRANS_IDLE && !HasHungUp(conn_.get());
}

bool Connection::TransactionFailed() const {
  return alive() && PQtransactionStatus(conn_.get()) == PQTRANS_INERROR;
}

absl::StatusOr<Result> Connection::Finish(bool sent, absl::Time deadline) {
  absl::StatusOr<Result> result = sent ? Collect(deadline) : Closed();
  const bool busy = PQtransactionStatus(conn_.get()) == PQTRANS_ACTIVE;
  if (!sent || busy || PQstatus(conn_.get()) == CONNECTION_BAD ||
      absl::IsUnavailable(result.status())) {
    conn_.reset();  // No PQcancel: it would be a second wait without a deadline.
  }
  return result;
}

absl::StatusOr<Result> Connection::Collect(absl::Time deadline) {
  absl::StatusOr<Result> last = Result(nullptr);
  while (true) {
    RETURN_IF_ERROR(AwaitResult(conn_.get(), deadline));
    PGresult* raw = PQgetResult(conn_.get());
    if (raw == nullptr) return last;
    Result result(raw);
    if (PQresultStatus(raw) == PGRES_COPY_IN || PQresultStatus(raw) == PGRES_COPY_OUT) {
      return absl::InternalError("COPY is not supported");
    }
    if (!last.ok()) continue;
    if (const absl::Status status = StatusOf(raw); !status.ok()) {
      last = status;
    } else {
      last = std::move(result);
    }
  }
}

}  // namespace entraide::pg
