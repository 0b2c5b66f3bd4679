// SPDX-License-Identifier: EUPL-1.2
// All of Core but `workers_`, `live_` and `drained_` belongs to the one thread that runs `io_`;
// handlers run on `workers_` and their answers come back through net::post.
#include "services/platform/http/server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <thread>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"
#include "services/platform/http/beast_message.h"
#include "services/platform/http/worker_pool.h"

namespace entraide::http {
namespace {

namespace beast = boost::beast;
namespace net = boost::asio;
using beast::error_code;
using net::ip::tcp;

constexpr auto kAwait = net::as_tuple(net::use_awaitable);  // error codes instead of exceptions
constexpr size_t kBufferBytes = 64 * 1024;
constexpr absl::string_view kBusy = "too busy, try again in a moment\n";

// What the I/O thread waits on while a worker thinks.
struct Answer {
  explicit Answer(net::io_context& io) : ready(io, net::steady_timer::time_point::max()) {}
  net::steady_timer ready;  // cancelled when `response` is there, or never will be
  std::optional<Response> response{};
};

struct Connection {
  explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}
  beast::tcp_stream stream;
  beast::flat_buffer buffer{kBufferBytes};
  Answer* answer = nullptr;
  bool idle = true;  // no byte of a request has come yet
};

Response BusyReply() {
  Response busy = Reply(503, "text/plain; charset=utf-8", std::string(kBusy));
  busy.headers.push_back({"Retry-After", "1"});
  return busy;
}

// One attempt to say so, without waiting: whoever opens too many connections gets no more.
void TurnAway(tcp::socket socket) {
  const std::string busy =
      absl::StrCat("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\n",
                   "Content-Type: text/plain\r\nContent-Length: ", kBusy.size(), "\r\n\r\n", kBusy);
  error_code ignored;
  socket.non_blocking(true, ignored);
  socket.write_some(net::buffer(busy), ignored);
  socket.shutdown(tcp::socket::shutdown_send, ignored);
}

absl::Status Unavailable(absl::string_view what, const error_code& error) {
  return absl::UnavailableError(absl::StrCat(what, ": ", error.message()));
}

}  // namespace

class Server::Core {
 public:
  Core(Options options, Handler handler)
      : options_(std::move(options)),
        handler_(std::move(handler)),
        workers_(options_.worker_threads, options_.queue_bound) {}
  ~Core() { Drain(absl::ZeroDuration()); }

  absl::Status Listen();
  void Run();
  int port() const { return port_; }
  void Drain(absl::Duration patience);

 private:
  net::awaitable<void> AcceptAll();
  net::awaitable<void> Serve(Connection& connection);
  net::awaitable<bool> Exchange(Connection& connection);
  net::awaitable<bool> Receive(Connection& connection, Parser& parser, Request& request);
  net::awaitable<bool> Ask(Connection& connection, Request request, const Incoming& message);
  net::awaitable<bool> Send(Connection& connection, Response response, const Incoming& message);
  net::awaitable<void> Linger(Connection& connection);
  net::awaitable<void> Own(tcp::socket socket);
  void CloseListenerAndIdle();
  void CloseAll();

  const Options options_;
  const Handler handler_;
  WorkerPool workers_;
  int port_ = 0;
  absl::Mutex mutex_;
  size_t live_ ABSL_GUARDED_BY(mutex_) = 0;
  bool drained_ ABSL_GUARDED_BY(mutex_) = false;
  bool draining_ = false;
  absl::flat_hash_set<Connection*> connections_{};
  net::io_context io_{1};
  net::executor_work_guard<net::io_context::executor_type> work_ = net::make_work_guard(io_);
  tcp::acceptor acceptor_{io_};
  net::steady_timer accept_pause_{io_};
  std::thread io_thread_{};
};

