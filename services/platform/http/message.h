// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace entraide::http {

struct Header {
  std::string name{};
  std::string value{};
};

struct Request {
  std::string method{};  // as sent: "GET", "POST", "HEAD"
  std::string path{};    // as sent, still percent-encoded; starts with '/'
  std::string query{};   // what follows '?', still encoded
  std::vector<Header> headers{};
  std::string body{};  // whole, chunks already joined
  std::string peer{};  // address of the other end of the connection, which may be a proxy

  // The first header of that name, whatever its case, or `fallback`; valid while both live.
  absl::string_view HeaderOr(absl::string_view name, absl::string_view fallback) const;
};

// The server itself writes Content-Length and Connection, and leaves the body out for HEAD.
struct Response {
  int status = 200;
  std::vector<Header> headers{};
  std::string body{};
};

// Answers one request. Called on several threads at once, and may block.
using Handler = std::function<Response(const Request&)>;

// A response with one Content-Type.
Response Reply(int status, absl::string_view content_type, std::string body);

// 303 See Other: what a form post answers, so that reloading does not post again.
Response Redirect(absl::string_view location);

}  // namespace entraide::http
