// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/http/connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <chrono>
#include <memory>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace entraide::http {
namespace {

namespace beast = boost::beast;
namespace net = boost::asio;
using beast::error_code;
using net::ip::tcp;

constexpr auto kAwait = net::as_tuple(net::use_awaitable);  // error codes instead of exceptions
constexpr size_t kReadBytes = 4096;
constexpr absl::string_view kBusy = "too busy, try again in a moment\n";
constexpr absl::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

Response BusyReply() {
  Response busy = Reply(503, "text/plain; charset=utf-8", std::string(kBusy));
  busy.headers.push_back({"Retry-After", "1"});
  return busy;
}

}  // namespace

// What the I/O thread waits on while a worker thinks.
struct Connection::Answer {
  explicit Answer(net::io_context& io) : ready(io, net::steady_timer::time_point::max()) {}
  net::steady_timer ready;  // cancelled when `response` is there, or never will be
  std::optional<Response> response{};
};

Connection::Connection(tcp::socket socket, Shared& shared)
    : shared_(shared), stream_(std::move(socket)) {}

void Connection::CloseIfIdle() {
  if (idle_) stream_.close();
}

void Connection::Abort() {
  stream_.close();
  if (answer_ != nullptr) answer_->ready.cancel();
}

net::awaitable<void> Connection::Serve() {
  error_code ignored;
  stream_.socket().set_option(tcp::no_delay(true), ignored);
  absl::Duration patience = shared_.options.read_timeout;
  while (!shared_.draining) {
    if (buffer_.size() == 0) {
      idle_ = true;
      stream_.expires_after(absl::ToChronoNanoseconds(patience));
      auto [error, count] = co_await stream_.async_read_some(buffer_.prepare(kReadBytes), kAwait);
      if (error) co_return;
      buffer_.commit(count);
      idle_ = false;
    }
    if (!co_await Exchange()) co_return;
    patience = shared_.options.idle_timeout;
  }
}

// Reads a request and answers it; true if the connection may carry another.
net::awaitable<bool> Connection::Exchange() {
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(shared_.options.max_header_bytes));
  parser.body_limit(shared_.options.max_body_bytes);
  Request request;
  if (!co_await Receive(parser, request)) co_return false;
  co_return co_await Ask(std::move(request), parser.get());
}

net::awaitable<bool> Connection::Receive(Parser& parser, Request& request) {
  stream_.expires_after(absl::ToChronoNanoseconds(shared_.options.read_timeout));
  auto [head_error, head_bytes] =
      co_await beast::http::async_read_header(stream_, buffer_, parser, kAwait);
  std::optional<Response> refusal =
      head_error ? RefusalOf(head_error, shared_.options) : RefusalOf(parser.get());
  if (!head_error && !refusal.has_value()) {
    request = HeadOf(parser.get());
    if (absl::EqualsIgnoreCase(request.HeaderOr("Expect", ""), "100-continue")) {
      co_await net::async_write(stream_, net::buffer(kContinue.data(), kContinue.size()), kAwait);
    }
    auto [body_error, body_bytes] =
        co_await beast::http::async_read(stream_, buffer_, parser, kAwait);
    if (!body_error) {
      request.body = std::move(parser.get().body());
      co_return true;
    }
    refusal = RefusalOf(body_error, shared_.options);
  }
  if (!refusal.has_value()) co_return false;
  parser.get().keep_alive(false);  // what follows on this connection cannot be told apart
  co_await Send(*std::move(refusal), parser.get());
  co_await Linger();
  co_return false;
}

net::awaitable<bool> Connection::Ask(Request request, const Incoming& message) {
  error_code error;
  const tcp::endpoint peer = stream_.socket().remote_endpoint(error);
  if (!error) request.peer = peer.address().to_string();
  const auto answer = std::make_shared<Answer>(shared_.io);
  auto task = [&shared = shared_, answer, request = std::move(request)] {  // may outlive `this`
    net::post(shared.io, [answer, response = shared.handler(request)]() mutable {
      answer->response = std::move(response);
      answer->ready.cancel();
    });
  };
  if (shared_.workers.Submit(std::move(task)) == WorkerPool::Admission::kRefused) {
    co_return co_await Send(BusyReply(), message);
  }
  stream_.expires_never();
  answer_ = answer.get();
  co_await answer->ready.async_wait(kAwait);
  answer_ = nullptr;
  if (!answer->response.has_value()) co_return false;
  co_return co_await Send(*std::move(answer->response), message);
}

net::awaitable<bool> Connection::Send(Response response, const Incoming& message) {
  const bool keep_alive = message.keep_alive() && !shared_.draining;
  Outgoing outgoing = Render(std::move(response), message);
  outgoing.keep_alive(keep_alive);
  stream_.expires_after(absl::ToChronoNanoseconds(shared_.options.write_timeout));
  auto [error, count] = co_await beast::http::async_write(stream_, outgoing, kAwait);
  co_return !error && keep_alive;
}

// Closing while bytes of a refused request lie unread makes the kernel reset the connection, and
// the client may then never see our answer: read on for a moment, and drop it.
net::awaitable<void> Connection::Linger() {
  error_code error;
  stream_.socket().shutdown(tcp::socket::shutdown_send, error);
  if (error) co_return;
  buffer_.clear();
  stream_.expires_after(std::chrono::seconds(2));
  while (true) {
    auto [end, count] = co_await stream_.async_read_some(buffer_.prepare(kReadBytes), kAwait);
    if (end) co_return;
  }
}

void TurnAway(tcp::socket socket) {
  const std::string busy =
      absl::StrCat("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\n",
                   "Content-Type: text/plain\r\nContent-Length: ", kBusy.size(), "\r\n\r\n", kBusy);
  error_code ignored;
  socket.non_blocking(true, ignored);
  socket.write_some(net::buffer(busy), ignored);
  socket.shutdown(tcp::socket::shutdown_send, ignored);
}

}  // namespace entraide::http
