// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/status.pb.h"
#include "services/gateway/frame.h"
#include "tests/services/gateway/gateway_world.h"

namespace entraide::gateway {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr char kWeb[] = "Content-Type: application/grpc-web+proto";
constexpr char kText[] = "Content-Type: application/grpc-web-text";
constexpr char kRefusePath[] = "/entraide.echo.v1.EchoService/Refuse";

// Message and trailers of an answer.
struct Parts {
  std::string message{};
  std::string trailers{};
};

Parts Split(absl::string_view body) {
  Parts parts;
  while (body.size() >= kFrameHead) {
    const size_t length = FramedLength(body);
    const bool trailers = static_cast<unsigned char>(body[0]) == kWebTrailersFlag;
    (trailers ? parts.trailers : parts.message) = std::string(body.substr(kFrameHead, length));
    body.remove_prefix(kFrameHead + length);
  }
  EXPECT_EQ(body, "");
  return parts;
}

class GrpcWeb : public testing::Test {
 protected:
  GatewayWorld world_;
};

TEST_F(GrpcWeb, CarriesAMessageAndThenTheTrailers) {
  for (const char* type : {"application/grpc-web+proto", "application/grpc-web"}) {
    const auto response = world_.Post(kEchoPath, {absl::StrCat("Content-Type: ", type)},
                                      absl::string_view("\0\0\0\0\4\n\2hi", 9));
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(response.head, HasSubstr(absl::StrCat("Content-Type: ", type, "\r\n")));
    const Parts parts = Split(response.body);
    EXPECT_THAT(parts.message, StartsWith("\n\2hi"));
    EXPECT_EQ(parts.trailers, "grpc-status:0\r\n");
  }
}

TEST_F(GrpcWeb, CarriesJsonInFrames) {
  const auto response = world_.Post(kEchoPath, {"Content-Type: application/grpc-web+json"},
                                    Framed(0, R"({"text":"hi"})"));
  EXPECT_THAT(Split(response.body).message, HasSubstr(R"("text":"hi")"));
}

TEST_F(GrpcWeb, CarriesTextInOneOrSeveralPieces) {
  const std::string frame = Framed(0, "\n\2hi");
  const std::string whole = absl::Base64Escape(frame);
  const std::string pieces =
      absl::StrCat(absl::Base64Escape(frame.substr(0, 5)), absl::Base64Escape(frame.substr(5)));
  for (const std::string& body : {whole, pieces}) {
    const auto response = world_.Post(kEchoPath, {kText}, body);
    EXPECT_THAT(response.head, HasSubstr("Content-Type: application/grpc-web-text\r\n"));
    std::string bytes;
    ASSERT_TRUE(absl::Base64Unescape(response.body, &bytes));
    const Parts parts = Split(bytes);
    EXPECT_THAT(parts.message, StartsWith("\n\2hi"));
    EXPECT_EQ(parts.trailers, "grpc-status:0\r\n");
  }
}

TEST_F(GrpcWeb, CarriesARefusalInTheTrailersWithItsDetails) {
  const auto response = world_.Post(kRefusePath, {kWeb},
                                    Framed(0,
                                           "\n\x0d"
                                           "100% ferm\xc3\xa9\r\n"));
  EXPECT_EQ(response.status, 200);
  const Parts parts = Split(response.body);
  EXPECT_EQ(parts.message, "");
  EXPECT_THAT(parts.trailers,
              StartsWith("grpc-status:9\r\ngrpc-message:100%25 ferm%c3%a9%0d%0a\r\n"));
  constexpr char kDetails[] = "grpc-status-details-bin:";
  const size_t at = parts.trailers.find(kDetails);
  ASSERT_NE(at, std::string::npos);
  std::string bytes;
  const absl::string_view base64 = absl::string_view(parts.trailers).substr(at + 24);
  ASSERT_TRUE(absl::Base64Unescape(base64.substr(0, base64.find('\r')), &bytes));
  google::rpc::Status rich;
  ASSERT_TRUE(rich.ParseFromString(bytes));
  EXPECT_EQ(rich.code(), 9);
  EXPECT_EQ(rich.details_size(), 1);
}

TEST_F(GrpcWeb, RefusesABodyThatIsNotOneFrame) {
  const std::string bodies[] = {"",
                                std::string(4, '\0'),
                                Framed(0, "\n\2hi") + "x",
                                Framed(0, "\n\2hi").substr(0, 7),
                                Framed(0x80, "a:b\r\n"),
                                std::string("\0\xff\xff\xff\xff", 5),
                                Framed(0, "\n\x20hi"),
                                Framed(0, "\n\2\xff\xfe")};
  for (const std::string& body : bodies) {
    const auto response = world_.Post(kEchoPath, {kWeb}, body);
    EXPECT_EQ(response.status, 200);
    EXPECT_THAT(Split(response.body).trailers, StartsWith("grpc-status:3\r\n"))
        << absl::CHexEscape(body);
  }
  const auto text = world_.Post(kEchoPath, {kText}, "****");
  std::string bytes;
  ASSERT_TRUE(absl::Base64Unescape(text.body, &bytes));
  EXPECT_THAT(Split(bytes).trailers, StartsWith("grpc-status:3\r\n"));
}

TEST_F(GrpcWeb, RefusesCompressionStreamsAndUnknownMethods) {
  const auto gzip = world_.Post(kEchoPath, {kWeb}, Framed(1, "x"));
  EXPECT_THAT(Split(gzip.body).trailers, StartsWith("grpc-status:12\r\n"));
  for (const char* path :
       {"/entraide.echo.v1.EchoService/Watch", "/entraide.echo.v1.EchoService/Nope"}) {
    const auto response = world_.Post(path, {kWeb}, Framed(0, ""));
    EXPECT_THAT(Split(response.body).trailers, StartsWith("grpc-status:12\r\n")) << path;
  }
}

}  // namespace
}  // namespace entraide::gateway
