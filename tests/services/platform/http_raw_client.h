// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace entraide::http {

// What came back, byte by byte: `head` up to the empty line, `body` after it.
struct RawResponse {
  int status = 0;  // 0: the connection was closed before an answer
  std::string head{};
  std::string body{};
};

// One TCP connection to 127.0.0.1 on which a test may say anything. Reads give up after 20 s.
class RawClient {
 public:
  explicit RawClient(int port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False if the other end no longer listens.
  bool Send(absl::string_view bytes);
  RawResponse Receive();
  // For HEAD: no body follows, whatever Content-Length says.
  RawResponse ReceiveHead();
  // Waits until the other end closes; false if it did not.
  bool IsClosed();

 private:
  bool ReadSome();

  int socket_;
  std::string unread_{};
};

// "POST path HTTP/1.1" with Host, `headers` and Content-Length.
std::string PostOf(absl::string_view path, const std::vector<std::string>& headers,
                   absl::string_view body);

// One request on its own connection.
RawResponse Exchange(int port, absl::string_view request);

}  // namespace entraide::http
