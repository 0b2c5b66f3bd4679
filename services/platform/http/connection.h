// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <utility>

#include "services/platform/http/beast_message.h"
#include "services/platform/http/server.h"
#include "services/platform/http/worker_pool.h"

namespace entraide::http {

// What connections share. `draining` is read and written by the I/O thread only.
struct Shared {
  Shared(Options wanted, Handler handle)
      : options(std::move(wanted)),
        handler(std::move(handle)),
        workers(options.worker_threads, options.queue_bound) {}

  const Options options;
  const Handler handler;
  WorkerPool workers;
  bool draining = false;
  boost::asio::io_context io{1};
};

// One client: requests are read and answered one after another. Used by the I/O thread only; the
// handler runs on a worker, and its answer comes back through boost::asio::post.
class Connection {
 public:
  Connection(boost::asio::ip::tcp::socket socket, Shared& shared);

  // Ends when the connection does. The connection outlives it.
  boost::asio::awaitable<void> Serve();

  void CloseIfIdle();
  // Gives up whatever it is at; an answer that still comes from a worker is dropped.
  void Abort();

 private:
  struct Answer;

  boost::asio::awaitable<bool> Exchange();
  boost::asio::awaitable<bool> Receive(Parser& parser, Request& request);
  boost::asio::awaitable<bool> Ask(Request request, const Incoming& message);
  boost::asio::awaitable<bool> Send(Response response, const Incoming& message);
  boost::asio::awaitable<void> Linger();

  Shared& shared_;
  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_{64 * 1024};
  Answer* answer_ = nullptr;  // while a worker thinks
  bool idle_ = true;          // no byte of a request has come yet
};

// Tells a client beyond the limit that there is no room: one attempt, without waiting.
void TurnAway(boost::asio::ip::tcp::socket socket);

}  // namespace entraide::http
