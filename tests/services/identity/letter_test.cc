// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/mail/letter.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/support/status_matchers.h"

namespace entraide::identity {
namespace {

using testing::HasSubstr;

Mail ALetter() {
  Mail mail = SignInLetter("7K2M-9QX4-TB3W-5", "https://entraide.example");
  mail.id = "l1";
  mail.to = "jeanne@exemple.fr";
  mail.time = absl::FromUnixSeconds(1'800'000'000);
  return mail;
}

TEST(SignInLetter, HasTheCodeToTypeAndALinkThatKeepsItInTheFragment) {
  EXPECT_THAT(ALetter().text, HasSubstr("\n    7K2M-9QX4-TB3W-5\n"));
  EXPECT_THAT(ALetter().text,
              HasSubstr("\nhttps://entraide.example/connexion/code#code=7K2M-9QX4-TB3W-5\n"));
  EXPECT_THAT(ALetter().subject, testing::Not(HasSubstr("7K2M")));
}

TEST(Render, IsAMessageWithCrlfLines) {
  const auto message = Render(ALetter(), "entraide@exemple.fr");
  ASSERT_THAT(message, IsOk());
  EXPECT_THAT(*message, testing::StartsWith("From: Entraide <entraide@exemple.fr>\r\n"
                                            "To: <jeanne@exemple.fr>\r\n"));
  EXPECT_THAT(*message, HasSubstr("\r\nDate: Fri, 15 Jan 2027 08:00:00 +0000\r\n"));
  EXPECT_THAT(*message, HasSubstr("\r\nMessage-ID: <l1@exemple.fr>\r\n"));
  EXPECT_THAT(*message, HasSubstr("\r\n\r\nBonjour,\r\n"));
  for (std::size_t i = message->find('\n'); i != std::string::npos;
       i = message->find('\n', i + 1)) {
    EXPECT_EQ(message->at(i - 1), '\r');
  }
}

TEST(Render, RefusesWhatWouldBeginAnotherHeader) {
  for (const char* to :
       {"a@b.fr\r\nBcc: c@d.fr", "a@b.fr\nX: y", "a@b.fr, c@d.fr", "a@b.fr>", ""}) {
    Mail mail = ALetter();
    mail.to = to;
    EXPECT_THAT(Render(mail, "entraide@exemple.fr"), HasReason("MAIL_HEADER_UNSAFE")) << to;
  }
  Mail mail = ALetter();
  mail.subject = "x\r\nBcc: c@d.fr";
  EXPECT_THAT(Render(mail, "entraide@exemple.fr"), HasReason("MAIL_HEADER_UNSAFE"));
  EXPECT_THAT(Render(ALetter(), "e@f.fr\nX: y"), HasReason("MAIL_HEADER_UNSAFE"));
}

}  // namespace
}  // namespace entraide::identity
