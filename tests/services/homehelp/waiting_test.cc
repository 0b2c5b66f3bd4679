// SPDX-License-Identifier: EUPL-1.2
// Visits that wait for room: their order, and what time does to them.
#include <gmock/gmock.h>

#include "homehelp_migrations.h"
#include "services/homehelp/homehelp_service.h"
#include "tests/services/request/house.h"

namespace entraide::homehelp {
namespace {

using clients::Trade;
using common::v1::HolderAction;
using request::kNow;

constexpr absl::Duration kThreeWeeks = absl::Hours(21 * 24);

class WaitingTest : public testing::Test {
 protected:
  // Filed by a resident, accepted by `o1`, and put on its waiting list.
  clients::FiledRequest FileAndWait() {
    const auto filed = house_.client.Create(request::AnInput("housework"), v1::VisitDetails(),
                                            NewUuid(), house_.Anybody());
    EXPECT_THAT(filed, IsOk());
    EXPECT_THAT(house_.Round(), IsOk());
    const auto inbox = house_.client.ListOffers(Trade::kHomeHelp, staff_);
    EXPECT_THAT(house_.client.Accept(inbox->at(0).name, NewUuid(), staff_), IsOk());
    HolderAction action;
    action.mutable_waitlist()->set_reason("no-volunteer");
    EXPECT_THAT(house_.client.Act(filed->request.name, "", action, NewUuid(), staff_), IsOk());
    return *filed;
  }
  absl::StatusOr<clients::HeldRequest> Promote(const clients::FiledRequest& filed,
                                               const std::string& reason) {
    HolderAction action;
    action.mutable_promote()->set_reason(reason);
    return house_.client.Act(filed.request.name, "", action, NewUuid(), staff_);
  }
  common::v1::RequestStatus StatusOf(const clients::FiledRequest& filed) {
    return house_.client.Status(Trade::kHomeHelp, house_.Code(filed.tracking_code))->status;
  }

  request::House<HomeHelpService> house_{"homehelp", "entraide.homehelp.v1.HomeHelpService",
                                         homehelp_migrations::Files()};
  const clients::CallOptions staff_ = house_.Session("staff:o1");
};

TEST_F(WaitingTest, GoesInOrderUnlessThereIsAReason) {
  const clients::FiledRequest first = FileAndWait();
  house_.now = kNow + absl::Minutes(1);
  const clients::FiledRequest second = FileAndWait();
  EXPECT_EQ(StatusOf(first).wait_place(), 1);
  EXPECT_EQ(StatusOf(second).wait_place(), 2);
  EXPECT_EQ(StatusOf(second).reason(), "no-volunteer");
  EXPECT_THAT(Promote(second, ""), HasReason("OUT_OF_ORDER"));
  EXPECT_EQ(StatusOf(second).state(), common::v1::REQUEST_STATE_WAITLISTED);
  ASSERT_THAT(Promote(second, "safety"), IsOk());
  EXPECT_EQ(StatusOf(second).state(), common::v1::REQUEST_STATE_ACCEPTED);
  ASSERT_THAT(Promote(first, ""), IsOk());
}

TEST_F(WaitingTest, IsAskedAboutEveryThreeWeeksOnceAndExpiresAfterTwoSilences) {
  const clients::FiledRequest waiting = FileAndWait();
  const int lines = StatusOf(waiting).history_size();
  const auto rounds_at = [&](int number) {
    house_.now = kNow + number * kThreeWeeks;
    for (int again = 0; again < 3; ++again) EXPECT_THAT(house_.Round(), IsOk());
  };
  rounds_at(1);
  EXPECT_EQ(StatusOf(waiting).history_size(), lines + 1) << "reminded once, whoever looks again";
  common::v1::RequesterAction still;
  still.mutable_still_needed();
  ASSERT_THAT(house_.client.Reply(Trade::kHomeHelp, "", still, NewUuid(),
                                  house_.Code(waiting.tracking_code)),
              IsOk());
  rounds_at(2);
  rounds_at(3);
  EXPECT_EQ(StatusOf(waiting).state(), common::v1::REQUEST_STATE_WAITLISTED);
  rounds_at(4);
  EXPECT_EQ(StatusOf(waiting).state(), common::v1::REQUEST_STATE_EXPIRED);
  EXPECT_EQ(StatusOf(waiting).reason(), "NO_ANSWER");
  EXPECT_THAT(house_.client.Reply(Trade::kHomeHelp, "", still, NewUuid(),
                                  house_.Code(waiting.tracking_code)),
              HasReason("STATE_FORBIDS"));
}

TEST_F(WaitingTest, ABodySpeaksForThePersonItFiledForAndHistorySaysSo) {
  common::v1::RequestInput input = request::AnInput("housework");
  input.set_acting_for(common::v1::ACTING_FOR_OPERATOR);
  const auto filed =
      house_.client.Create(input, v1::VisitDetails(), NewUuid(), house_.Session("staff:mairie"));
  ASSERT_THAT(filed, IsOk());
  ASSERT_THAT(house_.Round(), IsOk());
  const auto inbox = house_.client.ListOffers(Trade::kHomeHelp, staff_);
  ASSERT_THAT(house_.client.Accept(inbox->at(0).name, NewUuid(), staff_), IsOk());
  HolderAction wait;
  wait.mutable_waitlist()->set_reason("season");
  const std::string name = filed->request.name;
  ASSERT_THAT(house_.client.Act(name, "", wait, NewUuid(), staff_), IsOk());
  common::v1::RequesterAction still;
  still.mutable_still_needed();
  EXPECT_THAT(house_.client.Reply(Trade::kHomeHelp, name, still, NewUuid(), staff_),
              HasReason("REQUEST_UNKNOWN"))
      << "who holds it did not file it";
  const auto told =
      house_.client.Reply(Trade::kHomeHelp, name, still, NewUuid(), house_.Session("staff:mairie"));
  ASSERT_THAT(told, IsOk());
  const auto& line = *told->status.history().rbegin();
  EXPECT_EQ(line.action(), "still_needed");
  EXPECT_EQ(line.role(), "staff");
}

}  // namespace
}  // namespace entraide::homehelp
