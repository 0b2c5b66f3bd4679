// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/pg/await.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>

#include "services/platform/base/status.h"

namespace entraide::pg {
namespace {

absl::Status Lost() { return absl::UnavailableError("connection to the database lost"); }

// Waits for `events` on the socket; whether they came, false after a signal or a long wait.
absl::StatusOr<bool> Poll(PGconn* conn, short events, absl::Time deadline) {
  constexpr absl::Duration kLongest = absl::Minutes(1);  // Keeps the milliseconds inside an int.
  const absl::Duration left = std::min(deadline - absl::Now(), kLongest);
  if (left <= absl::ZeroDuration()) {
    return absl::DeadlineExceededError("the database did not answer in time");
  }
  pollfd fd{.fd = PQsocket(conn), .events = events, .revents = 0};
  if (fd.fd < 0) return Lost();
  const int ready = poll(&fd, 1, static_cast<int>(absl::ToInt64Milliseconds(left)) + 1);
  if (ready < 0 && errno != EINTR) return absl::ErrnoToStatus(errno, "poll");
  return ready > 0;
}

}  // namespace

absl::Status AwaitConnected(PGconn* conn, absl::Time deadline) {
  if (PQstatus(conn) == CONNECTION_BAD) return absl::UnavailableError("database cannot be reached");
  PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;  // As libpq prescribes.
  while (wanted != PGRES_POLLING_OK) {
    if (wanted == PGRES_POLLING_FAILED) {
      return absl::UnavailableError("database cannot be reached");
    }
    const bool reading = wanted == PGRES_POLLING_READING;
    ASSIGN_OR_RETURN(const bool ready, Poll(conn, reading ? POLLIN : POLLOUT, deadline));
    if (ready) wanted = PQconnectPoll(conn);
  }
  return absl::OkStatus();
}

absl::Status AwaitResult(PGconn* conn, absl::Time deadline) {
  int unsent = PQflush(conn);
  while (unsent == 1 || PQisBusy(conn) == 1) {
    const int events = unsent == 1 ? POLLIN | POLLOUT : POLLIN;
    ASSIGN_OR_RETURN(const bool ready, Poll(conn, static_cast<short>(events), deadline));
    if (ready && PQconsumeInput(conn) == 0) return Lost();
    if (unsent == 1) unsent = PQflush(conn);
  }
  return unsent < 0 ? Lost() : absl::OkStatus();
}

}  // namespace entraide::pg
