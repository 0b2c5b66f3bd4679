// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/services/directory/service_testing.h"

namespace entraide::directory {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::SizeIs;
using Stub = v1::DirectoryService::Stub;

class ManagingTest : public ServiceTest {
 protected:
  void SetUp() override {
    ServiceTest::SetUp();
    garage_ = HaveAGarage();
    offer_ = OnlyOfferOf(garage_);
  }

  v1::UpdateServiceOfferRequest AnUpdate(const std::vector<std::string>& fields) {
    v1::UpdateServiceOfferRequest request;
    request.mutable_service_offer()->set_name(offer_.name());
    for (const std::string& field : fields) request.mutable_update_mask()->add_paths(field);
    request.set_request_id(NewUuid());
    return request;
  }

  v1::CreateServiceOfferRequest ACreation(const v1::ServiceOffer& offer) {
    v1::CreateServiceOfferRequest request;
    request.set_parent(garage_);
    *request.mutable_service_offer() = offer;
    request.set_request_id(NewUuid());
    return request;
  }

  // The verb on `name`, with a reason where there is one.
  template <typename Request>
  absl::StatusOr<v1::ServiceOffer> Do(grpc::Status (Stub::*verb)(grpc::ClientContext*,
                                                                 const Request&, v1::ServiceOffer*),
                                      const std::string& name, const std::string& token) {
    Request request;
    request.set_name(name);
    request.set_request_id(NewUuid());
    if constexpr (requires { request.set_reason("fermé"); }) request.set_reason("fermé");
    return Call(verb, request, token);
  }

  std::string garage_{};
  v1::ServiceOffer offer_{};
  const std::string others_ = "staff 00000000-0000-4000-8000-000000000000";
};

TEST_F(ManagingTest, PublishesAnOfferAfterReview) {
  const auto created =
      Call(&Stub::CreateServiceOffer, ACreation(ARepairOffer("new")), StaffOf(garage_));
  ASSERT_THAT(created, IsOk());
  EXPECT_EQ(created->state(), v1::LISTING_STATE_DRAFT);
  v1::GetServiceOfferRequest get;
  get.set_name(created->name());
  EXPECT_THAT(Call(&Stub::GetServiceOffer, get), HasReason("OFFER_UNKNOWN"));
  ASSERT_THAT(Do(&Stub::SubmitServiceOffer, created->name(), StaffOf(garage_)), IsOk());
  ASSERT_THAT(Do(&Stub::SendBackServiceOffer, created->name(), kAdmin), IsOk());
  ASSERT_THAT(Do(&Stub::SubmitServiceOffer, created->name(), StaffOf(garage_)), IsOk());
  ASSERT_THAT(Do(&Stub::PublishServiceOffer, created->name(), kAdmin), IsOk());
  EXPECT_THAT(Call(&Stub::GetServiceOffer, get), IsOk());
  EXPECT_THAT(Events(), Contains(created->name()).Times(5));
}

TEST_F(ManagingTest, WantsACompleteOfferForReview) {
  v1::ServiceOffer bare = ARepairOffer("bare");
  bare.clear_description();
  const auto created = Call(&Stub::CreateServiceOffer, ACreation(bare), StaffOf(garage_));
  ASSERT_THAT(created, IsOk());
  EXPECT_THAT(Do(&Stub::SubmitServiceOffer, created->name(), StaffOf(garage_)),
              HasReason("LISTING_INCOMPLETE"));
}

TEST_F(ManagingTest, SuspendsAndResumes) {
  ASSERT_THAT(Do(&Stub::SuspendServiceOffer, offer_.name(), StaffOf(garage_)), IsOk());
  EXPECT_THAT(Do(&Stub::SuspendServiceOffer, offer_.name(), StaffOf(garage_)),
              HasReason("STATE_FORBIDS"));
  ASSERT_THAT(Do(&Stub::ResumeServiceOffer, offer_.name(), StaffOf(garage_)), IsOk());
  ASSERT_THAT(Do(&Stub::SuspendServiceOffer, offer_.name(), kAdmin), IsOk());
  EXPECT_EQ(OnlyOfferOf(garage_).state_reason(), "fermé");
  EXPECT_THAT(Do(&Stub::ResumeServiceOffer, offer_.name(), StaffOf(garage_)),
              HasReason("SUSPENDED_BY_OPERATOR"));
}

TEST_F(ManagingTest, AnswersARepeatedCallOnceAndRefusesAnotherBodyUnderItsId) {
  const v1::CreateServiceOfferRequest request = ACreation(ARepairOffer("new"));
  const auto first = Call(&Stub::CreateServiceOffer, request, StaffOf(garage_));
  ASSERT_THAT(first, IsOk());
  const auto again = Call(&Stub::CreateServiceOffer, request, StaffOf(garage_));
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->name(), first->name());
  v1::CreateServiceOfferRequest other = request;
  other.mutable_service_offer()->set_local_id("other");
  EXPECT_THAT(Call(&Stub::CreateServiceOffer, other, StaffOf(garage_)),
              HasReason("REQUEST_ID_REUSED"));
}

