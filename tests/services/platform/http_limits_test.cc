// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "services/platform/http/server.h"
#include "tests/services/platform/http_raw_client.h"
#include "tests/support/status_matchers.h"

namespace entraide::http {
namespace {

using testing::HasSubstr;

constexpr char kGet[] = "GET / HTTP/1.1\r\nHost: test\r\n\r\n";
constexpr size_t kMaxBody = 256 * 1024;

Response CountBytes(const Request& request) {
  return Reply(200, "text/plain", absl::StrCat(request.body.size()));
}

std::unique_ptr<Server> StartWith(Handler handler, Options options = {}) {
  auto server = Server::Start(std::move(options), std::move(handler));
  EXPECT_THAT(server, IsOk());
  return *std::move(server);
}

// A handler that holds its thread until the test lets it go.
struct Gate {
  std::atomic<int> entered{0};
  absl::Notification open;

  Response Pass(const Request& request) {
    ++entered;
    open.WaitForNotification();
    return CountBytes(request);
  }
  Handler AsHandler() {
    return [this](const Request& request) { return Pass(request); };
  }
  void AwaitEntered(int count) {
    const absl::Time limit = absl::Now() + absl::Seconds(10);
    while (entered < count && absl::Now() < limit) std::this_thread::yield();
    ASSERT_GE(entered, count);
  }
};

TEST(Limits, ABodyOfTheLimitPassesAndOneByteMoreIsRefused) {
  const auto server = StartWith(CountBytes);
  const std::string full(kMaxBody, 'x');
  EXPECT_EQ(Exchange(server->port(), PostOf("/", {}, full)).body, absl::StrCat(kMaxBody));
  const RawResponse refusal = Exchange(server->port(), PostOf("/", {}, full + "x"));
  EXPECT_EQ(refusal.status, 413);
  EXPECT_THAT(refusal.body, HasSubstr("262144 bytes"));
}

TEST(Limits, ABodyTooLargeIsRefusedBeforeItIsSent) {
  const auto server = StartWith(CountBytes);
  RawClient client(server->port());
  client.Send(
      "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 9999999999\r\n"
      "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.Receive().status, 413);
  EXPECT_TRUE(client.IsClosed());
}

TEST(Limits, ChunksCountTogether) {
  const auto server = StartWith(CountBytes);
  std::string request = "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n";
  const std::string chunk = absl::StrCat("10000\r\n", std::string(65536, 'x'), "\r\n");
  for (int i = 0; i < 4; ++i) absl::StrAppend(&request, chunk);
  EXPECT_EQ(Exchange(server->port(), absl::StrCat(request, "0\r\n\r\n")).body, "262144");
  EXPECT_EQ(Exchange(server->port(), absl::StrCat(request, "1\r\nx\r\n0\r\n\r\n")).status, 413);
}

TEST(Limits, HeadersOfMoreThan8KilobytesAreRefused) {
  const auto server = StartWith(CountBytes);
  std::string many = "GET / HTTP/1.1\r\nHost: test\r\n";
  for (int i = 0; i < 1000; ++i) absl::StrAppend(&many, "X-Header-", i, ": value\r\n");
  EXPECT_EQ(Exchange(server->port(), absl::StrCat(many, "\r\n")).status, 431);
  const std::string long_path(9000, 'a');
  EXPECT_EQ(
      Exchange(server->port(), absl::StrCat("GET /", long_path, " HTTP/1.1\r\nHost: t\r\n\r\n"))
          .status,
      431);
}

TEST(Limits, AClientThatDripsItsRequestIsCutOff) {
  const auto server = StartWith(CountBytes, {.read_timeout = absl::Milliseconds(300)});
  for (const char* start :
       {"", "GET / HT", "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 9\r\n\r\nx"}) {
    RawClient client(server->port());
    client.Send(start);
    const absl::Time began = absl::Now();
    EXPECT_TRUE(client.IsClosed()) << start;
    EXPECT_LT(absl::Now() - began, absl::Seconds(5)) << start;
  }
}

TEST(Limits, AnIdleConnectionIsClosed) {
  const auto server = StartWith(CountBytes, {.idle_timeout = absl::Milliseconds(200)});
  RawClient client(server->port());
  client.Send(kGet);
  EXPECT_EQ(client.Receive().status, 200);
  EXPECT_TRUE(client.IsClosed());
}

TEST(Limits, BeyondTheQueueRequestsAreToldToComeBack) {
  Gate gate;
  const auto server = StartWith(gate.AsHandler(), {.worker_threads = 1, .queue_bound = 0});
  RawClient running(server->port());
  running.Send(kGet);
  gate.AwaitEntered(1);
  RawClient second(server->port());
  second.Send(kGet);
  const RawResponse refusal = second.Receive();
  EXPECT_EQ(refusal.status, 503);
  EXPECT_THAT(refusal.head, HasSubstr("Retry-After: 1"));
  gate.open.Notify();
  EXPECT_EQ(running.Receive().status, 200);
  second.Send(kGet);
  EXPECT_EQ(second.Receive().status, 200);
}

TEST(Limits, BeyondTheConnectionsClientsAreTurnedAway) {
  const auto server = StartWith(CountBytes, {.max_connections = 1});
  RawClient first(server->port());
  first.Send(kGet);
  EXPECT_EQ(first.Receive().status, 200);
  RawClient second(server->port());
  EXPECT_EQ(second.Receive().status, 503);
  EXPECT_TRUE(second.IsClosed());
}

TEST(Drain, LetsRunningRequestsFinishAndAcceptsNoNewOnes) {
  Gate gate;
  const auto server = StartWith(gate.AsHandler());
  RawClient idle(server->port());
  RawClient running(server->port());
  running.Send(kGet);
  gate.AwaitEntered(1);
  std::thread drain([&] { server->Drain(absl::Seconds(10)); });
  EXPECT_TRUE(idle.IsClosed());
  EXPECT_EQ(Exchange(server->port(), kGet).status, 0);
  gate.open.Notify();
  const RawResponse last = running.Receive();
  EXPECT_EQ(last.status, 200);
  EXPECT_THAT(last.head, HasSubstr("Connection: close"));
  EXPECT_TRUE(running.IsClosed());
  drain.join();
}

TEST(Drain, LosesPatienceWithAClientThatNeverFinishes) {
  const auto server = StartWith(CountBytes);
  RawClient slow(server->port());
  slow.Send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(slow.Receive().status, 100);
  const absl::Time began = absl::Now();
  server->Drain(absl::Milliseconds(200));
  EXPECT_GE(absl::Now() - began, absl::Milliseconds(200));
  EXPECT_LT(absl::Now() - began, absl::Seconds(5));
  EXPECT_TRUE(slow.IsClosed());
}

TEST(Drain, DropsTheAnswerThatAHandlerGivesTooLate) {
  Gate gate;
  const auto server = StartWith(gate.AsHandler());
  RawClient client(server->port());
  client.Send(kGet);
  gate.AwaitEntered(1);
  std::thread drain([&] { server->Drain(absl::ZeroDuration()); });
  EXPECT_TRUE(client.IsClosed());  // before the handler has ended
  gate.open.Notify();
  drain.join();
}

}  // namespace
}  // namespace entraide::http
