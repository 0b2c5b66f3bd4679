// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/http/message.h"

namespace entraide::http {

struct Options {
  std::string address = "127.0.0.1";  // numeric, IPv4 or IPv6
  int port = 0;                       // 0: any free one
  int worker_threads = 8;             // that many handlers run at once
  size_t queue_bound = 64;            // requests that wait for a worker; beyond: 503
  size_t max_connections = 1024;      // beyond: 503 and closed
  size_t max_header_bytes = 8 * 1024;
  size_t max_body_bytes = 256 * 1024;
  absl::Duration read_timeout = absl::Seconds(15);  // a whole request, from its first byte
  absl::Duration write_timeout = absl::Seconds(30);
  absl::Duration idle_timeout = absl::Seconds(75);  // between requests; nginx keeps 60 s
};

// An HTTP/1.1 server: one thread reads and writes, a bounded pool of workers runs the handler.
// What is too much is refused at once: 413 body, 431 headers, 503 with Retry-After.
class Server {
 public:
  // INVALID_ARGUMENT: not an address. UNAVAILABLE: the port is taken or forbidden.
  static absl::StatusOr<std::unique_ptr<Server>> Start(Options options, Handler handler);

  // Drains without patience: waits for the handlers that run, but for no client.
  ~Server();

  int port() const;

  // Accepts nothing new, closes idle connections, lets requests finish for at most `patience`,
  // then closes the rest. The second call does nothing.
  void Drain(absl::Duration patience);

 private:
  class Core;
  explicit Server(std::unique_ptr<Core> core);

  std::unique_ptr<Core> core_;
};

}  // namespace entraide::http
