// SPDX-License-Identifier: EUPL-1.2
// A ride with a way back: two rides, one code.
#include <gmock/gmock.h>

#include "tests/services/rides/rides_house.h"

namespace entraide::rides {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class RidesJourneyTest : public testing::Test {
 protected:
  void SetUp() override {
    v1::RideDetails details = ARide();
    *details.mutable_return_time() = request::ToProto(kPickup + absl::Hours(3));
    filed_ = *house_.client.Create(request::AnInput("volunteer-ride"), details, NewUuid(),
                                   house_.Anybody());
    there_ = filed_.request.name;
    back_ = Seen()->other_leg().name();
  }
  absl::StatusOr<v1::RideStatus> Seen(const std::string& name = "") {
    v1::GetRideStatusRequest request;
    request.set_name(name);
    return clients::Call(*stub_, &v1::RidesService::Stub::GetRideStatus, request,
                         house_.Code(filed_.tracking_code));
  }
  // `o1` holds that leg.
  void Accept(const std::string& name) {
    for (const clients::AskedOffer& asked : house_.Inbox("o1")) {
      if (absl::StartsWith(asked.name, name)) {
        EXPECT_THAT(house_.Accept(asked.name, "o1"), IsOk());
      }
    }
  }
  int Alerts(const std::string& name) {
    int alerts = 0;
    const absl::StatusOr<v1::RideStatus> seen = Seen(name);
    for (const auto& line : seen->status().history()) {
      if (line.reason() == "ONE_WAY_ONLY") ++alerts;
    }
    return alerts;
  }

  RidesHouse house_;
  std::unique_ptr<v1::RidesService::Stub> stub_ = v1::RidesService::NewStub(house_.channel());
  clients::FiledRequest filed_;
  std::string there_, back_;
};

TEST_F(RidesJourneyTest, IsTwoRidesThatKnowEachOtherBehindOneCode) {
  const auto there = Seen();
  ASSERT_THAT(there, IsOk());
  EXPECT_EQ(there->name(), there_);
  EXPECT_EQ(there->direction(), v1::RIDE_DIRECTION_OUTWARD);
  EXPECT_FALSE(there->details().has_return_time());
  const auto back = Seen(back_);
  ASSERT_THAT(back, IsOk());
  EXPECT_EQ(back->direction(), v1::RIDE_DIRECTION_RETURN);
  EXPECT_EQ(back->other_leg().name(), there_);
  EXPECT_EQ(back->details().pickup_commune(), "62028");
  EXPECT_EQ(back->details().dropoff_commune(), "62361");
  EXPECT_EQ(back->details().pickup_time().seconds(), absl::ToUnixSeconds(kPickup + absl::Hours(3)));
  const auto stranger = house_.File();
  v1::GetRideStatusRequest request;
  request.set_name(back_);
  EXPECT_THAT(clients::Call(*stub_, &v1::RidesService::Stub::GetRideStatus, request,
                            house_.Code(stranger->tracking_code)),
              HasReason("REQUEST_UNKNOWN"));
}

TEST_F(RidesJourneyTest, EachLegIsAskedForAndHeldOnItsOwn) {
  ASSERT_THAT(house_.Round(), IsOk());
  for (const matcher::v1::MatchRequest& asked : house_.matcher.asked()) {
    EXPECT_EQ(asked.need().pickup_commune(), "62361") << "who serves the one serves the other";
    EXPECT_THAT(asked.need().spans(), SizeIs(1));
  }
  ASSERT_THAT(house_.Inbox("o1"), SizeIs(2));
  Accept(back_);
  EXPECT_EQ(Seen(back_)->status().state(), common::v1::REQUEST_STATE_ACCEPTED);
  EXPECT_EQ(Seen()->status().state(), common::v1::REQUEST_STATE_SEARCHING);
  EXPECT_EQ(Seen()->other_leg().state(), common::v1::REQUEST_STATE_ACCEPTED);
}

TEST_F(RidesJourneyTest, IsCalledOffWholeUnlessALegIsNamed) {
  ASSERT_THAT(house_.Round(), IsOk());
  const clients::CallOptions me = house_.Code(filed_.tracking_code);
  v1::CancelRideRequest cancel;
  cancel.set_name(back_);
  cancel.set_request_id(NewUuid());
  ASSERT_THAT(clients::Call(*stub_, &v1::RidesService::Stub::CancelRide, cancel, me), IsOk());
  EXPECT_EQ(Seen()->status().state(), common::v1::REQUEST_STATE_SEARCHING);
  EXPECT_EQ(Seen(back_)->status().state(), common::v1::REQUEST_STATE_CANCELLED);
  EXPECT_THAT(house_.client.Cancel(Trade::kRides, "", NewUuid(), me), IsOk());
  EXPECT_EQ(Seen()->status().state(), common::v1::REQUEST_STATE_CANCELLED);
  EXPECT_THAT(house_.client.Cancel(Trade::kRides, "", NewUuid(), me), HasReason("STATE_FORBIDS"));
}

TEST_F(RidesJourneyTest, CallingOffFreesBothLegs) {
  ASSERT_THAT(house_.Round(), IsOk());
  ASSERT_THAT(house_.client.Cancel(Trade::kRides, "", NewUuid(), house_.Code(filed_.tracking_code)),
              IsOk());
  EXPECT_EQ(Seen(back_)->status().state(), common::v1::REQUEST_STATE_CANCELLED);
  EXPECT_THAT(house_.Inbox("o1"), IsEmpty());
}

TEST_F(RidesJourneyTest, TheOrganizationIsToldTwiceThatAPersonWouldBeLeft) {
  house_.matcher.Offer(1);
  ASSERT_THAT(house_.Round(), IsOk());
  Accept(there_);
  Accept(back_);
  ASSERT_THAT(house_.Assign(there_, "Paul"), IsOk());
  house_.now = kPickup - absl::Hours(48) - absl::Seconds(1);
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(Alerts(there_), 0);
  house_.now = kPickup - absl::Hours(48);
  ASSERT_THAT(house_.Round(), IsOk());
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(Alerts(there_), 1);
  house_.now = kPickup - absl::Hours(24);
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(Alerts(there_), 2);
  EXPECT_EQ(Alerts(back_), 0) << "nobody is to drive it yet";
}

TEST_F(RidesJourneyTest, NobodyIsAlarmedOnceBothWaysAreConfirmed) {
  house_.matcher.Offer(1);
  ASSERT_THAT(house_.Round(), IsOk());
  for (const std::string& leg : {there_, back_}) {
    Accept(leg);
    ASSERT_THAT(house_.Assign(leg, "Paul"), IsOk());
  }
  house_.now = kPickup - absl::Hours(24);
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(Alerts(there_) + Alerts(back_), 0);
}

}  // namespace
}  // namespace entraide::rides
