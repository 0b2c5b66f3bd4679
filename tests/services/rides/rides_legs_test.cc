// SPDX-License-Identifier: EUPL-1.2
// A leg from its driver to its receipt, by RPC.
#include <gmock/gmock.h>

#include "tests/services/rides/rides_house.h"

namespace entraide::rides {
namespace {

using common::v1::Correct;
using testing::SizeIs;

class RidesLegsTest : public testing::Test {
 protected:
  void SetUp() override {
    filed_ = house_.FileAndAccept();
    name_ = filed_.request.name;
  }
  absl::StatusOr<v1::Ride> Complete(const v1::RideWay& driven) {
    v1::CompleteRideRequest request;
    request.set_name(name_);
    request.set_request_id(NewUuid());
    *request.mutable_driven() = driven;
    return clients::Call(*stub_, &v1::RidesService::Stub::CompleteRide, request,
                         house_.Session("staff:o1"));
  }
  absl::StatusOr<v1::RideStatus> Seen() {
    return clients::Call(*stub_, &v1::RidesService::Stub::GetRideStatus, v1::GetRideStatusRequest(),
                         house_.Code(filed_.tracking_code));
  }
  static v1::RideWay AWay() {
    v1::RideWay way;
    way.set_approach_meters(8'000);
    way.set_loaded_meters(22'000);
    way.set_return_meters(26'000);
    return way;
  }
  static v1::ActOnRideRequest Settle() {
    v1::ActOnRideRequest request;
    request.mutable_settle()->mutable_tariff()->set_millieuros_per_km(320);
    request.mutable_settle()->mutable_tariff()->set_ceiling_cents(500);
    return request;
  }
  static v1::ActOnRideRequest CorrectTo(Correct::Outcome outcome) {
    v1::ActOnRideRequest request;
    request.mutable_serving()->mutable_correct()->set_outcome(outcome);
    request.mutable_serving()->mutable_correct()->set_reason("wrong-entry");
    return request;
  }
  static v1::ReplyOnRideRequest Reconfirm() {
    v1::ReplyOnRideRequest request;
    request.mutable_served()->mutable_reconfirm();
    return request;
  }

  RidesHouse house_;
  std::unique_ptr<v1::RidesService::Stub> stub_ = v1::RidesService::NewStub(house_.channel());
  clients::FiledRequest filed_;
  std::string name_;
};

TEST_F(RidesLegsTest, GoesFromItsDriverToItsReceipt) {
  const auto confirmed = house_.Assign(name_, "Paul, blue car");
  ASSERT_THAT(confirmed, IsOk());
  EXPECT_EQ(confirmed->request().state(), common::v1::REQUEST_STATE_CONFIRMED);
  EXPECT_EQ(confirmed->serving().assignee(), "Paul, blue car");
  EXPECT_EQ(Seen()->status().state(), common::v1::REQUEST_STATE_CONFIRMED);
  EXPECT_EQ(Seen()->serving().assignee(), "") << "who drives is the organization's to tell";

  house_.now = kPickup - absl::Hours(49);
  EXPECT_THAT(house_.Reply(filed_, Reconfirm()), HasReason("TOO_EARLY"));
  house_.now = kPickup - absl::Hours(48);
  ASSERT_THAT(house_.Reply(filed_, Reconfirm()), IsOk());
  EXPECT_EQ(Seen()->serving().reconfirm_time().seconds(),
            absl::ToUnixSeconds(kPickup - absl::Hours(48)));

  v1::ActOnRideRequest start;
  start.mutable_start();
  EXPECT_THAT(house_.Act(name_, start), HasReason("TOO_EARLY"));
  house_.now = kPickup - absl::Minutes(60);
  EXPECT_EQ(house_.Act(name_, start)->request().state(), common::v1::REQUEST_STATE_IN_PROGRESS);

  house_.now = kPickup + absl::Hours(1);
  const auto done = Complete(AWay());
  ASSERT_THAT(done, IsOk());
  EXPECT_EQ(done->driven().loaded_meters(), 22'000);
  const auto settled = house_.Act(name_, Settle());
  ASSERT_THAT(settled, IsOk());
  EXPECT_EQ(settled->request().state(), common::v1::REQUEST_STATE_SETTLED);
  EXPECT_EQ(settled->receipt().year(), 2027);
  EXPECT_EQ(settled->receipt().number(), 1);
  EXPECT_EQ(settled->receipt().issue_date(), "2027-02-12");
  EXPECT_EQ(settled->receipt().indemnity_cents(), 1792);
  EXPECT_EQ(settled->receipt().rider_share_cents(), 500);
  EXPECT_EQ(Seen()->receipt().rider_share_cents(), 500);
  EXPECT_THAT(house_.Act(name_, Settle()), HasReason("STATE_FORBIDS"));
}

TEST_F(RidesLegsTest, ReceiptsOfAnOrganizationHaveNoGaps) {
  std::vector<std::string> names;
  for (int i = 0; i < 2; ++i) names.push_back(house_.FileAndAccept().request.name);
  names.push_back(name_);
  for (const std::string& name : names) ASSERT_THAT(house_.Assign(name, "Paul"), IsOk());
  house_.now = kPickup + absl::Hours(1);
  std::vector<std::int64_t> numbers;
  for (const std::string& name : names) {
    name_ = name;
    ASSERT_THAT(Complete(AWay()), IsOk());
    // What is refused takes no number.
    v1::ActOnRideRequest wrong = Settle();
    wrong.mutable_settle()->mutable_tariff()->set_millieuros_per_km(-1);
    EXPECT_THAT(house_.Act(name, wrong), HasReason("FIELDS_INVALID"));
    numbers.push_back(house_.Act(name, Settle())->receipt().number());
  }
  EXPECT_THAT(numbers, testing::ElementsAre(1, 2, 3));
}

TEST_F(RidesLegsTest, WhoeverDoesNotDriveIsForgotten) {
  ASSERT_THAT(house_.Assign(name_, "Paul"), IsOk());
  v1::ActOnRideRequest unassign;
  unassign.mutable_serving()->mutable_unassign()->set_reason("unwell");
  const auto accepted = house_.Act(name_, unassign);
  ASSERT_THAT(accepted, IsOk());
  EXPECT_EQ(accepted->request().state(), common::v1::REQUEST_STATE_ACCEPTED);
  EXPECT_EQ(accepted->serving().assignee(), "");
  EXPECT_EQ(accepted->request().history().rbegin()->reason(), "unwell");
}

TEST_F(RidesLegsTest, ACoordinatorAloneCorrectsAnOutcome) {
  ASSERT_THAT(house_.Assign(name_, "Paul"), IsOk());
  house_.now = kPickup + absl::Minutes(15);
  v1::ReplyOnRideRequest missed;
  missed.mutable_served()->mutable_miss();
  ASSERT_EQ(house_.Reply(filed_, missed)->status().state(), common::v1::REQUEST_STATE_MISSED);
  const auto before = house_.client.Get(name_, house_.Session("staff:o1"));
  EXPECT_THAT(house_.Act(name_, CorrectTo(Correct::OUTCOME_NO_SHOW)), HasReason("ROLE_FORBIDS"));
  EXPECT_EQ(house_.client.Get(name_, house_.Session("staff:o1"))->etag, before->etag);
  const auto corrected = house_.Act(name_, CorrectTo(Correct::OUTCOME_NO_SHOW), "coordinator:o1");
  ASSERT_THAT(corrected, IsOk());
  EXPECT_EQ(corrected->request().state(), common::v1::REQUEST_STATE_NO_SHOW);
  EXPECT_EQ(corrected->request().history().rbegin()->role(), "coordinator");
}

TEST_F(RidesLegsTest, WhatNobodyToldTheOutcomeOfExpiresAfterThirtyDays) {
  ASSERT_THAT(house_.Assign(name_, "Paul"), IsOk());
  const absl::Time end = kPickup + absl::Hours(1);
  house_.now = end + absl::Hours(30 * 24) - absl::Seconds(1);
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(Seen()->status().state(), common::v1::REQUEST_STATE_CONFIRMED);
  house_.now = end + absl::Hours(30 * 24);
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(Seen()->status().state(), common::v1::REQUEST_STATE_EXPIRED);
  EXPECT_EQ(Seen()->status().reason(), "OUTCOME_UNKNOWN");
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_THAT(Seen()->status().history(), SizeIs(5)) << "once";
}

TEST_F(RidesLegsTest, AnotherOrganizationDrivesNobody) {
  EXPECT_THAT(house_.Assign(name_, "Paul", "staff:o2"), HasReason("REQUEST_UNKNOWN"));
}

TEST_F(RidesLegsTest, AnActionMustBeSaid) {
  EXPECT_THAT(house_.Act(name_, {}), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(house_.Reply(filed_, {}), HasReason("FIELDS_INVALID"));
}

}  // namespace
}  // namespace entraide::rides
