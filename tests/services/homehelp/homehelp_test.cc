// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "entraide/homehelp/v1/homehelp_service.grpc.pb.h"
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

class HomeHelpServiceTest : public testing::Test {
 protected:
  // A visit of that mode that `o1` holds.
  void Hold(v1::Mode mode) {
    v1::VisitDetails details;
    details.set_mode(mode);
    filed_ =
        *house_.client.Create(request::AnInput("housework"), details, NewUuid(), house_.Anybody());
    ASSERT_THAT(house_.Round(), IsOk());
    const auto inbox = house_.client.ListOffers(Trade::kHomeHelp, staff_);
    ASSERT_EQ(inbox->size(), 1u);
    const auto held = house_.client.Accept(inbox->at(0).name, NewUuid(), staff_);
    ASSERT_THAT(held, IsOk());
    name_ = held->name;
    EXPECT_EQ(std::get<v1::VisitDetails>(held->details).duration_minutes(), 60);
    EXPECT_EQ(std::get<v1::VisitDetails>(held->details).mode(), mode);
  }
  absl::StatusOr<v1::Visit> Act(v1::ActOnVisitRequest request) {
    request.set_name(name_);
    request.set_request_id(NewUuid());
    return clients::Call(*stub_, &v1::HomeHelpService::Stub::ActOnVisit, request, staff_);
  }
  absl::StatusOr<v1::VisitStatus> Reply(v1::ReplyOnVisitRequest request) {
    request.set_request_id(NewUuid());
    return clients::Call(*stub_, &v1::HomeHelpService::Stub::ReplyOnVisit, request,
                         house_.Code(filed_.tracking_code));
  }
  absl::StatusOr<v1::VisitStatus> Seen() {
    return clients::Call(*stub_, &v1::HomeHelpService::Stub::GetVisitStatus,
                         v1::GetVisitStatusRequest(), house_.Code(filed_.tracking_code));
  }
  static v1::ActOnVisitRequest AssignTo(const std::string& helper) {
    v1::ActOnVisitRequest request;
    request.mutable_serving()->mutable_assign()->set_assignee(helper);
    return request;
  }
  // For 48 euros, until two days from now.
  static v1::ActOnVisitRequest AQuote() {
    v1::ActOnVisitRequest request;
    request.mutable_quote()->set_duration_minutes(120);
    request.mutable_quote()->set_price_cents(4800);
    *request.mutable_quote()->mutable_expire_time() = request::ToProto(kNow + absl::Hours(48));
    return request;
  }

  request::House<HomeHelpService> house_{"homehelp", "entraide.homehelp.v1.HomeHelpService",
                                         homehelp_migrations::Files()};
  const clients::CallOptions staff_ = house_.Session("staff:o1");
  std::unique_ptr<v1::HomeHelpService::Stub> stub_ = v1::HomeHelpService::NewStub(house_.channel());
  clients::FiledRequest filed_;
  std::string name_;
};

TEST_F(HomeHelpServiceTest, TakesAVisitFromTheAskingToTheEnd) {
  Hold(v1::MODE_BENEVOLE);
  EXPECT_EQ(filed_.tracking_code[0], 'H');
  EXPECT_THAT(Act(AQuote()), HasReason("FIELDS_INVALID")) << "it is unpaid";
  const auto confirmed = Act(AssignTo("Nadia"));
  ASSERT_THAT(confirmed, IsOk());
  EXPECT_EQ(confirmed->serving().assignee(), "Nadia");
  EXPECT_EQ(Seen()->serving().assignee(), "") << "who goes is the organization's to tell";
  const auto done = house_.client.Complete(name_, "", NewUuid(), staff_);
  ASSERT_THAT(done, IsOk());
  EXPECT_EQ(done->request.state(), common::v1::REQUEST_STATE_COMPLETED);
  v1::ActOnVisitRequest settle;
  settle.mutable_settle()->set_cost_cents(0);
  const auto settled = Act(settle);
  ASSERT_THAT(settled, IsOk());
  EXPECT_EQ(settled->worked_minutes(), 60);
  EXPECT_TRUE(settled->has_cost_cents());
}

TEST_F(HomeHelpServiceTest, APaidVisitHasAnAcceptedPriceFirst) {
  Hold(v1::MODE_PRESTATAIRE);
  EXPECT_THAT(Act(AssignTo("Nadia")), HasReason("QUOTE_MISSING"));
  ASSERT_THAT(Act(AQuote()), IsOk());
  EXPECT_EQ(Seen()->status().state(), common::v1::REQUEST_STATE_QUOTED);
  EXPECT_EQ(Seen()->quote().price_cents(), 4800);
  v1::ReplyOnVisitRequest yes;
  yes.mutable_accept_quote();
  ASSERT_THAT(Reply(yes), IsOk());
  EXPECT_TRUE(Seen()->quote().has_accept_time());
  EXPECT_THAT(Reply(yes), HasReason("STATE_FORBIDS"));
  ASSERT_THAT(Act(AssignTo("Nadia")), IsOk());
  ASSERT_THAT(house_.client.Complete(name_, "", NewUuid(), staff_), IsOk());
  v1::ActOnVisitRequest settle;
  settle.mutable_settle();
  EXPECT_EQ(Act(settle)->cost_cents(), 4800);
}

TEST_F(HomeHelpServiceTest, ARefusedPriceGoesToOthersAndAnOldOneExpires) {
  Hold(v1::MODE_PRESTATAIRE);
  ASSERT_THAT(Act(AQuote()), IsOk());
  v1::ReplyOnVisitRequest no;
  no.mutable_refuse_quote();
  const auto refused = Reply(no);
  ASSERT_THAT(refused, IsOk());
  EXPECT_EQ(refused->status().state(), common::v1::REQUEST_STATE_SUBMITTED);
  EXPECT_FALSE(refused->has_quote());
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_THAT(*house_.client.ListOffers(Trade::kHomeHelp, staff_), IsEmpty());
  const auto others = house_.client.ListOffers(Trade::kHomeHelp, house_.Session("staff:o2"));
  ASSERT_EQ(others->size(), 1u);

  Hold(v1::MODE_MANDATAIRE);
  ASSERT_THAT(Act(AQuote()), IsOk());
  house_.now = kNow + absl::Hours(48);
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(Seen()->status().state(), common::v1::REQUEST_STATE_EXPIRED);
  EXPECT_EQ(Seen()->status().reason(), "QUOTE_EXPIRED");
}

}  // namespace
}  // namespace entraide::homehelp
