// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"
#include "services/platform/http/form.h"
#include "tests/services/gateway/gateway_world.h"

namespace entraide::gateway {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Connect : public testing::Test {
 protected:
  json ErrorFor(absl::string_view body, int http_status) {
    const http::RawResponse response = world_.Post(kEchoPath, {kJson}, body);
    EXPECT_EQ(response.status, http_status) << body;
    EXPECT_THAT(response.head, HasSubstr("Content-Type: application/json\r\n"));
    return json::parse(response.body, nullptr, false);
  }

  GatewayWorld world_;
};

TEST_F(Connect, CarriesJson) {
  const auto response = world_.Post(kEchoPath, {"Content-Type: application/json; charset=utf-8"},
                                    R"({"text": "à ", "repeatCount": 2, "mood": "MOOD_CALM"})");
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.head, AllOf(HasSubstr("Content-Type: application/json\r\n"),
                                   HasSubstr("Cache-Control: no-store\r\n")));
  const json answer = json::parse(response.body, nullptr, false);
  EXPECT_EQ(answer["text"], "à à ");
  EXPECT_EQ(answer["mood"], "MOOD_CALM");
}

TEST_F(Connect, CarriesProto) {
  const auto response = world_.Post(kEchoPath, {kProto}, "\n\2hi\x10\2");
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.head, HasSubstr("Content-Type: application/proto\r\n"));
  EXPECT_EQ(response.body.substr(0, 6), "\n\4hihi");
}

TEST_F(Connect, ReadsByGetInEachEncoding) {
  const std::string message = http::UrlEncode(R"({"text":"a+b"})");
  const auto plain =
      world_.Get(absl::StrCat(kEchoPath, "?connect=v1&encoding=json&message=", message));
  EXPECT_EQ(plain.status, 200);
  EXPECT_EQ(json::parse(plain.body, nullptr, false)["text"], "a+b");
  const auto base64 =
      world_.Get(absl::StrCat(kEchoPath, "?connect=v1&encoding=proto&base64=1&message=",
                              absl::WebSafeBase64Escape("\n\3\xe2\x82\xac")));
  EXPECT_EQ(base64.status, 200);
  EXPECT_EQ(base64.body.substr(0, 5), "\n\3\xe2\x82\xac");
}

TEST_F(Connect, ChangesNothingByGet) {
  const auto response =
      world_.Get("/entraide.echo.v1.EchoService/Change?connect=v1&encoding=json&message=%7B%7D");
  EXPECT_EQ(response.status, 405);
  EXPECT_THAT(response.head, HasSubstr("Allow: POST\r\n"));
}

TEST_F(Connect, RefusesAGetThatIsNotWellFormed) {
  for (const char* query : {"connect=v2&encoding=json&message=%7B%7D", "encoding=json",
                            "encoding=json&base64=1&message=%21%21"}) {
    const auto response = world_.Get(absl::StrCat(kEchoPath, "?", query));
    EXPECT_EQ(response.status, 400) << query;
    EXPECT_THAT(response.body, HasSubstr("invalid_argument")) << query;
  }
  EXPECT_EQ(world_.Get(absl::StrCat(kEchoPath, "?encoding=xml&message=a")).status, 415);
  EXPECT_EQ(world_.Get(absl::StrCat(kEchoPath, "?encoding=grpc-web&message=a")).status, 415);
}

TEST_F(Connect, CarriesTheCodeTheMessageAndTheDetails) {
  const auto response = world_.Post("/entraide.echo.v1.EchoService/Refuse", {kJson},
                                    R"({"text": "the door is \"closed\" – \u0001"})");
  EXPECT_EQ(response.status, 400);
  const json error = json::parse(response.body, nullptr, false);
  EXPECT_EQ(error["code"], "failed_precondition");
  EXPECT_EQ(error["message"], "the door is \"closed\" – \u0001");
  ASSERT_EQ(error["details"].size(), 1U);
  const json& detail = error["details"][0];
  EXPECT_EQ(detail["type"], "google.rpc.ErrorInfo");
  EXPECT_EQ(detail["debug"]["reason"], "ECHO_REFUSED");
  std::string bytes;
  ASSERT_TRUE(absl::Base64Unescape(detail["value"].get<std::string>(), &bytes));
  EXPECT_THAT(detail["value"].get<std::string>(), Not(HasSubstr("=")));
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(info.ParseFromString(bytes));
  EXPECT_EQ(info.domain(), "entraide");
}