TEST_F(ManagingTest, TellsAllThatIsWrongWithAnOffer) {
  v1::ServiceOffer wrong = ARepairOffer("new");
  wrong.set_display_name(std::string(151, 'x'));
  wrong.set_kind("teleportation");
  wrong.add_zone()->set_epci("999999999");
  wrong.add_schedule()->set_start_time("8h");
  wrong.set_fee(static_cast<v1::ServiceOffer::Fee>(99));
  EXPECT_THAT(
      Refused(Call(&Stub::CreateServiceOffer, ACreation(wrong), StaffOf(garage_))),
      ElementsAre("service_offer.schedule[0].start_time MALFORMED",
                  "service_offer.schedule[0].end_time REQUIRED", "service_offer.fee UNKNOWN_VALUE",
                  "service_offer.display_name TOO_LONG", "service_offer.kind UNKNOWN_VALUE",
                  "service_offer.schedule[0].weekday REQUIRED",
                  "service_offer.zone[1].epci UNKNOWN_VALUE"));
}

TEST_F(ManagingTest, RefusesTheLocalIdOfAnotherOffer) {
  EXPECT_THAT(Call(&Stub::CreateServiceOffer, ACreation(ARepairOffer()), StaffOf(garage_)),
              HasReason("LOCAL_ID_TAKEN"));
}

TEST_F(ManagingTest, ChangesTheFieldsOfTheMaskOnly) {
  v1::UpdateServiceOfferRequest request = AnUpdate({"zone", "description"});
  request.mutable_service_offer()->add_zone()->set_commune("62036");
  request.mutable_service_offer()->set_display_name("Ignoré");
  const auto updated = Call(&Stub::UpdateServiceOffer, request, StaffOf(garage_));
  ASSERT_THAT(updated, IsOk());
  EXPECT_EQ(updated->display_name(), offer_.display_name());
  EXPECT_EQ(updated->description(), "");
  ASSERT_THAT(updated->zone(), SizeIs(1));
  EXPECT_EQ(updated->zone(0).commune(), "62036");
  EXPECT_EQ(updated->state(), v1::LISTING_STATE_PUBLISHED);
  EXPECT_NE(updated->etag(), offer_.etag());
  EXPECT_EQ(OnlyOfferOf(garage_).etag(), updated->etag());
}

TEST_F(ManagingTest, RefusesAMaskThatIsEmptyOrNamesWhatMayNotChange) {
  EXPECT_THAT(Refused(Call(&Stub::UpdateServiceOffer, AnUpdate({}), StaffOf(garage_))),
              ElementsAre("update_mask REQUIRED"));
  EXPECT_THAT(
      Refused(Call(&Stub::UpdateServiceOffer, AnUpdate({"state", "description", "*"}),
                   StaffOf(garage_))),
      ElementsAre("update_mask.paths[0] UNKNOWN_VALUE", "update_mask.paths[2] UNKNOWN_VALUE"));
}

TEST_F(ManagingTest, RefusesAStaleEtag) {
  v1::UpdateServiceOfferRequest request = AnUpdate({"description"});
  request.mutable_service_offer()->set_etag(offer_.etag());
  ASSERT_THAT(Call(&Stub::UpdateServiceOffer, request, StaffOf(garage_)), IsOk());
  request.set_request_id(NewUuid());
  EXPECT_THAT(Call(&Stub::UpdateServiceOffer, request, StaffOf(garage_)),
              HasReason("CHANGED_MEANWHILE"));
}

