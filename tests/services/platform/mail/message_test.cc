// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/mail/message.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/support/status_matchers.h"

namespace entraide::mail {
namespace {

using testing::HasSubstr;

Mail ALetter() {
  return {.id = "l1",
          .to = "jeanne@exemple.fr",
          .subject = "Votre code",
          .text = "Bonjour,\n\nVoici votre code.\n",
          .time = absl::FromUnixSeconds(1'800'000'000)};
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

TEST(Render, WritesASubjectWithAccentsInWordsThatCutNoCharacter) {
  Mail mail = ALetter();
  mail.subject = "Votre trajet est confirmé : l'association passe vous prendre à l'hôpital";
  const auto message = Render(mail, "entraide@exemple.fr");
  ASSERT_THAT(message, IsOk());
  EXPECT_THAT(
      *message,
      HasSubstr(
          "\r\nSubject: =?utf-8?B?Vm90cmUgdHJhamV0IGVzdCBjb25maXJtw6kgOiBsJ2Fzc29jaWF0aW9uIHBh?="
          "\r\n =?utf-8?B?c3NlIHZvdXMgcHJlbmRyZSDDoCBsJ2jDtHBpdGFs?=\r\n"));
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
}  // namespace entraide::mail
