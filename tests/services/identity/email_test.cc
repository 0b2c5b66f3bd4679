// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/domain/email.h"

#include <gmock/gmock.h>

#include <string>

#include "tests/support/status_matchers.h"

namespace entraide::identity {
namespace {

TEST(Email, IsKeptInLowerCaseWithoutBlanksAroundIt) {
  EXPECT_EQ(Email::Parse(" Jeanne.Martin+aide@Exemple.FR\n")->value(),
            "jeanne.martin+aide@exemple.fr");
}

TEST(Email, TakesWhatPeopleHave) {
  for (const char* text : {"a@b.fr", "x_y-z@sous.domaine.exemple.invalid", "o'neil@exemple.fr"}) {
    EXPECT_THAT(Email::Parse(text), IsOk()) << text;
  }
}

TEST(Email, RefusesWhatIsNoAddress) {
  for (const char* text : {"", "jeanne", "@exemple.fr", "jeanne@", "jeanne@exemple", "a@b@c.fr",
                           "a..b@exemple.fr", ".a@exemple.fr", "a@-exemple.fr", "a@exemple-.fr",
                           "a@exemple..fr", "jeanné@exemple.fr", "a b@exemple.fr"}) {
    EXPECT_THAT(Email::Parse(text), HasReason("FIELDS_INVALID")) << text;
  }
  EXPECT_THAT(Email::Parse(std::string(65, 'a') + "@exemple.fr"), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(Email::Parse("a@" + std::string(260, 'b') + ".fr"), HasReason("FIELDS_INVALID"));
}

TEST(Email, CannotCarryAnotherHeaderOrRecipient) {
  for (const char* text : {"a@exemple.fr\r\nBcc: b@exemple.fr", "a@exemple.fr\nX: y",
                           "a@exemple.fr,b@exemple.fr", "<a@exemple.fr>", "\"a\"@exemple.fr",
                           "a@exemple.fr>", "a;b@exemple.fr", "a@exemple.fr b"}) {
    EXPECT_THAT(Email::Parse(text), HasReason("FIELDS_INVALID")) << text;
  }
}

}  // namespace
}  // namespace entraide::identity
