// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/domain/service_offer.h"

#include <gmock/gmock.h>

#include "proto/vocabulary/kinds.h"
#include "services/directory/domain/kind_words.h"
#include "tests/services/directory/builders.h"
#include "tests/support/status_matchers.h"

namespace entraide::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ServiceOffer, IsFineWithWhatIsRequired) { EXPECT_THAT(WrongIn(AnOffer()), IsEmpty()); }

TEST(ServiceOffer, TellsAllThatIsWrongAtOnce) {
  ServiceOffer offer = AnOffer("teleportation");
  offer.local_id.clear();
  offer.zone.clear();
  offer.accommodations = {"jet-pack"};
  offer.prices = {{.unit = "per-year", .amount_cents = -1}};
  offer.external_url = "ftp://exemple.invalid";
  EXPECT_THAT(WrongIn(offer),
              ElementsAre("local_id REQUIRED", "kind UNKNOWN_VALUE", "zone REQUIRED",
                          "accommodations[0] UNKNOWN_VALUE", "prices[0].unit UNKNOWN_VALUE",
                          "prices[0].amount_cents OUT_OF_RANGE", "external_url MALFORMED"));
}

TEST(ServiceOffer, WantsEligibilityInConditionsAndInWords) {
  ServiceOffer offer = AnOffer();
  offer.eligibility_rules = {{.conditions = {{.fact = "shoe-size", .values = {}}}, .text = ""}, {}};
  EXPECT_THAT(WrongIn(offer), ElementsAre("eligibility_rules[0].conditions[0].fact UNKNOWN_VALUE",
                                          "eligibility_rules[0].conditions[0].values REQUIRED",
                                          "eligibility_rules[0].text REQUIRED",
                                          "eligibility_rules[1].conditions REQUIRED",
                                          "eligibility_rules[1].text REQUIRED"));
}

TEST(ServiceOffer, AsksForNoticeInHoursOrByALastDay) {
  ServiceOffer offer = AnOffer();
  offer.booking_rule = {.last_day = 2};
  EXPECT_THAT(WrongIn(offer), ElementsAre("booking_rule.last_time REQUIRED"));
  offer.booking_rule = {.min_notice_hours = 48, .last_day = 2, .last_minute = 17 * 60};
  EXPECT_THAT(WrongIn(offer), ElementsAre("booking_rule.last_day CONFLICTS"));
  offer.booking_rule = {.last_day = 2, .last_minute = 17 * 60};
  EXPECT_THAT(WrongIn(offer), IsEmpty());
}

TEST(ServiceOffer, RefusesASlotThatEndsBeforeItBegins) {
  ServiceOffer offer = AnOffer();
  offer.schedule = {{.weekday = 1, .start_minute = 600, .end_minute = 600}};
  EXPECT_THAT(WrongIn(offer), ElementsAre("schedule[0].end_time OUT_OF_RANGE"));
}

TEST(ServiceOffer, RefusesAnExceptionThatEndsBeforeItBegins) {
  ServiceOffer offer = AnOffer();
  offer.exceptions = {
      {.first_day = absl::CivilDay(2027, 8, 8), .last_day = absl::CivilDay(2027, 8, 1)}};
  EXPECT_THAT(WrongIn(offer), ElementsAre("exceptions[0].end_date OUT_OF_RANGE"));
}

TEST(ServiceOffer, HasNoMoreFreeThanThereAre) {
  ServiceOffer offer = AnOffer();
  offer.capacity = {.unit = "vehicle", .maximum = 3, .available = 4};
  EXPECT_THAT(WrongIn(offer), ElementsAre("capacity.available OUT_OF_RANGE"));
}

TEST(Counted, IsCountedAnewOnlyIfItSaysSomethingElse) {
  const absl::Time before = absl::FromUnixSeconds(1'800'000'000);
  const absl::Time now = before + absl::Hours(1);
  const Capacity stored{.unit = "vehicle", .maximum = 3, .available = 2, .as_of = before};
  Capacity said = stored;
  said.as_of = {};
  EXPECT_EQ(Counted(said, stored, now).as_of, before);
  said.state = Capacity::State::kWaitlist;
  EXPECT_EQ(Counted(said, stored, now).as_of, before);
  said.available = 1;
  EXPECT_EQ(Counted(said, stored, now).as_of, now);
  said = {.unit = "place", .maximum = 3, .available = 2};
  EXPECT_EQ(Counted(said, stored, now).as_of, now);
}

TEST(CheckComplete, NamesEveryMissingField) {
  ServiceOffer offer = AnOffer();
  offer.description.clear();
  offer.fee = Fee::kUnknown;
  const absl::Status incomplete = CheckComplete(offer);
  EXPECT_THAT(incomplete, HasReason("LISTING_INCOMPLETE"));
  EXPECT_EQ(incomplete.message(), "missing: description fee");
}

TEST(DefaultZoneAppliesTo, IsThePickupForRidesOnly) {
  EXPECT_EQ(DefaultZoneAppliesTo("volunteer-ride"), ZoneAppliesTo::kPickup);
  EXPECT_EQ(DefaultZoneAppliesTo("housework"), ZoneAppliesTo::kResidence);
}

TEST(WordsOfKind, EachKindHasWordsThatPeopleSearchFor) {
  for (const vocabulary::Kind& kind : vocabulary::Kinds()) {
    EXPECT_NE(WordsOfKind(kind.name), "") << kind.name;
  }
  EXPECT_EQ(WordsOfKind("teleportation"), "");
}

TEST(ParseMinute, ReadsHoursAndMinutesUpToMidnight) {
  EXPECT_EQ(ParseMinute("08:30"), 510);
  EXPECT_EQ(ParseMinute("24:00"), 1440);
  EXPECT_EQ(FormatMinute(510), "08:30");
  for (const char* wrong : {"8:30", "24:01", "08:60", "08.30", "", "ab:cd", "-1:30"}) {
    EXPECT_EQ(ParseMinute(wrong), std::nullopt) << wrong;
  }
}

TEST(ParseDay, ReadsDaysThatExist) {
  EXPECT_EQ(ParseDay("2028-02-29"), absl::CivilDay(2028, 2, 29));
  for (const char* wrong : {"2027-02-29", "2027-2-01", "01/02/2027", "", "0000-01-01"}) {
    EXPECT_EQ(ParseDay(wrong), std::nullopt) << wrong;
  }
}

}  // namespace
}  // namespace entraide::directory
