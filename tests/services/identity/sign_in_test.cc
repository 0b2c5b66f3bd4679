// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <string>
#include <thread>
#include <vector>

#include "services/platform/base/uuid.h"
#include "services/platform/rpc/status.h"
#include "tests/services/identity/identity_fixture.h"
#include "tests/support/status_matchers.h"

namespace entraide::identity {
namespace {

constexpr char kJeanne[] = "jeanne@exemple.fr";

class SignInTest : public IdentityTest {
 protected:
  SignInTest() { AGrant(kJeanne, access::v1::ROLE_STAFF, "garage"); }

  // Asks for a code; the mailed code and the browser's token.
  struct Asked {
    std::string code{};
    std::string browser_token{};
  };
  Asked Ask(const std::string& email = kJeanne) {
    const auto asked = AskCode(email);
    EXPECT_THAT(asked, IsOk());
    EXPECT_EQ(SendMails(), 1);
    return {.code = CodeIn(mails_.back()), .browser_token = asked->browser_token()};
  }
};

TEST_F(SignInTest, AMailedCodeOpensASessionWithTheRole) {
  const Asked asked = Ask();
  EXPECT_EQ(mails_.back().to, kJeanne);
  const auto answer = Redeem(asked.code, asked.browser_token);
  ASSERT_THAT(answer, IsOk());
  EXPECT_EQ(answer->session().role(), access::v1::ROLE_STAFF);
  EXPECT_EQ(answer->session().organization(), "organizations/garage");
  EXPECT_FALSE(answer->session().demo());
  EXPECT_EQ(answer->session().expire_time().seconds(), absl::ToUnixSeconds(Now()) + 12 * 3600);
  const auto session = GetSession(answer->session_token());
  ASSERT_THAT(session, IsOk());
  EXPECT_EQ(session->organization(), "organizations/garage");
}

TEST_F(SignInTest, TheAddressCountsWithoutCaseAndBlanks) { Ask(" JEANNE@Exemple.fr "); }

TEST_F(SignInTest, ACodeServesOnce) {
  const Asked asked = Ask();
  ASSERT_THAT(Redeem(asked.code, asked.browser_token), IsOk());
  EXPECT_THAT(Redeem(asked.code, asked.browser_token), HasReason("CODE_INVALID"));
}

TEST_F(SignInTest, ACodeServesOnceEvenWhenTwoCallsRace) {
  const Asked asked = Ask();
  std::atomic<int> opened = 0;
  std::vector<std::thread> browsers;
  for (int i = 0; i < 4; ++i) {
    browsers.emplace_back([&] { opened += Redeem(asked.code, asked.browser_token).ok() ? 1 : 0; });
  }
  for (std::thread& browser : browsers) browser.join();
  EXPECT_EQ(opened, 1);
}

TEST_F(SignInTest, ACodeServesOnlyTheBrowserThatAsked) {
  const Asked hers = Ask();
  const auto another = AskCode("malo@exemple.fr");
  ASSERT_THAT(another, IsOk());
  EXPECT_THAT(Redeem(hers.code, another->browser_token()), HasReason("CODE_INVALID"));
  EXPECT_THAT(Redeem(hers.code, "made-up"), HasReason("CODE_INVALID"));
  EXPECT_THAT(Redeem(hers.code, hers.browser_token), IsOk());
}

TEST_F(SignInTest, ACodeLivesTenMinutes) {
  const Asked asked = Ask();
  Pass(absl::Minutes(10));
  EXPECT_THAT(Redeem(asked.code, asked.browser_token), HasReason("CODE_INVALID"));
}

TEST_F(SignInTest, ACodeMayBeTriedFiveTimes) {
  const Asked asked = Ask();
  for (int i = 0; i < 4; ++i) {
    EXPECT_THAT(Redeem("0000-0000-0000-0", asked.browser_token), HasReason("CODE_INVALID"));
  }
  EXPECT_THAT(Redeem(asked.code, asked.browser_token), IsOk());
  const Asked again = Ask();
  for (int i = 0; i < 5; ++i) {
    EXPECT_THAT(Redeem("not a code", again.browser_token), HasReason("CODE_INVALID"));
  }
  EXPECT_THAT(Redeem(again.code, again.browser_token), HasReason("CODE_INVALID"));
}

TEST_F(SignInTest, AnUnknownAddressGetsTheSameAnswerAndNoMail) {
  const auto known = AskCode(kJeanne);
  const auto unknown = AskCode("personne@exemple.fr");
  ASSERT_THAT(known, IsOk());
  ASSERT_THAT(unknown, IsOk());
  EXPECT_EQ(known->browser_token().size(), unknown->browser_token().size());
  EXPECT_EQ(SendMails(), 1);
  EXPECT_EQ(mails_.back().to, kJeanne);
  // And even who guessed its code would not get in.
  EXPECT_EQ(Count("SELECT count(*) FROM magic_link WHERE person_id IS NULL"), 1);
}

TEST_F(SignInTest, AnAddressKnownOrNotGetsFiveMailsAnHour) {
  for (const char* email : {kJeanne, "personne@exemple.fr"}) {
    for (int i = 0; i < 5; ++i) EXPECT_THAT(AskCode(email), IsOk()) << email;
    const auto sixth = AskCode(email);
    EXPECT_THAT(sixth, HasReason("TOO_MANY_MAILS")) << email;
    EXPECT_TRUE(absl::IsResourceExhausted(sixth.status()));
  }
  Pass(absl::Hours(1));
  EXPECT_THAT(AskCode(kJeanne), IsOk());
}

TEST_F(SignInTest, WhatIsNoAddressIsRefusedByName) {
  EXPECT_THAT(AskCode("jeanne"), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(AskCode("a@b.fr\r\nBcc: c@d.fr"), HasReason("FIELDS_INVALID"));
}

TEST_F(SignInTest, AskingTwiceWithOneIdIsAskingOnce) {
  v1::RequestMagicLinkRequest request;
  request.set_email(kJeanne);
  request.set_request_id(NewUuid());
  std::vector<std::string> tokens;
  for (int i = 0; i < 2; ++i) {
    grpc::ClientContext context;
    SetDeadline(context, "");
    v1::RequestMagicLinkResponse response;
    ASSERT_TRUE(stub_->RequestMagicLink(&context, request, &response).ok());
    tokens.push_back(response.browser_token());
  }
  EXPECT_NE(tokens[0], "");
  EXPECT_EQ(tokens[0], tokens[1]);
  EXPECT_EQ(SendMails(), 1);
  EXPECT_THAT(Redeem(CodeIn(mails_.back()), tokens[1]), IsOk());
}

TEST_F(SignInTest, NoSecretAndNoAddressIsStoredBesideItsPlaceOrLogged) {
  testing::internal::CaptureStderr();
  const Asked asked = Ask();
  const auto answer = Redeem(asked.code, asked.browser_token);
  EXPECT_THAT(Redeem(asked.code, asked.browser_token), HasReason("CODE_INVALID"));
  EXPECT_THAT(AskCode("jeanne@"), HasReason("FIELDS_INVALID"));
  const std::string log = testing::internal::GetCapturedStderr();
  ASSERT_THAT(answer, IsOk());
  EXPECT_THAT(log, testing::HasSubstr("RequestMagicLink"));
  for (const std::string& secret :
       {std::string("jeanne"), asked.code, asked.browser_token, answer->session_token()}) {
    EXPECT_THAT(log, testing::Not(testing::HasSubstr(secret)));
  }
  EXPECT_EQ(Count("SELECT count(*) FROM answered_request WHERE answered_request::text ~ 'jeanne'"),
            0);
}

}  // namespace
}  // namespace entraide::identity
