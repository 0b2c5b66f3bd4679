// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <string>

#include "services/platform/auth/authenticator.h"
#include "tests/support/status_matchers.h"

namespace entraide::auth {
namespace {

const absl::Time kDeadline = absl::FromUnixSeconds(1'800'000'000);

absl::StatusOr<Caller> OneSession(absl::string_view token, absl::Time) {
  if (token == "down") return absl::UnavailableError("database");
  if (token != "good") return absl::UnauthenticatedError("no");
  return Caller{.role = access::v1::ROLE_STAFF, .person = "p1", .organization = "o1"};
}

class AuthenticatorTest : public testing::Test {
 protected:
  absl::StatusOr<Caller> Ask(absl::string_view authorization, absl::string_view service = "") {
    return authenticator_.Authenticate(authorization, service, kDeadline);
  }

  const TrackingCodes codes_{TrackingCodes::Key{7}};
  const Authenticator authenticator_{OneSession, codes_};
};

TEST_F(AuthenticatorTest, ACallWithoutCredentialsIsAnonymous) {
  ASSERT_THAT(Ask(""), IsOk());
  EXPECT_EQ(Ask("")->role, access::v1::ROLE_ANON);
  EXPECT_EQ(PrincipalOf(*Ask("")), "anon");
}

TEST_F(AuthenticatorTest, ASessionTokenIsItsSession) {
  const auto caller = Ask("Bearer good");
  ASSERT_THAT(caller, IsOk());
  EXPECT_EQ(caller->role, access::v1::ROLE_STAFF);
  EXPECT_EQ(PrincipalOf(*caller), "person:p1:5:o1");
}

TEST_F(AuthenticatorTest, ATrackingCodeIsItsStoredHash) {
  const std::string code = codes_.CodeFor('R', "some-ride");
  const auto caller = Ask("Code " + code);
  ASSERT_THAT(caller, IsOk());
  EXPECT_EQ(caller->role, access::v1::ROLE_CODE);
  EXPECT_EQ(caller->code_hash, *codes_.HashOf(code));
  EXPECT_THAT(PrincipalOf(*caller), testing::StartsWith("code:"));
}

TEST_F(AuthenticatorTest, AServiceSpeaksForItselfOrForAUser) {
  EXPECT_EQ(PrincipalOf(*Ask("", "matcher")), "service:matcher");
  const auto user = Ask("Bearer good", "gateway");
  ASSERT_THAT(user, IsOk());
  EXPECT_EQ(user->service, "gateway");
  EXPECT_EQ(PrincipalOf(*user), "person:p1:5:o1");
}

TEST_F(AuthenticatorTest, ABadCredentialIsRefusedAndNotTakenForNone) {
  for (const char* bad : {"Bearer ended", "Code R-0000-0000-0000-1", "Basic x", "good"}) {
    EXPECT_THAT(Ask(bad), HasReason("CREDENTIAL_INVALID")) << bad;
  }
}

TEST_F(AuthenticatorTest, AFailingLookupIsNoRefusal) {
  EXPECT_EQ(Ask("Bearer down").status().code(), absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace entraide::auth
