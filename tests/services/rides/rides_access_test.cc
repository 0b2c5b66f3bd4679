// SPDX-License-Identifier: EUPL-1.2
// Whose a ride is, and what is wrong with one that is not filed.
#include <gmock/gmock.h>

#include "entraide/rides/v1/rides_service.grpc.pb.h"
#include "tests/services/rides/rides_house.h"

namespace entraide::rides {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class RidesAccessTest : public testing::Test {
 protected:
  absl::StatusOr<clients::FiledRequest> FileFor(const std::string& body) {
    common::v1::RequestInput input = request::AnInput("volunteer-ride");
    input.set_acting_for(common::v1::ACTING_FOR_PRESCRIBER);
    return house_.client.Create(input, ARide(), NewUuid(), house_.Session("prescriber:" + body));
  }
  absl::StatusOr<v1::ListRideStatusesResponse> Filed(const std::string& body, int page_size = 0,
                                                     const std::string& page_token = "") {
    v1::ListRideStatusesRequest request;
    request.set_page_size(page_size);
    request.set_page_token(page_token);
    return clients::Call(*stub_, &v1::RidesService::Stub::ListRideStatuses, request,
                         house_.Session("prescriber:" + body));
  }
  absl::Status StatusFor(const std::string& name, const clients::CallOptions& who) {
    v1::GetRideStatusRequest request;
    request.set_name(name);
    return clients::Call(*stub_, &v1::RidesService::Stub::GetRideStatus, request, who).status();
  }

