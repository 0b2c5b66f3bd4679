// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "homehelp_migrations.h"
#include "services/homehelp/homehelp_service.h"
#include "tests/services/request/house.h"

namespace entraide::homehelp {
namespace {

using clients::Trade;
using request::kNow;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> WrongWith(const VisitDetails& details, absl::string_view kind) {
  Violations violations;
  CheckVisit(details, kind, kNow, violations);
  std::vector<std::string> wrong;
  for (const Violation& violation : violations.found()) {
    wrong.push_back(violation.field + " " + violation.reason);
  }
  return wrong;
}

TEST(CheckVisit, TakesAVisitOnAnyDay) { EXPECT_THAT(WrongWith({}, "housework"), IsEmpty()); }

TEST(CheckVisit, LimitsSmallWorksToTwoHours) {
  EXPECT_THAT(WrongWith({.duration_minutes = 120}, "small-works"), IsEmpty());
  EXPECT_THAT(WrongWith({.duration_minutes = 121}, "small-works"),
              ElementsAre("details.duration_minutes OUT_OF_RANGE"));
  EXPECT_THAT(WrongWith({.duration_minutes = 121}, "housework"), IsEmpty());
}

TEST(CheckVisit, RefusesThePastAndAChildWithoutChildcare) {
  EXPECT_THAT(WrongWith({.start_time = kNow, .child_under_three = true}, "meal"),
              ElementsAre("details.start_time IN_PAST", "details.child_under_three OUT_OF_RANGE"));
}

TEST(AddVisit, AsksForAnApprovedProviderForThoseWhoDependOnOthers) {
  request::Need need;
  AddVisit(need, {.start_time = kNow, .duration_minutes = 90, .dependent_person = true});
  EXPECT_TRUE(need.needs_approval);
  EXPECT_THAT(need.spans, ElementsAre(request::Span{kNow, kNow + absl::Minutes(90)}));
}

TEST(HomeHelpService, TakesAVisitFromTheAskingToTheEnd) {
  request::House<HomeHelpService> house("homehelp", "entraide.homehelp.v1.HomeHelpService",
                                        homehelp_migrations::Files());
  v1::VisitDetails details;
  details.set_mode(v1::MODE_BENEVOLE);
  const auto filed =
      house.client.Create(request::AnInput("housework"), details, NewUuid(), house.Anybody());
  ASSERT_THAT(filed, IsOk());
  EXPECT_EQ(filed->tracking_code[0], 'H');
  ASSERT_THAT(house.Round(), IsOk());
  const clients::CallOptions staff = house.Session("staff:o1");
  const auto inbox = house.client.ListOffers(Trade::kHomeHelp, staff);
  ASSERT_EQ(inbox->size(), 1u);
  const auto held = house.client.Accept(inbox->at(0).name, NewUuid(), staff);
  ASSERT_THAT(held, IsOk());
  EXPECT_EQ(std::get<v1::VisitDetails>(held->details).duration_minutes(), 60);
  EXPECT_EQ(std::get<v1::VisitDetails>(held->details).mode(), v1::MODE_BENEVOLE);
  EXPECT_EQ(house.client.Complete(held->name, "", NewUuid(), staff)->request.state(),
            common::v1::REQUEST_STATE_COMPLETED);
}

}  // namespace
}  // namespace entraide::homehelp
