// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/secrets.h"

#include <gmock/gmock.h>

#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_replace.h"

namespace entraide::identity {
namespace {

const LinkId kLink("3f2b1c9e-7a64-4a52-9d1e-5d5f0f1f2a10");

Secrets Ours() { return Secrets(auth::SecretKey{1, 2, 3}); }

TEST(Secrets, TheCodeOfALinkIsThirteenCharactersMadeAgainAtWill) {
  EXPECT_THAT(Ours().CodeOf(kLink),
              testing::MatchesRegex("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]"));
  EXPECT_EQ(Ours().CodeOf(kLink), Ours().CodeOf(kLink));
  EXPECT_NE(Ours().CodeOf(kLink), Ours().CodeOf(LinkId("other")));
  EXPECT_NE(Ours().CodeOf(kLink), Secrets(auth::SecretKey{9}).CodeOf(kLink));
}

TEST(Secrets, ACodeIsRecognisedAsPeopleTypeIt) {
  const std::string code = Ours().CodeOf(kLink);
  const std::string hash = Ours().CodeHash(code);
  EXPECT_EQ(hash.size(), 32U);
  EXPECT_EQ(Ours().CodeHash(absl::AsciiStrToLower(code)), hash);
  EXPECT_EQ(Ours().CodeHash(absl::StrReplaceAll(code, {{"-", " "}})), hash);
  EXPECT_EQ(Ours().CodeHash(absl::StrReplaceAll(code, {{"-", ""}, {"0", "o"}, {"1", "l"}})), hash);
}

TEST(Secrets, WhatCannotBeACodeHasNoHash) {
  for (const char* typed : {"", "7K2M", "7K2M-9QX4-TB3W-55", "7K2M-9QX4-TB3W-U", "é"}) {
    EXPECT_EQ(Ours().CodeHash(typed), "") << typed;
  }
}

TEST(Secrets, ABrowserTokenBelongsToItsAsking) {
  EXPECT_EQ(Ours().BrowserToken("a"), Ours().BrowserToken("a"));
  EXPECT_NE(Ours().BrowserToken("a"), Ours().BrowserToken("b"));
}

TEST(Secrets, AnAddressIsCountedUnderAHash) {
  const Email email = *Email::Parse("Jeanne@exemple.fr");
  EXPECT_EQ(Ours().AddressHash(email), Ours().AddressHash(*Email::Parse("jeanne@exemple.fr")));
  EXPECT_EQ(Ours().AddressHash(email).size(), 32U);
}

}  // namespace
}  // namespace entraide::identity