TEST_F(Connect, SaysWhatIsWrongWithABodyWithoutRepeatingValues) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "in JSON"},
      {"{", "in JSON"},
      {"[]", "Root element must be a message"},
      {"{\"text\": 0612345678}", "in JSON"},
      {R"({"text": "a", "unknownField": 1})", "unknownField: Cannot find field"},
      {R"({"mood": "0612345678"})", "(mood): invalid value for type"},
      {R"({"repeatCount": "0612345678 "})", "(repeat_count): invalid value for type TYPE_INT32"},
      {"{\"text\": \"\xff\xfe\"}", "non UTF-8"},
      {"{\"text\": \"0612345678\" oops}", "in JSON"},
  };
  for (const auto& [body, message] : cases) {
    const json error = ErrorFor(body, 400);
    EXPECT_EQ(error["code"], "invalid_argument") << body;
    EXPECT_THAT(error["message"].get<std::string>(),
                AllOf(HasSubstr(message), Not(HasSubstr("0612345678"))));
    EXPECT_EQ(error["details"][0]["debug"]["reason"], "REQUEST_MALFORMED") << body;
  }
}

TEST_F(Connect, RefusesProtoThatTheServiceCouldNotRead) {
  for (const absl::string_view body : {"\n\x20hi", "\n\2\xff\xfe"}) {
    const auto response = world_.Post(kEchoPath, {kProto}, body);
    EXPECT_EQ(response.status, 400);
    EXPECT_THAT(response.body, HasSubstr("no valid entraide.echo.v1.EchoRequest"));
  }
}

TEST_F(Connect, RefusesCompressionAndOtherVersions) {
  const auto gzip = world_.Post(kEchoPath, {kJson, "Content-Encoding: gzip"}, "{}");
  EXPECT_EQ(gzip.status, 501);
  EXPECT_THAT(gzip.body, HasSubstr("COMPRESSION_UNSUPPORTED"));
  EXPECT_EQ(world_.Post(kEchoPath, {kJson, "Connect-Protocol-Version: 2"}, "{}").status, 400);
  EXPECT_EQ(world_.Post(kEchoPath, {kJson, "Connect-Protocol-Version: 1"}, "{}").status, 200);
}

TEST_F(Connect, RefusesAStreamInTheFormThatTheClientReads) {
  constexpr char kWatch[] = "/entraide.echo.v1.EchoService/Watch";
  const auto unary = world_.Post(kWatch, {kJson}, "{}");
  EXPECT_EQ(unary.status, 501);
  EXPECT_THAT(unary.body, HasSubstr("STREAMING_UNSUPPORTED"));
  const auto stream = world_.Post(kWatch, {"Content-Type: application/connect+json"},
                                  absl::string_view("\0\0\0\0\2{}", 7));
  EXPECT_EQ(stream.status, 200);
  EXPECT_THAT(stream.head, HasSubstr("Content-Type: application/connect+json\r\n"));
  EXPECT_EQ(stream.body[0], '\2');
  EXPECT_EQ(json::parse(stream.body.substr(5), nullptr, false)["error"]["code"], "unimplemented");
}

TEST_F(Connect, RefusesUnknownMethodsAndServicesOutsideThePrefix) {
  for (const char* path :
       {"/entraide.echo.v1.EchoService/Nope", "/entraide.echo.v1.Nope/Echo", "/entraide.",
        "/entraide.echo.v1.EchoService/Echo/x", "/grpc.health.v1.Health/Check", "/"}) {
    const auto response = world_.Post(path, {kJson}, "{}");
    EXPECT_EQ(response.status, 501) << path;
    EXPECT_THAT(response.body, HasSubstr("METHOD_UNKNOWN")) << path;
  }
}

}  // namespace
}  // namespace entraide::gateway
