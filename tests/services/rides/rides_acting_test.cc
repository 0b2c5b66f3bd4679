// SPDX-License-Identifier: EUPL-1.2
// What both sides do to a ride between its acceptance and its end, by RPC.
#include <gmock/gmock.h>

#include "absl/strings/str_split.h"
#include "tests/services/rides/rides_house.h"

namespace entraide::rides {
namespace {

using common::v1::HolderAction;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class RidesActingTest : public testing::Test {
 protected:
  // A ride that `o1` holds; `o2` was asked too.
  void SetUp() override {
    filed_ = house_.FileAndAsk();
    const auto held = house_.Accept(house_.Inbox("o1")[0].name, "o1");
    ASSERT_THAT(held, IsOk());
    name_ = held->name;
  }
  absl::StatusOr<clients::HeldRequest> Act(const HolderAction& action,
                                           const std::string& etag = "") {
    return house_.client.Act(name_, etag, action, NewUuid(), house_.Session("staff:o1"));
  }
  clients::CallOptions Me() { return house_.Code(filed_.tracking_code); }
  absl::StatusOr<clients::HeldRequest> Held() {
    return house_.client.Get(name_, house_.Session("staff:o1"));
  }
  static v1::RideChange Later() {
    v1::RideChange change;
    *change.mutable_details() = ARide();
    *change.mutable_details()->mutable_pickup_time() = request::ToProto(kPickup + absl::Hours(24));
    return change;
  }
  absl::StatusOr<v1::Ride> Propose() {
    v1::ActOnRideRequest request;
    request.set_name(name_);
    request.set_request_id(NewUuid());
    *request.mutable_propose_change() = Later();
    return clients::Call(*stub_, &v1::RidesService::Stub::ActOnRide, request,
                         house_.Session("staff:o1"));
  }
  absl::StatusOr<v1::RideStatus> Reply(const v1::ReplyOnRideRequest& asked,
                                       const clients::CallOptions& who) {
    v1::ReplyOnRideRequest request = asked;
    request.set_request_id(NewUuid());
    return clients::Call(*stub_, &v1::RidesService::Stub::ReplyOnRide, request, who);
  }
  static HolderAction Release() {
    HolderAction action;
    action.mutable_release()->set_reason("not-available");
    return action;
  }
  static HolderAction TransferTo(const std::string& organization) {
    HolderAction action;
    action.mutable_transfer()->set_service_offer("organizations/" + organization +
                                                 "/serviceOffers/s");
    action.mutable_transfer()->set_reason("too-far");
    return action;
  }

  RidesHouse house_;
  std::unique_ptr<v1::RidesService::Stub> stub_ = v1::RidesService::NewStub(house_.channel());
  clients::FiledRequest filed_;
  std::string name_;
};

TEST_F(RidesActingTest, AQuestionInWordsIsAnsweredToTheHolder) {
  HolderAction action;
  action.mutable_ask_info()->set_question("How many steps at the door?");
  EXPECT_EQ(Act(action)->request.state(), common::v1::REQUEST_STATE_NEEDS_INFO);
  const common::v1::RequestStatus seen = house_.StatusOf(filed_);
  EXPECT_THAT(seen.open_questions(), ElementsAre("question"));
  EXPECT_EQ(seen.question(), "How many steps at the door?");
  EXPECT_EQ(seen.held_by(), "organizations/o1");
  EXPECT_THAT(house_.client.Answer(Trade::kRides, {}, NewUuid(), Me()),
              HasReason("ANSWER_MISSING"));
  ASSERT_THAT(house_.client.Answer(Trade::kRides, {.text = "Three"}, NewUuid(), Me()), IsOk());
  EXPECT_EQ(Held()->request.state(), common::v1::REQUEST_STATE_ACCEPTED);
  EXPECT_EQ(Held()->request.answer(), "Three");
}

TEST_F(RidesActingTest, WhatIsReleasedGoesToOthers) {
  ASSERT_THAT(Act(Release()), IsOk());
  EXPECT_THAT(Held(), HasReason("REQUEST_UNKNOWN"));
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_THAT(house_.Inbox("o1"), IsEmpty());
  EXPECT_THAT(house_.Inbox("o2"), SizeIs(1));
  EXPECT_EQ(house_.StatusOf(filed_).held_by(), "");
}

TEST_F(RidesActingTest, ATransferAsksOneOrganizationAndKeepsTheHistory) {
  house_.matcher.Offer(3);
  EXPECT_THAT(Act(TransferTo("o9")), HasReason("NOT_A_CANDIDATE"));
  const auto moved = Act(TransferTo("o3"));
  ASSERT_THAT(moved, IsOk());
  EXPECT_EQ(moved->request.state(), common::v1::REQUEST_STATE_SEARCHING);
  EXPECT_THAT(house_.Inbox("o2"), IsEmpty());
  ASSERT_THAT(house_.Inbox("o3"), SizeIs(1));
  const auto theirs = house_.Accept(house_.Inbox("o3")[0].name, "o3");
  ASSERT_THAT(theirs, IsOk());
  std::vector<std::string> life;
  for (const auto& line : theirs->request.history()) life.push_back(line.action());
  EXPECT_THAT(life, ElementsAre("create", "match", "accept", "transfer", "accept"));
  EXPECT_THAT(Act(TransferTo("o2")), HasReason("REQUEST_UNKNOWN")) << "no longer o1's";
}

TEST_F(RidesActingTest, ATransferIsRefusedByTheRuleThatRefusesIt) {
  matcher::v1::MatchResponse nobody;
  nobody.set_blocking_rule("ZONE_NOT_SERVED");
  house_.matcher.Answer(nobody);
  EXPECT_THAT(Act(TransferTo("o2")), HasReason("ZONE_NOT_SERVED"));
}

TEST_F(RidesActingTest, WhatIsRefusedChangesNothing) {
  const auto before = Held();
  EXPECT_THAT(Act(Release(), "v1"), HasReason("CHANGED_MEANWHILE"));
  HolderAction wait;
  wait.mutable_waitlist()->set_reason("season");
  EXPECT_THAT(Act(wait), HasReason("STATE_FORBIDS")) << "a ride does not wait";
  wait.mutable_promote();
  EXPECT_THAT(Act(wait), HasReason("STATE_FORBIDS"));
  EXPECT_THAT(Act({}), HasReason("FIELDS_INVALID"));
  const auto theirs =
      house_.client.Act(name_, "", Release(), NewUuid(), house_.Session("staff:o2"));
  EXPECT_THAT(theirs, HasReason("REQUEST_UNKNOWN"));
  const auto after = Held();
  EXPECT_EQ(after->etag, before->etag);
  EXPECT_EQ(after->request.ShortDebugString(), before->request.ShortDebugString());
}

TEST_F(RidesActingTest, AChangeAppliesWhenTheOtherSideAgrees) {
  const auto proposed = Propose();
  ASSERT_THAT(proposed, IsOk());
  EXPECT_THAT(Propose(), HasReason("CHANGE_PENDING"));
  EXPECT_EQ(proposed->details().pickup_time().seconds(), absl::ToUnixSeconds(kPickup));
  EXPECT_EQ(proposed->request().pending_change().side(), common::v1::PendingChange::SIDE_HOLDER);

  v1::ReplyOnRideRequest agree;
  agree.mutable_common()->mutable_agree();
  HolderAction ours;
  ours.mutable_agree();
  EXPECT_THAT(Act(ours), HasReason("ROLE_FORBIDS"));
  const auto agreed = Reply(agree, Me());
  ASSERT_THAT(agreed, IsOk());
  EXPECT_FALSE(agreed->has_proposed_details());
  EXPECT_EQ(agreed->details().pickup_time().seconds(),
            absl::ToUnixSeconds(kPickup + absl::Hours(24)));
  EXPECT_EQ(agreed->status().state(), common::v1::REQUEST_STATE_ACCEPTED);
  EXPECT_THAT(Reply(agree, Me()), HasReason("STATE_FORBIDS"));
}

TEST_F(RidesActingTest, AnAgreementChecksTheRulesAgain) {
  ASSERT_THAT(Propose(), IsOk());
  matcher::v1::MatchResponse nobody;
  nobody.set_blocking_rule("CLOSED_THEN");
  house_.matcher.Answer(nobody);
  v1::ReplyOnRideRequest agree;
  agree.mutable_common()->mutable_agree();
  EXPECT_THAT(Reply(agree, Me()), HasReason("CLOSED_THEN"));
  EXPECT_TRUE(Held()->request.has_pending_change());
  agree.mutable_common()->mutable_disagree();
  ASSERT_THAT(Reply(agree, Me()), IsOk());
  EXPECT_FALSE(Held()->request.has_pending_change());
}

TEST_F(RidesActingTest, BeforeItIsHeldAChangeAsksAnew) {
  v1::ReplyOnRideRequest change;
  *change.mutable_change() = Later();
  EXPECT_THAT(Reply(change, Me()), HasReason("STATE_FORBIDS")) << "o1 holds it";
  ASSERT_THAT(Act(Release()), IsOk());
  ASSERT_THAT(house_.Round(), IsOk());
  const std::string asked_before = house_.Inbox("o2")[0].name;
  const auto changed = Reply(change, Me());
  ASSERT_THAT(changed, IsOk());
  EXPECT_EQ(changed->status().state(), common::v1::REQUEST_STATE_SUBMITTED);
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_THAT(house_.Accept(asked_before, "o2"), HasReason("TASK_CHANGED"));
  ASSERT_THAT(house_.Inbox("o2"), SizeIs(1));
  EXPECT_THAT(house_.Accept(house_.Inbox("o2")[0].name, "o2"), IsOk());
  change.mutable_change()->mutable_details()->set_pickup_commune("99999");
  EXPECT_THAT(Reply(change, Me()), HasReason("STATE_FORBIDS"));
}

TEST_F(RidesActingTest, ANoIsTakenBackWhileTheQuestionLasts) {
  const clients::FiledRequest other = house_.FileAndAsk();
  const std::string offer = house_.Inbox("o1")[0].name;
  const clients::CallOptions staff = house_.Session("staff:o1");
  ASSERT_THAT(house_.client.Decline(offer, "too-far", NewUuid(), staff), IsOk());
  EXPECT_THAT(house_.Inbox("o1"), IsEmpty());
  ASSERT_THAT(house_.client.UndoDecline(offer, NewUuid(), staff), IsOk());
  EXPECT_THAT(house_.Accept(offer, "o1"), IsOk());
}

TEST_F(RidesActingTest, ANoticeSaysWhoIsToldAndIsAudited) {
  auto tx = pg::Transaction::Begin(*house_.pool, Soon());
  const auto keys =
      tx->Execute("SELECT key FROM outbox WHERE topic = 'request-notice' ORDER BY id");
  ASSERT_THAT(keys, IsOk());
  ASSERT_EQ(keys->rows(), 3) << "create, match, accept";
  const std::vector<std::string> parts = absl::StrSplit((*keys)[2].Text(0), '/');
  EXPECT_EQ("rides/" + parts[0], name_);
  common::v1::GetNoticeRequest request;
  request.set_name(name_);
  request.set_line(std::stoll(parts[1]));
  const auto ask = [&](const clients::CallOptions& who) {
    return clients::Call(*stub_, &v1::RidesService::Stub::GetNotice, request, who);
  };
  EXPECT_THAT(ask(house_.Session("staff:o1")), HasReason("ROLE_FORBIDS"));
  const auto notice = ask({.service = "notify", .deadline = Soon()});
  ASSERT_THAT(notice, IsOk());
  EXPECT_EQ(notice->entry().action(), "accept");
  EXPECT_EQ(notice->held_by(), "organizations/o1");
  ASSERT_THAT(notice->recipients(), SizeIs(2));
  EXPECT_EQ(notice->recipients(0).organization(), "organizations/o2") << "is asked no longer";
  EXPECT_EQ(notice->recipients(1).contact().phone(), "+33612345678");
  EXPECT_EQ(notice->recipients(1).tracking_code(), filed_.tracking_code);
  const auto audit = tx->Execute("SELECT person FROM reveal_audit");
  ASSERT_EQ(audit->rows(), 1);
  EXPECT_EQ((*audit)[0].Text(0), "notify");
  request.set_line(99999);
  EXPECT_THAT(ask({.service = "notify", .deadline = Soon()}), HasReason("REQUEST_UNKNOWN"));
}

TEST_F(RidesActingTest, WhomNoMessageReachesIsToBeCalledOnceForEachNews) {
  const auto calls = [&](const std::string& who) {
    const auto list = clients::Call(*stub_, &v1::RidesService::Stub::ListCallsNeeded,
                                    common::v1::ListCallsNeededRequest(), house_.Session(who));
    EXPECT_THAT(list, IsOk());
    return list.value_or(common::v1::ListCallsNeededResponse());
  };
  EXPECT_THAT(calls("staff:o2").calls(), IsEmpty());
  ASSERT_THAT(calls("staff:o1").calls(), SizeIs(1));
  const common::v1::CallNeeded call = calls("staff:o1").calls(0);
  EXPECT_EQ(call.name(), name_);
  EXPECT_EQ(call.why(), common::v1::CallNeeded::WHY_NO_ADDRESS) << "a telephone, no SMS";
  EXPECT_EQ(call.news().action(), "accept");
  house_.now = kNow + absl::Minutes(1);
  const auto staff = house_.Session("staff:o1");
  ASSERT_THAT(house_.client.RevealContact(name_, "to tell her", staff), IsOk());
  EXPECT_THAT(calls("staff:o1").calls(), IsEmpty());
  house_.now = kNow + absl::Minutes(2);
  HolderAction action;
  action.mutable_ask_info()->add_facts("licence");
  ASSERT_THAT(Act(action), IsOk());
  ASSERT_THAT(calls("staff:o1").calls(), SizeIs(1));
  EXPECT_EQ(calls("staff:o1").calls(0).news().action(), "ask_info");
}

}  // namespace
}  // namespace entraide::rides
