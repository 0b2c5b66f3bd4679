// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/sign_in_letter.h"

#include <gmock/gmock.h>

namespace entraide::identity {
namespace {

using testing::HasSubstr;

TEST(SignInLetter, HasTheCodeToTypeAndALinkThatKeepsItInTheFragment) {
  const mail::Mail letter = SignInLetter("7K2M-9QX4-TB3W-5", "https://entraide.example");
  EXPECT_THAT(letter.text, HasSubstr("\n    7K2M-9QX4-TB3W-5\n"));
  EXPECT_THAT(letter.text,
              HasSubstr("\nhttps://entraide.example/connexion/code#code=7K2M-9QX4-TB3W-5\n"));
  EXPECT_THAT(letter.subject, testing::Not(HasSubstr("7K2M")));
}

}  // namespace
}  // namespace entraide::identity
