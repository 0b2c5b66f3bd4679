// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/action.h"

#include <gmock/gmock.h>

#include "entraide/rides/v1/ride_action.pb.h"
#include "tests/support/status_matchers.h"

namespace entraide::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(FillAction, SetsTheActionsThatAllRequestsKnow) {
  rides::v1::ActOnRideRequest request;
  ASSERT_THAT(FillAction({"release", {"reason=too-far"}}, request), IsOk());
  EXPECT_EQ(request.common().release().reason(), "too-far");
}

TEST(FillAction, SetsRepeatedFieldsAndAnyText) {
  rides::v1::ActOnRideRequest request;
  const TypedAction typed{
      "ask_info",
      {"facts=licence", "facts=age-bracket", "question=How \"many\" steps = at the door?"}};
  ASSERT_THAT(FillAction(typed, request), IsOk());
  EXPECT_THAT(request.common().ask_info().facts(), ElementsAre("licence", "age-bracket"));
  EXPECT_EQ(request.common().ask_info().question(), "How \"many\" steps = at the door?");
}

TEST(FillAction, SetsTheActionsOfATradeWithMessagesAsJson) {
  rides::v1::ActOnRideRequest request;
  const TypedAction typed{
      "propose_change",
      {R"(details={"pickupCommune":"62361","pickupTime":"2027-02-12T09:00:00Z"})"}};
  ASSERT_THAT(FillAction(typed, request), IsOk());
  EXPECT_EQ(request.propose_change().details().pickup_commune(), "62361");
}

TEST(FillAction, SetsTheActionsThatRidesAndVisitsShare) {
  rides::v1::ActOnRideRequest request;
  ASSERT_THAT(FillAction({"assign", {"assignee=Paul, 2 seats"}}, request), IsOk());
  EXPECT_EQ(request.serving().assign().assignee(), "Paul, 2 seats");
  rides::v1::ReplyOnRideRequest reply;
  ASSERT_THAT(FillAction({"reconfirm", {}}, reply), IsOk());
  EXPECT_TRUE(reply.served().has_reconfirm());
}

TEST(FillAction, SetsAnActionWithoutFields) {
  rides::v1::ReplyOnRideRequest request;
  ASSERT_THAT(FillAction({"still_needed", {}}, request), IsOk());
  EXPECT_TRUE(request.common().has_still_needed());
}

TEST(FillAction, NamesWhatThereIs) {
  rides::v1::ActOnRideRequest request;
  EXPECT_THAT(FillAction({"drop", {}}, request).message(), HasSubstr("release"));
  EXPECT_THAT(FillAction({"release", {"why=x"}}, request).message(), HasSubstr("reason"));
  EXPECT_EQ(FillAction({"propose_change", {"details=soon"}}, request).code(),
            absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace entraide::cli
