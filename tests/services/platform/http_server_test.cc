// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "services/platform/http/server.h"
#include "tests/services/platform/http_raw_client.h"
#include "tests/support/status_matchers.h"

namespace entraide::http {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr char kGet[] = "GET /a%20b?c=d HTTP/1.1\r\nHost: test\r\nX-Two: 2\r\n\r\n";

// Says what it was asked, so that a test sees what the handler saw.
Response Mirror(const Request& request) {
  return Reply(200, "text/plain",
               absl::StrCat(request.method, " ", request.path, " ", request.query, " ",
                            request.HeaderOr("x-two", "-"), " ", request.peer, " ", request.body));
}

std::unique_ptr<Server> StartWith(Handler handler, Options options = {}) {
  auto server = Server::Start(std::move(options), std::move(handler));
  EXPECT_THAT(server, IsOk());
  return *std::move(server);
}

TEST(Server, GivesTheHandlerTheParsedRequest) {
  const auto server = StartWith(Mirror);
  const RawResponse response = Exchange(server->port(), kGet);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, "GET /a%20b c=d 2 127.0.0.1 ");
}

TEST(Server, AnswersSeveralRequestsOnOneConnection) {
  const auto server = StartWith(Mirror);
  RawClient client(server->port());
  client.Send(kGet);
  EXPECT_EQ(client.Receive().status, 200);
  client.Send(absl::StrCat(PostOf("/1", {}, "one"), PostOf("/2", {}, "two")));  // pipelined
  EXPECT_EQ(client.Receive().body, "POST /1  - 127.0.0.1 one");
  EXPECT_EQ(client.Receive().body, "POST /2  - 127.0.0.1 two");
}

TEST(Server, ClosesWhenAsked) {
  const auto server = StartWith(Mirror);
  RawClient client(server->port());
  client.Send("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(client.Receive().head, HasSubstr("Connection: close"));
  EXPECT_TRUE(client.IsClosed());
}

TEST(Server, LeavesTheBodyOutForHeadAndKeepsItsLength) {
  const auto server = StartWith(Mirror);
  RawClient client(server->port());
  client.Send("HEAD / HTTP/1.1\r\nHost: test\r\n\r\n");
  EXPECT_THAT(client.ReceiveHead().head, HasSubstr("Content-Length: 20\r\n"));
  client.Send(kGet);
  EXPECT_EQ(client.Receive().status, 200);
}

TEST(Server, SendsNoLengthWith204) {
  const auto server = StartWith([](const Request&) { return Response{.status = 204}; });
  const RawResponse response = Exchange(server->port(), kGet);
  EXPECT_EQ(response.status, 204);
  EXPECT_THAT(response.head, Not(HasSubstr("Content-Length")));
}

TEST(Server, SaysContinueBeforeTheBodyIsSent) {
  const auto server = StartWith(Mirror);
  RawClient client(server->port());
  client.Send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.Receive().status, 100);
  client.Send("body");
  EXPECT_THAT(client.Receive().body, HasSubstr("body"));
}

TEST(Server, JoinsChunksAndIgnoresTheFieldsAfterThem) {
  const auto server = StartWith(Mirror);
  const RawResponse response =
      Exchange(server->port(),
               "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\nTrailer: X-Two\r\n\r\n"
               "3\r\none\r\n4;x=y\r\n two\r\n0\r\nX-Two: smuggled\r\n\r\n");
  EXPECT_EQ(response.body, "POST /  - 127.0.0.1 one two");
}

TEST(Server, RefusesWhatProxiesMayReadDifferently) {
  const auto server = StartWith(Mirror);
  const std::pair<const char*, int> cases[] = {
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
      {"GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/3.0\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
       400},
      {"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501},
      {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400},
      {"\x16\x03\x01\x02\x01\r\n\r\n", 400},
  };
  for (const auto& [request, status] : cases) {
    RawClient client(server->port());
    client.Send(request);
    EXPECT_EQ(client.Receive().status, status) << request;
    EXPECT_TRUE(client.IsClosed()) << request;
  }
}

TEST(Server, AnswersInternalErrorRatherThanSplitAResponse) {
  const auto server = StartWith([](const Request&) {
    return Response{.status = 303, .headers = {{"Location", "/\r\nSet-Cookie: stolen=1"}}};
  });
  const RawResponse response = Exchange(server->port(), kGet);
  EXPECT_EQ(response.status, 500);
  EXPECT_THAT(response.head, Not(HasSubstr("stolen")));
}

TEST(Server, DoesNotShareAPort) {
  const auto server = StartWith(Mirror);
  const auto second = Server::Start(Options{.port = server->port()}, Mirror);
  EXPECT_EQ(second.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(second.status().message()), HasSubstr(absl::StrCat(server->port())));
}

TEST(Server, RefusesAnAddressThatIsAName) {
  EXPECT_EQ(Server::Start(Options{.address = "localhost"}, Mirror).status().code(),
            absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace entraide::http
