// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/store/offer_store.h"

#include <gmock/gmock.h>

#include "services/directory/store/place_store.h"
#include "tests/services/directory/store_testing.h"

namespace entraide::directory {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;
using testing::SizeIs;

const absl::Time kNow = absl::FromUnixSeconds(1'800'000'000);

ServiceOffer AFullOffer() {
  ServiceOffer offer = AnOffer("volunteer-ride");
  offer.listing = {
      .state = ListingState::kSuspended, .suspended_by = Actor::kOperator, .reason = "une plainte"};
  offer.purposes = {"health", "shopping"};
  offer.zone = {{.level = Area::Level::kEpci, .code = "200069672"},
                {.level = Area::Level::kRadius, .code = "62050", .radius_km = 3}};
  offer.zone_applies_to = ZoneAppliesTo::kEither;
  offer.for_residents = false;
  offer.eligibility_rules = {{.conditions = {{.fact = "no-vehicle", .values = {"yes"}},
                                             {.fact = "age-bracket",
                                              .op = EligibilityCondition::Operator::kNotIn,
                                              .values = {"under-18", "18-25"}}},
                              .text = "Sans voiture"},
                             {.conditions = {{.fact = "disability", .values = {"yes"}}},
                              .text = "En situation de handicap"}};
  offer.booking_rule = {.last_day = 2, .last_minute = 17 * 60, .business_days_only = true};
  offer.schedule = {{.weekday = 1, .start_minute = 480, .end_minute = 720},
                    {.weekday = 1, .start_minute = 840, .end_minute = 1440}};
  offer.exceptions = {
      {.first_day = absl::CivilDay(2027, 8, 1),
       .last_day = absl::CivilDay(2027, 8, 8),
       .slots = {{.start_minute = 600, .end_minute = 660}},
       .reason = "L'été"},
      {.first_day = absl::CivilDay(2027, 12, 24), .last_day = absl::CivilDay(2027, 12, 24)}};
  offer.capacity = {.state = Capacity::State::kWaitlist,
                    .unit = "seat",
                    .maximum = 3,
                    .available = 1,
                    .as_of = kNow};
  offer.fee = Fee::kPaid;
  offer.prices = {
      {.unit = "per-km", .amount_cents = 40},
      {.unit = "membership", .amount_cents = 1000, .condition = "par an, {\"couple\"}"}};
  offer.membership = Membership::kBefore;
  offer.update_time = kNow;
  offer.confirm_time = kNow;
  return offer;
}

class OfferStoreTest : public StoreTest {
 protected:
  void SetUp() override {
    Commune auchy = ACommune("62050", "Auchy-lès-Hesdin");
    auchy.epci_siren = "200044030";
    auchy.latitude_deg += 0.2;
    Have({ACommune(), ACommune("62036", "Anvin"), auchy});
    garage_ = HaveOrganization(AnOrganization("garage"));
  }

  std::vector<std::string> CommunesOf(const ServiceOfferId& id) {
    return *ReadOfferCommunes(tx_, id);
  }

  OrganizationId garage_{};
  const Viewer staff_{.kind = Viewer::Kind::kMember, .organization = OrganizationId("garage")};
  const Viewer others_{.kind = Viewer::Kind::kMember, .organization = OrganizationId("others")};
  const Viewer operator_{.kind = Viewer::Kind::kOperator};
};

TEST_F(OfferStoreTest, ReadsAllThatWasWritten) {
  const ServiceOfferId id = HaveOffer(garage_, "trajets", AFullOffer());
  const auto read = ReadOffer(tx_, {.organization = garage_, .id = id}, staff_);
  ASSERT_THAT(read, IsOk());
  const ServiceOffer wanted = AFullOffer();
  EXPECT_EQ(read->revision, 1);
  EXPECT_EQ(read->listing, wanted.listing);
  EXPECT_EQ(read->purposes, wanted.purposes);
  EXPECT_EQ(read->zone, wanted.zone);
  EXPECT_EQ(read->zone_applies_to, wanted.zone_applies_to);
  EXPECT_FALSE(read->for_residents);
  ASSERT_THAT(read->eligibility_rules, SizeIs(2));
  EXPECT_EQ(read->eligibility_rules[0].text, "Sans voiture");
  EXPECT_EQ(read->eligibility_rules[0].conditions[1].op, EligibilityCondition::Operator::kNotIn);
  EXPECT_THAT(read->eligibility_rules[0].conditions[1].values, ElementsAre("under-18", "18-25"));
  EXPECT_THAT(read->schedule, ElementsAreArray(wanted.schedule));
  ASSERT_THAT(read->exceptions, SizeIs(2));
  EXPECT_EQ(read->exceptions[0].last_day, absl::CivilDay(2027, 8, 8));
  EXPECT_THAT(read->exceptions[0].slots, ElementsAreArray(wanted.exceptions[0].slots));
  EXPECT_THAT(read->exceptions[1].slots, IsEmpty());
  EXPECT_EQ(read->booking_rule.last_minute, 17 * 60);
  EXPECT_EQ(read->capacity.state, Capacity::State::kWaitlist);
  EXPECT_EQ(read->capacity.as_of, kNow);
  ASSERT_THAT(read->prices, SizeIs(2));
  EXPECT_EQ(read->prices[1].condition, "par an, {\"couple\"}");
  EXPECT_EQ(read->membership, Membership::kBefore);
  EXPECT_EQ(read->update_time, kNow);
}

TEST_F(OfferStoreTest, ReplacesListsWhenWrittenAgain) {
  const ServiceOfferId id = HaveOffer(garage_, "trajets", AFullOffer());
  ServiceOffer changed = AnOffer();
  changed.revision = 1;
  HaveOffer(garage_, "trajets", changed);
  const auto read = ReadOffer(tx_, {.organization = garage_, .id = id}, staff_);
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->revision, 2);
  EXPECT_THAT(read->eligibility_rules, IsEmpty());
  EXPECT_THAT(read->schedule, IsEmpty());
  EXPECT_THAT(read->exceptions, IsEmpty());
  EXPECT_THAT(read->prices, IsEmpty());
  EXPECT_THAT(CommunesOf(id), ElementsAre("62361"));
}

TEST_F(OfferStoreTest, ExpandsMixedZonesToCommunes) {
  EXPECT_THAT(CommunesOf(HaveOffer(garage_, "trajets", AFullOffer())),
              ElementsAre("62036", "62050", "62361"));
  ServiceOffer near = AnOffer();
  near.zone = {{.level = Area::Level::kRadius, .code = "62361", .radius_km = 5}};
  EXPECT_THAT(CommunesOf(HaveOffer(garage_, "near", near)), ElementsAre("62036", "62361"));
  near.zone = {{.level = Area::Level::kRadius, .code = "62361", .radius_km = 30}};
  EXPECT_THAT(CommunesOf(HaveOffer(garage_, "far", near)), ElementsAre("62036", "62050", "62361"));
}

TEST_F(OfferStoreTest, ExpandsZonesAgainWhenCommunesChange) {
  ServiceOffer epci = AnOffer();
  epci.zone = {{.level = Area::Level::kEpci, .code = "200069672"}};
  const ServiceOfferId wide = HaveOffer(garage_, "wide", epci);
  HaveOffer(garage_, "narrow", AnOffer());
  Commune moved = ACommune("62036", "Anvin");
  moved.epci_siren = "200044030";
  Have({moved, ACommune("62047", "Aubrometz")});
  EXPECT_THAT(*ExpandAllZones(tx_), ElementsAre(wide));
  EXPECT_THAT(CommunesOf(wide), ElementsAre("62047", "62361"));
  EXPECT_THAT(*ExpandAllZones(tx_), IsEmpty());
}

TEST_F(OfferStoreTest, HidesWhatIsNotPublishedFromAllButItsOwnAndOperators) {
  ServiceOffer suspended = AFullOffer();
  const OfferKey key{.organization = garage_, .id = HaveOffer(garage_, "trajets", suspended)};
  EXPECT_THAT(ReadOffer(tx_, key, Viewer{}), HasReason("OFFER_UNKNOWN"));
  EXPECT_THAT(ReadOffer(tx_, key, others_), HasReason("OFFER_UNKNOWN"));
  EXPECT_THAT(ReadOffer(tx_, key, staff_), IsOk());
  EXPECT_THAT(ReadOffer(tx_, key, operator_), IsOk());
}

TEST_F(OfferStoreTest, LetsNobodyWriteAnOffersButItsOwnAndOperators) {
  const OfferKey key{.organization = garage_, .id = HaveOffer(garage_, "repair", AnOffer())};
  EXPECT_THAT(LockOffer(tx_, key, others_), HasReason("OFFER_UNKNOWN"));
  EXPECT_THAT(LockOffer(tx_, key, Viewer{}), HasReason("OFFER_UNKNOWN"));
  EXPECT_THAT(LockOffer(tx_, key, staff_), IsOk());
  EXPECT_EQ(
      LockOffer(tx_, key, others_).status(),
      LockOffer(tx_, {.organization = garage_, .id = ServiceOfferId("never")}, others_).status());
}

TEST_F(OfferStoreTest, RefusesToWriteOverAnotherRevision) {
  ServiceOffer offer = AnOffer();
  const OfferKey key{.organization = garage_, .id = HaveOffer(garage_, "repair", offer)};
  auto stored = LockOffer(tx_, key, staff_);
  ASSERT_THAT(stored, IsOk());
  ASSERT_THAT(WriteCapacity(tx_, *stored), IsOk());
  EXPECT_THAT(WriteCapacity(tx_, *stored), HasReason("CHANGED_MEANWHILE"));
  EXPECT_THAT(WriteListing(tx_, *stored), HasReason("CHANGED_MEANWHILE"));
  EXPECT_THAT(WriteOffer(tx_, *stored), HasReason("CHANGED_MEANWHILE"));
}

TEST_F(OfferStoreTest, RefusesTwoOffersOfTheSameLocalId) {
  HaveOffer(garage_, "repair", AnOffer());
  ServiceOffer twin = AnOffer();
  twin.id = ServiceOfferId("twin");
  twin.local_id = "repair";
  twin.organization = garage_;
  EXPECT_THAT(WriteOffer(tx_, twin), HasReason("LOCAL_ID_TAKEN"));
}

TEST_F(OfferStoreTest, ArchivesWhatAnImportLeftOutButNoDraft) {
  HaveOffer(garage_, "kept", AnOffer());
  const ServiceOfferId gone = HaveOffer(garage_, "gone", AnOffer());
  ServiceOffer draft = AnOffer();
  draft.listing = {.state = ListingState::kDraft, .reason = "à revoir"};
  HaveOffer(garage_, "draft", draft);
  EXPECT_THAT(*ArchiveOthers(tx_, garage_, {"kept"}), ElementsAre(gone));
}

}  // namespace
}  // namespace entraide::directory