  RidesHouse house_;
  std::unique_ptr<v1::RidesService::Stub> stub_ = v1::RidesService::NewStub(house_.channel());
};

TEST_F(RidesAccessTest, SomebodyElsesRideIsNotFoundLikeOneThatNeverWas) {
  const clients::FiledRequest filed = house_.FileAndAsk();
  const std::string offer = house_.Inbox("o1")[0].name;
  ASSERT_THAT(house_.Accept(offer, "o1"), IsOk());
  const std::string name = filed.request.name;
  const clients::CallOptions o2 = house_.Session("staff:o2");
  const absl::Status never = house_.client.Get("rides/" + NewUuid(), o2).status();
  EXPECT_THAT(never, HasReason("REQUEST_UNKNOWN"));
  EXPECT_EQ(house_.client.Get(name, o2).status(), never);
  EXPECT_EQ(house_.client.RevealContact(name, "curious", o2).status(), never);
  EXPECT_EQ(house_.client.Complete(name, "", NewUuid(), o2).status(), never);
  EXPECT_EQ(house_.Accept(offer, "o2").status(), never);
  EXPECT_EQ(house_.client.Decline(offer, "other", NewUuid(), o2), never);
  EXPECT_EQ(StatusFor(name, house_.Session("prescriber:ccas")), never);
}

TEST_F(RidesAccessTest, ACodeOpensItsOwnRideOnly) {
  const auto mine = house_.File();
  const auto theirs = house_.File();
  const clients::CallOptions me = house_.Code(mine->tracking_code);
  EXPECT_THAT(StatusFor("", me), IsOk());
  EXPECT_THAT(StatusFor(mine->request.name, me), IsOk());
  EXPECT_THAT(StatusFor(theirs->request.name, me), HasReason("REQUEST_UNKNOWN"));
}

TEST_F(RidesAccessTest, ContactsShowToTheHolderOnly) {
  const clients::FiledRequest filed = house_.FileAndAsk();
  const clients::CallOptions o1 = house_.Session("staff:o1");
  EXPECT_THAT(house_.client.RevealContact(filed.request.name, "curious", o1),
              HasReason("REQUEST_UNKNOWN"));
  ASSERT_THAT(house_.Accept(house_.Inbox("o1")[0].name, "o1"), IsOk());
  EXPECT_THAT(house_.client.RevealContact(filed.request.name, "x", o1),
              HasReason("FIELDS_INVALID"));
  EXPECT_THAT(house_.client.RevealContact(filed.request.name, "to call", o1), IsOk());
  ASSERT_THAT(house_.client.Cancel(Trade::kRides, "", NewUuid(), house_.Code(filed.tracking_code)),
              IsOk());
  EXPECT_THAT(house_.client.RevealContact(filed.request.name, "to call", o1),
              HasReason("REQUEST_UNKNOWN"));
}

TEST_F(RidesAccessTest, APrescriberFollowsWhatTheirBodyFiled) {
  const auto filed = FileFor("ccas");
  ASSERT_THAT(filed, IsOk());
  EXPECT_THAT(StatusFor(filed->request.name, house_.Session("prescriber:ccas")), IsOk());
  EXPECT_THAT(StatusFor(filed->request.name, house_.Session("prescriber:other")),
              HasReason("REQUEST_UNKNOWN"));
  EXPECT_THAT(Filed("other")->statuses(), testing::IsEmpty());
}

TEST_F(RidesAccessTest, ListsComeInPagesLatestFirst) {
  std::vector<std::string> names;
  for (int i = 0; i < 3; ++i) {
    house_.now = kNow + absl::Minutes(i);
    names.push_back(FileFor("ccas")->request.name);
  }
  const auto first = Filed("ccas", 2);
  ASSERT_THAT(first, IsOk());
  ASSERT_THAT(first->statuses(), SizeIs(2));
  EXPECT_EQ(first->statuses(0).name(), names[2]);
  const auto second = Filed("ccas", 2, first->next_page_token());
  ASSERT_THAT(second->statuses(), SizeIs(1));
  EXPECT_EQ(second->statuses(0).name(), names[0]);
  EXPECT_EQ(second->next_page_token(), "");
  EXPECT_THAT(Filed("ccas", 0, "forged"), HasReason("FIELDS_INVALID"));
}

TEST_F(RidesAccessTest, AStaleEtagChangesNothing) {
  house_.FileAndAsk();
  const auto held = house_.Accept(house_.Inbox("o1")[0].name, "o1");
  house_.now = kPickup;
  EXPECT_THAT(house_.client.Complete(held->name, "v0", NewUuid(), house_.Session("staff:o1")),
              HasReason("CHANGED_MEANWHILE"));
}

TEST_F(RidesAccessTest, EverythingWrongIsNamedAndNothingIsKept) {
  v1::RideDetails details;
  details.set_pickup_commune("62998");
  *details.mutable_pickup_time() = request::ToProto(kNow - absl::Hours(1));
  details.set_passenger_count(9);
  common::v1::RequestInput input = request::AnInput("repair");
  input.clear_contact();
  const auto filed = house_.client.Create(input, details, NewUuid(), house_.Anybody());
  std::vector<std::string> wrong;
  for (const Violation& violation : ViolationsOf(filed.status())) {
    wrong.push_back(violation.field + " " + violation.reason);
  }
  EXPECT_THAT(
      wrong, ElementsAre("request.kind UNKNOWN_VALUE", "request.contact.display_name REQUIRED",
                         "request.contact.phone REQUIRED", "details.purpose REQUIRED",
                         "details.pickup_commune UNKNOWN_VALUE", "details.dropoff_commune REQUIRED",
                         "details.pickup_time IN_PAST", "details.passenger_count OUT_OF_RANGE"));
  EXPECT_EQ(*house_.Round(), 0);
}

TEST_F(RidesAccessTest, AFormerCommuneBecomesTodays) {
  common::v1::RequestInput input = request::AnInput("volunteer-ride");
  input.set_residence_commune("62999");
  const auto filed = house_.client.Create(input, ARide(), NewUuid(), house_.Anybody());
  EXPECT_EQ(filed->request.status.residence_commune(), "62028");
}

TEST_F(RidesAccessTest, WithoutTheDirectoryNothingIsFiledButTheFirstAnswerStays) {
  const std::string request_id = NewUuid();
  const auto filed = house_.File(house_.Anybody(), request_id);
  ASSERT_THAT(filed, IsOk());
  house_.directory.down = true;
  EXPECT_THAT(house_.File(house_.Anybody(), request_id), IsOk());
  common::v1::RequestInput input = request::AnInput("volunteer-ride");
  input.set_residence_commune("62028");
  v1::RideDetails details = ARide();
  details.set_dropoff_commune("62999");  // Nobody has asked for it before.
  EXPECT_EQ(house_.client.Create(input, details, NewUuid(), house_.Anybody()).status().code(),
            absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace entraide::rides
