// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/domain/magic_link.h"

#include <gmock/gmock.h>

#include <optional>

#include "tests/support/status_matchers.h"

namespace entraide::identity {
namespace {

MagicLink ALink() { return {.id = LinkId("l1"), .person = PersonId("p1"), .code_hash = "hash"}; }

TEST(Redeem, GivesThePersonOfTheCode) {
  ASSERT_THAT(Redeem(ALink(), "hash"), IsOk());
  EXPECT_EQ(*Redeem(ALink(), "hash"), PersonId("p1"));
}

TEST(Redeem, GivesOneAnswerToAllThatOpensNothing) {
  MagicLink of_nobody = ALink();
  of_nobody.person.reset();
  EXPECT_EQ(Redeem(ALink(), "other").status(), CodeInvalid());
  EXPECT_EQ(Redeem(ALink(), "").status(), CodeInvalid());
  EXPECT_EQ(Redeem(of_nobody, "hash").status(), CodeInvalid());
  EXPECT_EQ(Redeem(std::nullopt, "hash").status(), CodeInvalid());
  EXPECT_THAT(CodeInvalid(), HasReason("CODE_INVALID"));
}

}  // namespace
}  // namespace entraide::identity
