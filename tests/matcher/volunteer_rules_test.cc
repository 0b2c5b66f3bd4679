// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/matcher/ternois.h"

// The hard rules that look at the volunteer who would do it: who they are and what they bring.
namespace entraide::matcher {
namespace {

TEST(NotAdmitted, WantsTheOrganizationToHaveAcceptedTheVolunteer) {
  const TextWorld world = Ternois(R"(
    offer o         visit  of lien  serves anvin  dispatch direct
    volunteer yes   lien     at anvin
    volunteer new   lien     at anvin  admission pending
    volunteer out   lien     at anvin  admission suspended
    volunteer no    lien     at anvin  admission refused
    volunteer gone  lien     at anvin  admission ended
    volunteer other autre    at anvin
    volunteer both  autre    at anvin  also-of lien
    need  n1        visit  at anvin
  )");
  EXPECT_EQ(world.WhyNot("n1", "o/yes"), "");
  EXPECT_EQ(world.WhyNot("n1", "o/both"), "");
  for (const char* refused : {"o/new", "o/out", "o/no", "o/gone", "o/other"}) {
    EXPECT_EQ(world.WhyNot("n1", refused), "NOT_ADMITTED") << refused;
  }
}

TEST(NotAdmitted, RefusesAnOfferThatItsVolunteersAnswerAndThatHasNone) {
  const TextWorld world = Ternois(R"(
    offer direct  visit  of lien   serves anvin  dispatch direct
    offer staff   visit  of autre  serves anvin
    need  n1      visit  at anvin
  )");
  EXPECT_EQ(world.WhyNot("n1", "direct"), "NOT_ADMITTED");
  EXPECT_EQ(world.WhyNot("n1", "staff"), "");
}

TEST(DocumentExpired, WantsEveryPaperToLastUntilTheServiceEnds) {
  const TextWorld world = Ternois(R"(
    offer o         visit  of lien  serves anvin  papers id,charter
    volunteer all   lien  at anvin  holds id=2027-02-01,charter=forever
    volunteer short lien  at anvin  holds id=2027-01-31,charter=forever
    volunteer lacks lien  at anvin  holds id=2027-02-01
    volunteer vague lien  at anvin  holds id=2027-02-01,charter=unknown
    need  n1        visit  at anvin  on 2027-02-01 09:00-10:00
    need  midnight  visit  at anvin  on 2027-02-01 22:00-23:56
    need  past-it   visit  at anvin  on 2027-02-01 22:00-23:57
    need  any-date  visit  at anvin
  )");
  EXPECT_EQ(world.WhyNot("n1", "o/all"), "");
  EXPECT_EQ(world.WhyNot("n1", "o/short"), "DOCUMENT_EXPIRED");
  EXPECT_EQ(world.WhyNot("n1", "o/lacks"), "DOCUMENT_EXPIRED");
  EXPECT_EQ(world.WhyNot("n1", "o/vague"), "DOCUMENT_EXPIRED");
  EXPECT_EQ(world.WhyNot("midnight", "o/all"), "") << "home at midnight, four minutes later";
  EXPECT_EQ(world.WhyNot("past-it", "o/all"), "DOCUMENT_EXPIRED");
  EXPECT_EQ(world.WhyNot("any-date", "o/short"), "") << "judged as of today";
}

TEST(ZoneNotServed, WantsBothEndsWhereTheVolunteerGoes) {
  const TextWorld world = Ternois(R"(
    offer o         volunteer-ride  of lien  serves everywhere
    volunteer list  lien  at frevent  goes anvin,hesdin  car 3
    volunteer wide  lien  at anvin    radius 18          car 3
    volunteer near  lien  at anvin    radius 17          car 3
    volunteer usual lien  at anvin                       car 3
    volunteer lost  lien                                 car 3
    need  listed    volunteer-ride  at anvin   to hesdin
    need  half      volunteer-ride  at anvin   to saint-pol
    need  unsaid    volunteer-ride  at anvin
    need  away      volunteer-ride  at auchy
  )");
  EXPECT_EQ(world.WhyNot("listed", "o/list"), "");
  EXPECT_EQ(world.WhyNot("half", "o/list"), "ZONE_NOT_SERVED");
  EXPECT_EQ(world.WhyNot("unsaid", "o/list"), "NEEDS_INFO");
  EXPECT_EQ(world.WhyNot("away", "o/list"), "ZONE_NOT_SERVED");
  EXPECT_EQ(world.WhyNot("listed", "o/wide"), "") << "17.6 km as the crow flies";
  EXPECT_EQ(world.WhyNot("listed", "o/near"), "ZONE_NOT_SERVED");
  EXPECT_EQ(world.WhyNot("listed", "o/usual"), "") << "20 km unless said";
  EXPECT_EQ(world.WhyNot("listed", "o/lost"), "ZONE_NOT_SERVED");
}

TEST(ZoneNotServed, LooksAtThePlaceOfHelpAndAtTheUsualRadius) {
  const TextWorld world = Ternois(R"(
    setting radius 8
    offer o         visit  of lien  serves everywhere
    volunteer usual lien  at anvin
    volunteer wide  lien  at anvin  radius 20
    volunteer also  lien  at anvin  goes frevent  radius 10
    need  hesdin    visit  at hesdin
    need  frevent   visit  at frevent
    need  s-pol     visit  at saint-pol
  )");
  EXPECT_EQ(world.WhyNot("hesdin", "o/usual"), "ZONE_NOT_SERVED");
  EXPECT_EQ(world.WhyNot("hesdin", "o/wide"), "");
  EXPECT_EQ(world.WhyNot("frevent", "o/also"), "");
  EXPECT_EQ(world.WhyNot("s-pol", "o/also"), "");
}

TEST(ClosedThen, WantsTheWholeOutingInTheVolunteersHours) {
  const TextWorld world = Ternois(R"(
    offer o         visit  of lien  serves anvin  open mon-fri 08:00-18:00
    volunteer exact lien  at anvin  free mon 08:56-10:04
    volunteer late  lien  at anvin  free mon 08:57-10:04
    volunteer early lien  at anvin  free mon 08:56-10:03
    volunteer off   lien  at anvin  leave 2027-02-01..2027-02-01
    volunteer extra lien  at anvin  extra 2027-02-01 08:00-12:00
    volunteer night lien  at anvin  extra 2027-02-01 00:00-24:00
    need  n1        visit  at anvin  on 2027-02-01 09:00-10:00
    need  evening   visit  at anvin  on 2027-02-01 19:00-20:00
    need  any-date  visit  at anvin
  )");
  EXPECT_EQ(world.WhyNot("n1", "o/exact"), "");
  EXPECT_EQ(world.WhyNot("n1", "o/late"), "CLOSED_THEN");
  EXPECT_EQ(world.WhyNot("n1", "o/early"), "CLOSED_THEN");
  EXPECT_EQ(world.WhyNot("n1", "o/off"), "CLOSED_THEN");
  EXPECT_EQ(world.WhyNot("n1", "o/extra"), "");
  EXPECT_EQ(world.WhyNot("evening", "o/night"), "CLOSED_THEN") << "the organization goes first";
  EXPECT_EQ(world.WhyNot("any-date", "o/late"), "");
}

TEST(NeedNotCovered, IsContentWithTheOfferTheVolunteerOrTheCar) {
  const TextWorld world = Ternois(R"(
    offer o          volunteer-ride  of lien  serves anvin  meets never-alone
    volunteer nurse  lien  at anvin  car 3  skills oxygen
    volunteer van    lien  at anvin  car 3  ramp fitted
    volunteer estate lien  at anvin  car 3  boot large
    need  stays      volunteer-ride  at anvin  to anvin  needs never-alone
    need  oxygen     volunteer-ride  at anvin  to anvin  needs oxygen
    need  seated     volunteer-ride  at anvin  to anvin  needs wheelchair-seated
    need  folds      volunteer-ride  at anvin  to anvin  needs wheelchair-foldable
  )");
  EXPECT_EQ(world.WhyNot("stays", "o/nurse"), "");
  EXPECT_EQ(world.WhyNot("oxygen", "o/nurse"), "");
  EXPECT_EQ(world.WhyNot("oxygen", "o/van"), "NEED_NOT_COVERED");
  EXPECT_EQ(world.WhyNot("seated", "o/van"), "");
  EXPECT_EQ(world.WhyNot("seated", "o/estate"), "NEED_NOT_COVERED");
  EXPECT_EQ(world.WhyNot("folds", "o/estate"), "");
  EXPECT_EQ(world.WhyNot("folds", "o/nurse"), "NEED_NOT_COVERED");
}

TEST(NoSeat, CountsTheSeatsOfTheVolunteersOwnCar) {
  const TextWorld world = Ternois(R"(
    offer o          volunteer-ride  of lien  serves anvin  seats 8  meets wheelchair-seated,wheelchair-foldable
    volunteer small  lien  at anvin  car 2
    volunteer none   lien  at anvin
    volunteer family lien  at anvin  car 4  child-seats 1/0/2
    volunteer van    lien  at anvin  car 2  ramp fitted
    volunteer estate lien  at anvin  car 2  boot large
    need  two        volunteer-ride  at anvin  to anvin  passengers 2
    need  three      volunteer-ride  at anvin  to anvin  passengers 3
    need  baby       volunteer-ride  at anvin  to anvin  passengers 2  child-seats 1/0/0
    need  toddler    volunteer-ride  at anvin  to anvin  passengers 2  child-seats 0/1/0
    need  boosters   volunteer-ride  at anvin  to anvin  passengers 4  child-seats 0/0/3
    need  seated     volunteer-ride  at anvin  to anvin  passengers 3  needs wheelchair-seated
    need  folds      volunteer-ride  at anvin  to anvin  passengers 3  needs wheelchair-foldable
    need  folds-two  volunteer-ride  at anvin  to anvin  passengers 2  needs wheelchair-foldable
  )");
  EXPECT_EQ(world.WhyNot("two", "o/small"), "");
  EXPECT_EQ(world.WhyNot("three", "o/small"), "NO_SEAT");
  EXPECT_EQ(world.WhyNot("two", "o/none"), "NO_SEAT");
  EXPECT_EQ(world.WhyNot("baby", "o/family"), "");
  EXPECT_EQ(world.WhyNot("baby", "o/small"), "NO_SEAT");
  EXPECT_EQ(world.WhyNot("toddler", "o/family"), "NO_SEAT");
  EXPECT_EQ(world.WhyNot("boosters", "o/family"), "NO_SEAT");
  EXPECT_EQ(world.WhyNot("seated", "o/van"), "") << "two on seats, one on wheels";
  EXPECT_EQ(world.WhyNot("seated", "o/family"), "NO_SEAT");
  EXPECT_EQ(world.WhyNot("folds", "o/estate"), "NO_SEAT") << "whose chair folds sits on a seat";
  EXPECT_EQ(world.WhyNot("folds-two", "o/estate"), "");
  EXPECT_EQ(world.WhyNot("folds-two", "o/van"), "NO_SEAT");
}

TEST(NoSeat, DoesNotAskHelpersForACar) {
  const TextWorld world = Ternois(R"(
    offer o        visit  of lien  serves anvin
    volunteer walk lien  at anvin
    need  n1       visit  at anvin
  )");
  EXPECT_EQ(world.WhyNot("n1", "o/walk"), "");
}

TEST(Excluded, RefusesVolunteersThatEitherSideExcludedOrThatDeclined) {
  const TextWorld world = Ternois(R"(
    offer o        visit  of lien  serves anvin
    volunteer a    lien  at anvin
    volunteer b    lien  at anvin
    need  excluded visit  at anvin  excluding-volunteers a
    need  declined visit  at anvin  declined o/a 2
  )");
  EXPECT_EQ(world.WhyNot("excluded", "o/a"), "EXCLUDED");
  EXPECT_EQ(world.WhyNot("excluded", "o/b"), "");
  EXPECT_EQ(world.WhyNot("declined", "o/a"), "EXCLUDED");
  EXPECT_EQ(world.WhyNot("declined", "o/b"), "") << "one volunteer speaks for themselves";
  EXPECT_EQ(world.WhyNot("declined", "o"), "");
}

TEST(Excluded, AsksAgainOnlyWhatHasWidenedSince) {
  const TextWorld world = Ternois(R"(
    offer o      visit  of lien  serves anvin
    volunteer a  lien  at anvin
    need  same   visit  at anvin  declined o 2  declined o/a 2  widened 2
    need  wider  visit  at anvin  declined o 2  declined o/a 2  widened 3
  )");
  EXPECT_EQ(world.WhyNot("same", "o"), "EXCLUDED");
  EXPECT_EQ(world.WhyNot("same", "o/a"), "EXCLUDED");
  EXPECT_EQ(world.WhyNot("wider", "o"), "");
  EXPECT_EQ(world.WhyNot("wider", "o/a"), "");
}

}  // namespace
}  // namespace entraide::matcher
