// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/organization.h"

#include <gmock/gmock.h>

#include "tests/services/directory/builders.h"

namespace entraide::directory {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Organization, IsFineWithWhatIsRequired) { EXPECT_THAT(WrongIn(AnOrganization()), IsEmpty()); }

TEST(Organization, TellsAllThatIsWrongAtOnce) {
  Organization organization = AnOrganization();
  organization.origin.source.clear();
  organization.display_name = "ab";
  organization.description = std::string("a\0b", 3);
  organization.sectors = {"mobility", "rockets"};
  organization.commune = "Frévent";
  EXPECT_THAT(WrongIn(organization),
              ElementsAre("source REQUIRED", "display_name TOO_SHORT", "description NOT_TEXT",
                          "sectors[1] UNKNOWN_VALUE", "commune MALFORMED"));
}

TEST(Organization, CountsCharactersNotBytes) {
  Organization organization = AnOrganization();
  organization.display_name.clear();
  for (int i = 0; i < 150; ++i) organization.display_name += "é";
  EXPECT_THAT(WrongIn(organization), IsEmpty());
  organization.display_name += "é";
  EXPECT_THAT(WrongIn(organization), ElementsAre("display_name TOO_LONG"));
}

TEST(Organization, ChecksItsNumbersAndAddresses) {
  Organization organization = AnOrganization();
  organization.siret = "73282932000074";
  organization.rna = "W621000123";
  organization.contact = {.phone = "+33353010077",
                          .email = "bonjour@exemple.invalid",
                          .website = "https://exemple.invalid/"};
  EXPECT_THAT(WrongIn(organization), IsEmpty());
  organization.siret = "73282932000075";
  organization.rna = "621000123";
  organization.contact = {
      .phone = "03 53 01 00 77", .email = "bonjour@", .website = "javascript:alert(1)"};
  EXPECT_THAT(WrongIn(organization),
              ElementsAre("siret CHECK_DIGIT_WRONG", "rna MALFORMED", "phone MALFORMED",
                          "email MALFORMED", "website MALFORMED"));
}

TEST(Organization, IsFoundByTheFrenchWordsOfItsSectors) {
  EXPECT_THAT(SearchWords(AnOrganization()), HasSubstr("voiture"));
}

TEST(Partner, NeedsASupportAndAZone) {
  const Partner partner{.origin = {.source = "demonstration", .local_id = "p"},
                        .display_name = "Exemple – agence"};
  EXPECT_THAT(WrongIn(partner), ElementsAre("supports REQUIRED", "zone REQUIRED"));
}

}  // namespace
}  // namespace entraide::directory
