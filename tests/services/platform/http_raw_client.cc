// SPDX-License-Identifier: EUPL-1.2
#include "tests/services/platform/http_raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace entraide::http {
namespace {

constexpr size_t kNone = std::string::npos;

size_t ContentLength(absl::string_view head) {
  const std::string lower = absl::AsciiStrToLower(head);
  const size_t at = lower.find("\r\ncontent-length:");
  if (at == kNone) return 0;
  const size_t start = at + 17;
  size_t length = 0;
  const absl::string_view rest = absl::string_view(lower).substr(start);
  return absl::SimpleAtoi(rest.substr(0, rest.find("\r\n")), &length) ? length : 0;
}

}  // namespace

RawClient::RawClient(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{.tv_sec = 20, .tv_usec = 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
  connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
}

RawClient::~RawClient() { close(socket_); }

bool RawClient::Send(absl::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
  return true;
}

bool RawClient::ReadSome() {
  char chunk[16384];
  const ssize_t count = recv(socket_, chunk, sizeof(chunk), 0);
  if (count > 0) unread_.append(chunk, static_cast<size_t>(count));
  return count > 0;
}

RawResponse RawClient::ReceiveHead() {
  while (unread_.find("\r\n\r\n") == kNone) {
    if (!ReadSome()) return {};
  }
  RawResponse response;
  const size_t end = unread_.find("\r\n\r\n") + 4;
  response.head = unread_.substr(0, end);
  unread_.erase(0, end);
  if (!absl::SimpleAtoi(response.head.substr(9, 3), &response.status)) return {};
  return response;
}

RawResponse RawClient::Receive() {
  RawResponse response = ReceiveHead();
  const size_t length = ContentLength(response.head);
  while (unread_.size() < length) {
    if (!ReadSome()) return {};
  }
  response.body = unread_.substr(0, length);
  unread_.erase(0, length);
  return response;
}

bool RawClient::IsClosed() {
  while (ReadSome()) {
  }
  return errno != EAGAIN;
}

std::string PostOf(absl::string_view path, const std::vector<std::string>& headers,
                   absl::string_view body) {
  return absl::StrCat("POST ", path, " HTTP/1.1\r\nHost: test\r\n", absl::StrJoin(headers, "\r\n"),
                      headers.empty() ? "" : "\r\n", "Content-Length: ", body.size(), "\r\n\r\n",
                      body);
}

RawResponse Exchange(int port, absl::string_view request) {
  RawClient client(port);
  client.Send(request);
  return client.Receive();
}

}  // namespace entraide::http
