// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "services/platform/http/router.h"
#include "services/platform/http/security.h"

namespace entraide::http {
namespace {

Response Says(absl::string_view text) { return Reply(200, "text/plain", std::string(text)); }

Router RidesRouter() {
  return Router({
      {"GET", "/", [](const Request&, const Params&) { return Says("home"); }},
      {"GET", "/rides/new", [](const Request&, const Params&) { return Says("form"); }},
      {"GET", "/rides/{ride}",
       [](const Request&, const Params& params) {
         return Says(absl::StrCat("ride ", params.at("ride")));
       }},
      {"POST", "/rides/{ride}", [](const Request&, const Params&) { return Says("posted"); }},
  });
}

Request Asked(absl::string_view method, absl::string_view path) {
  return Request{.method = std::string(method), .path = std::string(path)};
}

TEST(Router, PicksByMethodAndPathTheFirstThatMatches) {
  const Router router = RidesRouter();
  EXPECT_EQ(router.Handle(Asked("GET", "/"))->body, "home");
  EXPECT_EQ(router.Handle(Asked("GET", "/rides/new"))->body, "form");
  EXPECT_EQ(router.Handle(Asked("GET", "/rides/r1"))->body, "ride r1");
  EXPECT_EQ(router.Handle(Asked("POST", "/rides/r1"))->body, "posted");
}

TEST(Router, DecodesParametersAfterSplitting) {
  EXPECT_EQ(RidesRouter().Handle(Asked("GET", "/rides/a%2Fb%20c"))->body, "ride a/b c");
}

TEST(Router, ServesHeadAsGet) {
  EXPECT_EQ(RidesRouter().Handle(Asked("HEAD", "/rides/r1"))->status, 200);
}

TEST(Router, SaysWhichMethodsAPathHas) {
  const auto refusal = RidesRouter().Handle(Asked("DELETE", "/rides/r1"));
  ASSERT_TRUE(refusal.has_value());
  EXPECT_EQ(refusal->status, 405);
  EXPECT_EQ(refusal->headers.back().name, "Allow");
  EXPECT_EQ(refusal->headers.back().value, "GET, POST");
}

TEST(Router, LeavesUnknownPathsToTheCaller) {
  for (const char* path : {"/nowhere", "/rides/", "/rides/r1/", "/rides/r1/x", ""}) {
    EXPECT_FALSE(RidesRouter().Handle(Asked("GET", path)).has_value()) << path;
  }
}

TEST(AddSecurityHeaders, KeepsWhatTheResponseAlreadySays) {
  Response response = Says("icon");
  response.headers.push_back({"cache-control", "max-age=31536000, immutable"});
  AddSecurityHeaders(response);
  Request carrier{.headers = response.headers};
  EXPECT_EQ(carrier.HeaderOr("Cache-Control", ""), "max-age=31536000, immutable");
  EXPECT_EQ(carrier.HeaderOr("X-Frame-Options", ""), "DENY");
  EXPECT_EQ(carrier.HeaderOr("X-Content-Type-Options", ""), "nosniff");
  EXPECT_THAT(std::string(carrier.HeaderOr("Content-Security-Policy", "")),
              testing::HasSubstr("default-src 'self'"));
}

}  // namespace
}  // namespace entraide::http
