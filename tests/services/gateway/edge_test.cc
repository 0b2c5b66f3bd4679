// SPDX-License-Identifier: EUPL-1.2
// What is alike for every protocol: media types, methods, deadlines, metadata, limits.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "tests/services/gateway/gateway_world.h"

namespace entraide::gateway {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::Ge;
using testing::Gt;
using testing::HasSubstr;
using testing::Le;
using testing::Not;

class Edge : public testing::Test {
 protected:
  json Echo(std::vector<std::string> headers) {
    headers.push_back(kJson);
    const http::RawResponse response = world_.Post(kEchoPath, headers, "{}");
    EXPECT_EQ(response.status, 200) << response.body;
    return json::parse(response.body, nullptr, false);
  }
  int64_t LeftMilliseconds(const std::string& header) {
    return std::stoll(Echo({header})["leftMilliseconds"].get<std::string>());
  }

  GatewayWorld world_;
};

TEST_F(Edge, RefusesOtherMediaTypesAndSaysWhichItTakes) {
  for (const char* type :
       {"text/plain", "application/x-www-form-urlencoded", "application/grpc",
        "application/json; charset=latin1", "application/jsonx", "application/connect+json", ""}) {
    const auto response =
        world_.Post(kEchoPath, {absl::StrCat("Content-Type: ", type)}, "{\"text\":\"a\"}");
    EXPECT_EQ(response.status, 415) << type;
    EXPECT_THAT(response.head, HasSubstr("Accept-Post: application/json")) << type;
  }
}

TEST_F(Edge, RefusesOtherMethods) {
  for (const char* method : {"PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"}) {
    const auto response = http::Exchange(
        world_.port(), absl::StrCat(method, " ", kEchoPath, " HTTP/1.1\r\nHost: t\r\n\r\n"));
    EXPECT_EQ(response.status, 405) << method;
    EXPECT_THAT(response.head, HasSubstr("Allow: GET, POST\r\n")) << method;
  }
}

TEST_F(Edge, PassesTheClientsTimeoutOnAndCapsIt) {
  EXPECT_THAT(LeftMilliseconds("Connect-Timeout-Ms: 5000"), AllOf(Gt(2000), Le(5000)));
  EXPECT_THAT(LeftMilliseconds("Grpc-Timeout: 5S"), AllOf(Gt(2000), Le(5000)));
  EXPECT_THAT(LeftMilliseconds("Grpc-Timeout: 5000000u"), AllOf(Gt(2000), Le(5000)));
  EXPECT_THAT(LeftMilliseconds("X-Nothing: here"), AllOf(Gt(5000), Le(10'000)));
  EXPECT_THAT(LeftMilliseconds("Connect-Timeout-Ms: 9999999999"), AllOf(Gt(20'000), Le(30'000)));
  EXPECT_THAT(LeftMilliseconds("Grpc-Timeout: 99999999H"), AllOf(Gt(20'000), Le(30'000)));
}

TEST_F(Edge, RefusesATimeoutThatIsNone) {
  for (const char* header :
       {"Connect-Timeout-Ms: soon", "Connect-Timeout-Ms: -1", "Connect-Timeout-Ms: 10000000000",
        "Grpc-Timeout: 5", "Grpc-Timeout: S", "Grpc-Timeout: 5s", "Grpc-Timeout: 123456789S"}) {
    const auto response = world_.Post(kEchoPath, {kJson, header}, "{}");
    EXPECT_EQ(response.status, 400) << header;
    EXPECT_THAT(response.body, HasSubstr("REQUEST_MALFORMED")) << header;
  }
}

TEST_F(Edge, AnswersWhenTheDeadlineHasPassed) {
  const auto response =
      world_.Post("/entraide.echo.v1.EchoService/Wait", {kJson, "Connect-Timeout-Ms: 200"}, "{}");
  EXPECT_EQ(response.status, 504);
  EXPECT_THAT(response.body, HasSubstr("\"deadline_exceeded\""));
}

TEST_F(Edge, PassesOnTwoHeadersAndNoOther) {
  const std::string metadata =
      Echo({"Authorization: Bearer abc", "traceparent: 00-1-2-01", "X-Entraide-Service: matcher",
            "x-entraide-service-bin: bWF0Y2hlcg", "X-Forwarded-For: 10.0.0.1",
            "Cookie: session=1"})["metadata"]
          .dump();
  EXPECT_THAT(metadata,
              AllOf(HasSubstr("authorization=Bearer abc"), HasSubstr("traceparent=00-1-2-01")));
  for (const char* name : {"entraide", "forwarded", "cookie", "matcher"}) {
    EXPECT_THAT(metadata, Not(HasSubstr(name)));
  }
}

TEST_F(Edge, RefusesMetadataThatWouldEndTheProcess) {
  for (const char* value : {"Bearer \xff\xfe", "Bearer \tx", "Bearer \x7f"}) {
    const auto response =
        world_.Post(kEchoPath, {kJson, absl::StrCat("Authorization: ", value)}, "{}");
    EXPECT_EQ(response.status, 400);
  }
  EXPECT_EQ(world_.Post(kEchoPath, {kJson}, "{}").status, 200);
}

TEST_F(Edge, TakesABodyOf256KilobytesAndNotOneByteMore) {
  const std::string frame = R"({"text":""})";
  const std::string text(256 * 1024 - frame.size(), 'x');
  const auto body = [](const std::string& value) {
    return absl::StrCat(R"({"text":")", value, R"("})");
  };
  EXPECT_EQ(world_.Post(kEchoPath, {kJson}, body(text)).status, 200);
  const auto refusal = world_.Post(kEchoPath, {kJson}, body(text + "x"));
  EXPECT_EQ(refusal.status, 413);
  EXPECT_THAT(refusal.body, HasSubstr("262144 bytes"));
}

TEST(Gateway, ServesItsPrefixOnly) {
  const Gateway gateway(nullptr, Options{});
  EXPECT_TRUE(gateway.Serves("/entraide.rides.v1.RidesService/GetRide"));
  EXPECT_FALSE(gateway.Serves("/grpc.health.v1.Health/Check"));
  EXPECT_FALSE(gateway.Serves("/rides/r1"));
  EXPECT_FALSE(gateway.Serves("entraide."));
}

}  // namespace
}  // namespace entraide::gateway
