// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/http/server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <thread>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"
#include "services/platform/http/connection.h"

namespace entraide::http {
namespace {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

constexpr auto kAwait = net::as_tuple(net::use_awaitable);  // error codes instead of exceptions

absl::Status Unavailable(absl::string_view what, const error_code& error) {
  return absl::UnavailableError(absl::StrCat(what, ": ", error.message()));
}

}  // namespace

// `connections_`, `acceptor_` and `accept_pause_` belong to the I/O thread once it runs.
class Server::Core {
 public:
  Core(Options options, Handler handler) : shared_(std::move(options), std::move(handler)) {}
  ~Core() { Drain(absl::ZeroDuration()); }

  absl::Status Listen();
  void Run();
  int port() const { return port_; }
  void Drain(absl::Duration patience);

 private:
  net::awaitable<void> AcceptAll();
  net::awaitable<void> Own(tcp::socket socket);
  void CloseListenerAndIdle();
  void AbortAll();

  int port_ = 0;
  absl::Mutex mutex_;
  size_t live_ ABSL_GUARDED_BY(mutex_) = 0;  // connections, for Drain to wait on
  bool drained_ ABSL_GUARDED_BY(mutex_) = false;
  absl::flat_hash_set<Connection*> connections_{};
  Shared shared_;
  net::executor_work_guard<net::io_context::executor_type> work_ = net::make_work_guard(shared_.io);
  tcp::acceptor acceptor_{shared_.io};
  net::steady_timer accept_pause_{shared_.io};
  std::thread io_thread_{};
};

absl::Status Server::Core::Listen() {
  const Options& options = shared_.options;
  error_code error;
  const net::ip::address address = net::ip::make_address(options.address, error);
  if (error) return absl::InvalidArgumentError("the HTTP address is not numeric");
  if (options.port < 0 || options.port > 65535) {
    return absl::InvalidArgumentError("the HTTP port is not between 0 and 65535");
  }
  const tcp::endpoint endpoint(address, static_cast<net::ip::port_type>(options.port));
  acceptor_.open(endpoint.protocol(), error);
  if (error) return Unavailable("cannot open a socket", error);
  acceptor_.set_option(net::socket_base::reuse_address(true), error);  // past TIME_WAIT only
  acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(net::socket_base::max_listen_connections, error);
  if (error) return Unavailable(absl::StrCat("cannot listen on port ", options.port), error);
  port_ = acceptor_.local_endpoint(error).port();
  return absl::OkStatus();
}

void Server::Core::Run() {
  net::co_spawn(shared_.io, AcceptAll(), net::detached);
  io_thread_ = std::thread([this] { shared_.io.run(); });
}

void Server::Core::Drain(absl::Duration patience) {
  {
    const absl::MutexLock lock(&mutex_);
    if (std::exchange(drained_, true)) return;
  }
  const auto nobody = [this]() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_) { return live_ == 0; };
  net::post(shared_.io, [this] { CloseListenerAndIdle(); });
  {
    const absl::MutexLock lock(&mutex_);
    mutex_.AwaitWithTimeout(absl::Condition(&nobody), patience);
  }
  net::post(shared_.io, [this] { AbortAll(); });
  shared_.workers.Stop();
  work_.reset();  // every socket is closed: the I/O thread runs out of work
  if (io_thread_.joinable()) io_thread_.join();
}

void Server::Core::CloseListenerAndIdle() {
  shared_.draining = true;
  error_code ignored;
  acceptor_.close(ignored);
  accept_pause_.cancel();
  for (Connection* connection : connections_) connection->CloseIfIdle();
}

void Server::Core::AbortAll() {
  for (Connection* connection : connections_) connection->Abort();
}

net::awaitable<void> Server::Core::AcceptAll() {
  while (acceptor_.is_open()) {
    auto [error, socket] = co_await acceptor_.async_accept(kAwait);
    if (!error && connections_.size() >= shared_.options.max_connections) {
      TurnAway(std::move(socket));
    } else if (!error) {
      net::co_spawn(shared_.io, Own(std::move(socket)), net::detached);
    } else if (acceptor_.is_open()) {  // no file descriptor left, say: wait for one
      accept_pause_.expires_after(std::chrono::milliseconds(100));
      co_await accept_pause_.async_wait(kAwait);
    }
  }
}

net::awaitable<void> Server::Core::Own(tcp::socket socket) {
  Connection connection(std::move(socket), shared_);
  connections_.insert(&connection);
  {
    const absl::MutexLock lock(&mutex_);
    ++live_;
  }
  co_await connection.Serve();
  connections_.erase(&connection);
  const absl::MutexLock lock(&mutex_);
  --live_;
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
