// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/mail/settings.h"

#include <gmock/gmock.h>

#include "tests/support/status_matchers.h"

namespace entraide::mail {
namespace {

TEST(OpenSender, RefusesASenderThatWouldForgeAHeader) {
  EXPECT_THAT(OpenSender({.from = "a@b.fr\nBcc: c@d.fr"}, "mail"), HasReason("MAIL_HEADER_UNSAFE"));
  EXPECT_THAT(OpenSender({.from = "a@b.fr"}, "mail"), IsOk());
}

TEST(OpenSender, WantsTheCredentialsThatItIsToldOf) {
  EXPECT_FALSE(OpenSender({.smtp_url = "smtp://127.0.0.1:1",
                           .smtp_credentials_file = "/nowhere/relay",
                           .from = "a@b.fr"},
                          "mail")
                   .ok());
}

}  // namespace
}  // namespace entraide::mail