absl::Status Server::Core::Listen() {
  error_code error;
  const net::ip::address address = net::ip::make_address(options_.address, error);
  if (error) return absl::InvalidArgumentError("the HTTP address is not numeric");
  if (options_.port < 0 || options_.port > 65535) {
    return absl::InvalidArgumentError("the HTTP port is not between 0 and 65535");
  }
  const tcp::endpoint endpoint(address, static_cast<net::ip::port_type>(options_.port));
  acceptor_.open(endpoint.protocol(), error);
  if (error) return Unavailable("cannot open a socket", error);
  acceptor_.set_option(net::socket_base::reuse_address(true), error);  // past TIME_WAIT only
  acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(net::socket_base::max_listen_connections, error);
  const std::string where = absl::StrCat("cannot listen on port ", options_.port);
  if (error) return Unavailable(where, error);
  port_ = acceptor_.local_endpoint(error).port();
  return absl::OkStatus();
}

void Server::Core::Run() {
  net::co_spawn(io_, AcceptAll(), net::detached);
  io_thread_ = std::thread([this] { io_.run(); });
}

void Server::Core::Drain(absl::Duration patience) {
  {
    const absl::MutexLock lock(&mutex_);
    if (std::exchange(drained_, true)) return;
  }
  const auto nobody = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return live_ == 0; };
  net::post(io_, [this] { CloseListenerAndIdle(); });
  {
    const absl::MutexLock lock(&mutex_);
    mutex_.AwaitWithTimeout(absl::Condition(&nobody), patience);
  }
  net::post(io_, [this] { CloseAll(); });
  workers_.Stop();
  work_.reset();  // every socket is closed: the I/O thread runs out of work
  if (io_thread_.joinable()) io_thread_.join();
}

void Server::Core::CloseListenerAndIdle() {
  draining_ = true;
  error_code ignored;
  acceptor_.close(ignored);
  accept_pause_.cancel();
  for (Connection* connection : connections_) {
    if (connection->idle) connection->stream.close();
  }
}

void Server::Core::CloseAll() {
  for (Connection* connection : connections_) {
    connection->stream.close();
    if (connection->answer != nullptr) connection->answer->ready.cancel();
  }
}

net::awaitable<void> Server::Core::AcceptAll() {
  while (acceptor_.is_open()) {
    auto [error, socket] = co_await acceptor_.async_accept(kAwait);
    if (!error && connections_.size() >= options_.max_connections) {
      TurnAway(std::move(socket));
    } else if (!error) {
      net::co_spawn(io_, Own(std::move(socket)), net::detached);
    } else if (acceptor_.is_open()) {  // no file descriptor left, say: wait for one
      accept_pause_.expires_after(std::chrono::milliseconds(100));
      co_await accept_pause_.async_wait(kAwait);
    }
  }
}

net::awaitable<void> Server::Core::Own(tcp::socket socket) {
  Connection connection(std::move(socket));
  connections_.insert(&connection);
  {
    const absl::MutexLock lock(&mutex_);
    ++live_;
  }
  co_await Serve(connection);
  connections_.erase(&connection);
  const absl::MutexLock lock(&mutex_);
  --live_;
}

net::awaitable<void> Server::Core::Serve(Connection& connection) {
  error_code ignored;
  connection.stream.socket().set_option(tcp::no_delay(true), ignored);
  absl::Duration patience = options_.read_timeout;
  while (!draining_) {
    if (connection.buffer.size() == 0) {
      connection.idle = true;
      connection.stream.expires_after(absl::ToChronoNanoseconds(patience));
      auto [error, count] =
          co_await connection.stream.async_read_some(connection.buffer.prepare(4096), kAwait);
      if (error) co_return;
      connection.buffer.commit(count);
      connection.idle = false;
    }
    if (!co_await Exchange(connection)) co_return;
    patience = options_.idle_timeout;
  }
}

// Reads a request and answers it; true if the connection may carry another.
net::awaitable<bool> Server::Core::Exchange(Connection& connection) {
  Parser parser;
  parser.header_limit(static_cast<std::uint32_t>(options_.max_header_bytes));
  parser.body_limit(options_.max_body_bytes);
  Request request;
  if (!co_await Receive(connection, parser, request)) co_return false;
  co_return co_await Ask(connection, std::move(request), parser.get());
}