TEST_F(ManagingTest, SaysWhatIsLeft) {
  v1::UpdateCapacityRequest request;
  request.set_name(offer_.name());
  request.set_request_id(NewUuid());
  EXPECT_THAT(Refused(Call(&Stub::UpdateCapacity, request, StaffOf(garage_))),
              ElementsAre("capacity REQUIRED"));
  request.mutable_capacity()->set_state(v1::Capacity::STATE_WAITLIST);
  const auto updated = Call(&Stub::UpdateCapacity, request, StaffOf(garage_));
  ASSERT_THAT(updated, IsOk());
  EXPECT_EQ(updated->capacity().state(), v1::Capacity::STATE_WAITLIST);
  EXPECT_FALSE(updated->capacity().has_as_of_time()) << "nothing is counted";
  request.mutable_capacity()->set_unit("place");
  request.mutable_capacity()->set_maximum(2);
  request.set_request_id(NewUuid());
  const auto counted = Call(&Stub::UpdateCapacity, request, StaffOf(garage_));
  ASSERT_THAT(counted, IsOk());
  EXPECT_EQ(counted->capacity().as_of_time().seconds(), counted->update_time().seconds());
}

TEST_F(ManagingTest, SaysNotFoundOfSomebodyElsesAsOfWhatNeverWas) {
  const auto theirs = Do(&Stub::SuspendServiceOffer, offer_.name(), others_);
  const auto never =
      Do(&Stub::SuspendServiceOffer,
         absl::StrCat(garage_, "/serviceOffers/00000000-0000-4000-8000-000000000001"), others_);
  EXPECT_THAT(theirs, HasReason("OFFER_UNKNOWN"));
  EXPECT_EQ(theirs.status(), never.status());
  EXPECT_THAT(Call(&Stub::CreateServiceOffer, ACreation(ARepairOffer("x")), others_),
              HasReason("ORGANIZATION_UNKNOWN"));
  v1::ListServiceOffersRequest list;
  list.set_parent(garage_);
  EXPECT_THAT(Call(&Stub::ListServiceOffers, list, others_), HasReason("ORGANIZATION_UNKNOWN"));
}

TEST_F(ManagingTest, LetsNobodyChangeWithoutTheRole) {
  EXPECT_THAT(Do(&Stub::PublishServiceOffer, offer_.name(), StaffOf(garage_)),
              HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(Do(&Stub::SuspendServiceOffer, offer_.name(), ""), HasReason("CREDENTIAL_MISSING"));
  EXPECT_THAT(Do(&Stub::SuspendServiceOffer, offer_.name(), "prescriber"),
              HasReason("ROLE_FORBIDS"));
}

TEST_F(ManagingTest, ChangesAnOrganizationAndTellsReadersOfItsOffers) {
  v1::UpdateOrganizationRequest request;
  request.mutable_organization()->set_name(garage_);
  request.mutable_organization()->set_phone("+33353010077");
  request.mutable_update_mask()->add_paths("phone");
  request.set_request_id(NewUuid());
  EXPECT_THAT(Call(&Stub::UpdateOrganization, request, StaffOf(garage_)),
              HasReason("ROLE_FORBIDS"));
  const auto updated = Call(&Stub::UpdateOrganization, request, CoordinatorOf(garage_));
  ASSERT_THAT(updated, IsOk());
  EXPECT_EQ(updated->phone(), "+33353010077");
  EXPECT_THAT(Events(), Contains(offer_.name()).Times(2));
}

TEST_F(ManagingTest, RefusesAnUnknownCommuneOfAnOrganization) {
  v1::UpdateOrganizationRequest request;
  request.mutable_organization()->set_name(garage_);
  request.mutable_organization()->set_commune("99999");
  request.mutable_update_mask()->add_paths("commune");
  request.set_request_id(NewUuid());
  EXPECT_THAT(Refused(Call(&Stub::UpdateOrganization, request, CoordinatorOf(garage_))),
              ElementsAre("organization.commune UNKNOWN_VALUE"));
}

}  // namespace
}  // namespace entraide::directory
