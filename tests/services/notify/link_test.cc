// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/domain/link.h"

#include <gmock/gmock.h>

#include "services/notify/secrets.h"
#include "tests/services/notify/a_happening.h"

namespace entraide::notify {
namespace {

using testing::ElementsAre;

TEST(LinksOf, LetsThePersonCallOffWhatGoesOn) {
  EXPECT_THAT(LinksOf(Letter::kConfirmed, ThePerson()), ElementsAre(LinkAction::kCancel));
  EXPECT_THAT(LinksOf(Letter::kFiled, ThePerson()),
              ElementsAre(LinkAction::kCancel, LinkAction::kUnsubscribe));
  EXPECT_THAT(LinksOf(Letter::kCancelled, ThePerson()), ElementsAre());
}

TEST(LinksOf, LetsOrganizationsCallNothingOff) {
  const Recipient holder{.part = Part::kHolder, .organization = "lien"};
  EXPECT_THAT(LinksOf(Letter::kHeldNews, holder), ElementsAre(LinkAction::kUnsubscribe));
  EXPECT_THAT(LinksOf(Letter::kHeldCancelled, holder), ElementsAre());
}

TEST(LinkEnd, IsTheBeginningOfTheServiceOrThreeMonths) {
  EXPECT_EQ(LinkEnd(LinkAction::kCancel, At(9, 30), At(8)), At(9, 30));
  EXPECT_EQ(LinkEnd(LinkAction::kCancel, std::nullopt, At(8)), At(8) + absl::Hours(2160));
  EXPECT_EQ(LinkEnd(LinkAction::kUnsubscribe, At(9, 30), At(8)), At(8) + absl::Hours(2160));
}

TEST(Secrets, MakeTheSameCodeAgainAndAnotherForAnythingElse) {
  const Secrets secrets(auth::SecretKey{9});
  const MessageId one("m1");
  const std::string code = secrets.CodeOf(one, LinkAction::kCancel);
  EXPECT_THAT(code, testing::MatchesRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]"));
  EXPECT_EQ(secrets.CodeOf(one, LinkAction::kCancel), code);
  EXPECT_NE(secrets.CodeOf(one, LinkAction::kUnsubscribe), code);
  EXPECT_NE(secrets.CodeOf(MessageId("m2"), LinkAction::kCancel), code);
  EXPECT_NE(Secrets(auth::SecretKey{8}).CodeOf(one, LinkAction::kCancel), code);
}

TEST(Secrets, TakeACodeAsItIsTyped) {
  const Secrets secrets(auth::SecretKey{9});
  const std::string hash = secrets.CodeHash("7K2M-9QX4-TB3W-5");
  EXPECT_EQ(hash.size(), 32U);
  EXPECT_EQ(secrets.CodeHash(" 7k2m 9qx4 tb3w 5"), hash);
  EXPECT_EQ(secrets.CodeHash("7K2M-9QX4"), "");
  EXPECT_EQ(secrets.CodeHash("é"), "");
}

TEST(Secrets, KnowAnAddressInAnyCase) {
  const Secrets secrets(auth::SecretKey{9});
  const auto of = [&](const std::string& email) {
    return secrets.AddressHash({.email = email}, Channel::kEmail);
  };
  EXPECT_EQ(of("Jeanne@exemple.fr"), of("jeanne@exemple.fr"));
  EXPECT_NE(of("jeanne@exemple.fr"), of("jean@exemple.fr"));
}

}  // namespace
}  // namespace entraide::notify