net::awaitable<bool> Server::Core::Receive(Connection& connection, Parser& parser,
                                           Request& request) {
  connection.stream.expires_after(absl::ToChronoNanoseconds(options_.read_timeout));
  auto [head_error, head_bytes] =
      co_await beast::http::async_read_header(connection.stream, connection.buffer, parser, kAwait);
  std::optional<Response> refusal =
      head_error ? RefusalOf(head_error, options_) : RefusalOf(parser.get());
  if (!head_error && !refusal.has_value()) {
    request = HeadOf(parser.get());
    if (absl::EqualsIgnoreCase(request.HeaderOr("Expect", ""), "100-continue")) {
      static constexpr absl::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
      co_await net::async_write(connection.stream, net::buffer(kContinue.data(), kContinue.size()),
                                kAwait);
    }
    auto [body_error, body_bytes] =
        co_await beast::http::async_read(connection.stream, connection.buffer, parser, kAwait);
    if (!body_error) {
      request.body = std::move(parser.get().body());
      co_return true;
    }
    refusal = RefusalOf(body_error, options_);
  }
  if (!refusal.has_value()) co_return false;
  parser.get().keep_alive(false);  // what follows on this connection cannot be told apart
  co_await Send(connection, *std::move(refusal), parser.get());
  co_await Linger(connection);
  co_return false;
}

net::awaitable<bool> Server::Core::Ask(Connection& connection, Request request,
                                       const Incoming& message) {
  error_code error;
  const tcp::endpoint peer = connection.stream.socket().remote_endpoint(error);
  if (!error) request.peer = peer.address().to_string();
  const auto answer = std::make_shared<Answer>(io_);
  auto task = [this, answer, request = std::move(request)] {
    net::post(io_, [answer, response = handler_(request)]() mutable {
      answer->response = std::move(response);
      answer->ready.cancel();
    });
  };
  if (workers_.Submit(std::move(task)) == WorkerPool::Admission::kRefused) {
    co_return co_await Send(connection, BusyReply(), message);
  }
  connection.stream.expires_never();
  connection.answer = answer.get();
  co_await answer->ready.async_wait(kAwait);
  connection.answer = nullptr;
  if (!answer->response.has_value()) co_return false;
  co_return co_await Send(connection, *std::move(answer->response), message);
}

net::awaitable<bool> Server::Core::Send(Connection& connection, Response response,
                                        const Incoming& message) {
  const bool keep_alive = message.keep_alive() && !draining_;
  Outgoing outgoing = Render(std::move(response), message);
  outgoing.keep_alive(keep_alive);
  connection.stream.expires_after(absl::ToChronoNanoseconds(options_.write_timeout));
  auto [error, count] = co_await beast::http::async_write(connection.stream, outgoing, kAwait);
  co_return !error && keep_alive;
}

// Closing while bytes of a refused request lie unread makes the kernel reset the connection, and
// the client may then never see our answer: read on for a moment, and drop it.
net::awaitable<void> Server::Core::Linger(Connection& connection) {
  error_code error;
  connection.stream.socket().shutdown(tcp::socket::shutdown_send, error);
  if (error) co_return;
  connection.buffer.clear();
  connection.stream.expires_after(std::chrono::seconds(2));
  while (true) {
    auto [end, count] =
        co_await connection.stream.async_read_some(connection.buffer.prepare(4096), kAwait);
    if (end) co_return;
  }
}

Server::Server(std::unique_ptr<Core> core) : core_(std::move(core)) {}
Server::~Server() = default;
int Server::port() const { return core_->port(); }
void Server::Drain(absl::Duration patience) { core_->Drain(patience); }

absl::StatusOr<std::unique_ptr<Server>> Server::Start(Options options, Handler handler) {
  auto core = std::make_unique<Core>(std::move(options), std::move(handler));
  RETURN_IF_ERROR(core->Listen());
  core->Run();
  return std::unique_ptr<Server>(new Server(std::move(core)));
}

}  // namespace entraide::http
