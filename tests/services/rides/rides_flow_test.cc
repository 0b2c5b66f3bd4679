// SPDX-License-Identifier: EUPL-1.2
// A ride from the asking to the answer, by those who take part in it.
#include <gmock/gmock.h>

#include "tests/services/rides/rides_house.h"

namespace entraide::rides {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class RidesFlowTest : public testing::Test {
 protected:
  RidesHouse house_;
};

TEST_F(RidesFlowTest, GoesFromTheAskingToTheService) {
  const auto filed = house_.File();
  ASSERT_THAT(filed, IsOk());
  EXPECT_EQ(filed->request.status.state(), common::v1::REQUEST_STATE_SUBMITTED);
  EXPECT_EQ(filed->tracking_code[0], 'R');

  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(house_.StatusOf(*filed).state(), common::v1::REQUEST_STATE_SEARCHING);
  EXPECT_EQ(house_.StatusOf(*filed).asked_count(), 2);

  const auto inbox = house_.Inbox("o1");
  ASSERT_THAT(inbox, SizeIs(1));
  EXPECT_EQ(inbox[0].offer.state(), common::v1::Offer::STATE_PROPOSED);
  const auto held = house_.Accept(inbox[0].name, "o1");
  ASSERT_THAT(held, IsOk());
  EXPECT_EQ(held->request.state(), common::v1::REQUEST_STATE_ACCEPTED);
  EXPECT_EQ(held->request.note_private(), "the blue door");

  const common::v1::RequestStatus seen = house_.StatusOf(*filed);
  EXPECT_EQ(seen.held_by(), "organizations/o1");
  EXPECT_EQ(seen.held_by_display_name(), "Association o1");
  EXPECT_EQ(seen.held_by_phone(), "+33321000000");
  EXPECT_THAT(house_.Inbox("o2"), IsEmpty());

  const clients::CallOptions staff = house_.Session("staff:o1");
  const auto contact = house_.client.RevealContact(held->name, "to say when we come", staff);
  ASSERT_THAT(contact, IsOk());
  EXPECT_EQ(contact->phone(), "+33612345678");

  EXPECT_THAT(house_.client.Complete(held->name, held->etag, NewUuid(), staff),
              HasReason("STATE_FORBIDS"))
      << "nobody is to drive yet";
  const auto confirmed = house_.Assign(held->name, "Paul");
  ASSERT_THAT(confirmed, IsOk());
  EXPECT_THAT(house_.client.Complete(held->name, confirmed->etag(), NewUuid(), staff),
              HasReason("TOO_EARLY"));
  house_.now = kPickup + absl::Hours(1);
  const auto done = house_.client.Complete(held->name, confirmed->etag(), NewUuid(), staff);
  ASSERT_THAT(done, IsOk());
  EXPECT_EQ(done->request.state(), common::v1::REQUEST_STATE_COMPLETED);
  EXPECT_EQ(done->request.note_private(), "");
  EXPECT_THAT(done->request.history(), SizeIs(5));
}

TEST_F(RidesFlowTest, TheMatcherLearnsTheNeedAndNobodysName) {
  house_.FileAndAsk();
  const auto asked = house_.matcher.asked();
  ASSERT_THAT(asked, SizeIs(1));
  const matcher::v1::Need& need = asked[0].need();
  EXPECT_EQ(need.kind(), "volunteer-ride");
  EXPECT_EQ(need.pickup_commune(), "62361");
  EXPECT_EQ(need.dropoff_commune(), "62028");
  EXPECT_EQ(need.purpose(), "shopping");
  ASSERT_THAT(need.spans(), SizeIs(1));
  EXPECT_EQ(need.spans(0).start_time().seconds(), absl::ToUnixSeconds(kPickup));
  EXPECT_THAT(asked[0].ShortDebugString(), Not(testing::HasSubstr("Martin")));
}

TEST_F(RidesFlowTest, ARepeatedFilingGetsTheFirstAnswerAndItsCode) {
  const std::string request_id = NewUuid();
  const auto first = house_.File(house_.Anybody(), request_id);
  const auto again = house_.File(house_.Anybody(), request_id);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->request.name, first->request.name);
  EXPECT_EQ(again->tracking_code, first->tracking_code);
  EXPECT_THAT(
      house_.client.Create(request::AnInput("shared-ride"), ARide(), request_id, house_.Anybody()),
      HasReason("REQUEST_ID_REUSED"));
}

TEST_F(RidesFlowTest, ARepeatedAcceptanceGetsTheFirstAnswer) {
  house_.FileAndAsk();
  const std::string offer = house_.Inbox("o1")[0].name;
  const std::string request_id = NewUuid();
  const auto first = house_.Accept(offer, "o1", request_id);
  ASSERT_THAT(first, IsOk());
  EXPECT_EQ(house_.Accept(offer, "o1", request_id)->etag, first->etag);
  EXPECT_THAT(house_.Accept(offer, "o1"), HasReason("STATE_FORBIDS"));
}

TEST_F(RidesFlowTest, TheSecondToAcceptIsToldThatItIsTaken) {
  house_.FileAndAsk();
  const std::string theirs = house_.Inbox("o2")[0].name;
  ASSERT_THAT(house_.Accept(house_.Inbox("o1")[0].name, "o1"), IsOk());
  const auto late = house_.Accept(theirs, "o2");
  EXPECT_THAT(late, HasReason("ALREADY_TAKEN"));
  EXPECT_EQ(late.status().code(), absl::StatusCode::kAborted);
}

TEST_F(RidesFlowTest, WhatNobodyAnswersInTimeGoesToTheNextWave) {
  house_.matcher.Offer(4);
  const clients::FiledRequest filed = house_.FileAndAsk();
  const auto inbox = house_.Inbox("o1");
  house_.now = absl::FromUnixSeconds(inbox[0].offer.expire_time().seconds());
  EXPECT_THAT(house_.Accept(inbox[0].name, "o1"), HasReason("OFFER_EXPIRED"));
  EXPECT_THAT(house_.Inbox("o1"), IsEmpty());
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(house_.StatusOf(filed).state(), common::v1::REQUEST_STATE_SEARCHING);
  EXPECT_THAT(house_.Inbox("o4"), SizeIs(1));
}

TEST_F(RidesFlowTest, WhenAllDeclineTheNextAreAskedAtOnceAndThenItEndsUnmet) {
  const clients::FiledRequest filed = house_.FileAndAsk();
  for (const char* who : {"o1", "o2"}) {
    ASSERT_THAT(house_.client.Decline(house_.Inbox(who)[0].name, "too-far", NewUuid(),
                                      house_.Session(std::string("staff:") + who)),
                IsOk());
  }
  house_.matcher.Offer(3);
  ASSERT_THAT(house_.Round(), IsOk());
  ASSERT_THAT(house_.Inbox("o3"), SizeIs(1));
  ASSERT_THAT(house_.client.Decline(house_.Inbox("o3")[0].name, "other", NewUuid(),
                                    house_.Session("staff:o3")),
              IsOk());
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(house_.StatusOf(filed).state(), common::v1::REQUEST_STATE_UNMET);
  EXPECT_EQ(house_.StatusOf(filed).reason(), "ALL_DECLINED");
}

TEST_F(RidesFlowTest, WhatNobodyServesEndsUnmetWithTheRule) {
  matcher::v1::MatchResponse nobody;
  nobody.set_blocking_rule("ZONE_NOT_SERVED");
  house_.matcher.Answer(nobody);
  EXPECT_EQ(house_.StatusOf(house_.FileAndAsk()).blocking_rule(), "ZONE_NOT_SERVED");
}

TEST_F(RidesFlowTest, AnAnswerToAnOpenQuestionLeadsOn) {
  matcher::v1::MatchResponse question;
  question.add_open_questions("health-insurance-paid");
  house_.matcher.Answer(question);
  const clients::FiledRequest filed = house_.FileAndAsk();
  EXPECT_EQ(house_.StatusOf(filed).open_questions(0), "health-insurance-paid");
  common::v1::Fact fact;
  fact.set_fact("health-insurance-paid");
  fact.set_value("no");
  house_.matcher.Offer(1);
  ASSERT_THAT(house_.client.Answer(Trade::kRides, {.facts = {fact}}, NewUuid(),
                                   house_.Code(filed.tracking_code)),
              IsOk());
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(house_.StatusOf(filed).state(), common::v1::REQUEST_STATE_SEARCHING);
  EXPECT_EQ(house_.matcher.asked().back().need().health_insurance_paid(), "no");
}

TEST_F(RidesFlowTest, CallingOffTellsThoseWhoWereAsked) {
  const clients::FiledRequest filed = house_.FileAndAsk();
  const std::string offer = house_.Inbox("o1")[0].name;
  const clients::CallOptions me = house_.Code(filed.tracking_code);
  const auto off = house_.client.Cancel(Trade::kRides, "found-elsewhere", NewUuid(), me);
  ASSERT_THAT(off, IsOk());
  EXPECT_EQ(off->status.state(), common::v1::REQUEST_STATE_CANCELLED);
  EXPECT_THAT(house_.Inbox("o1"), IsEmpty());
  EXPECT_THAT(house_.Accept(offer, "o1"), HasReason("STATE_FORBIDS"));
  EXPECT_THAT(house_.client.Cancel(Trade::kRides, "", NewUuid(), me), HasReason("STATE_FORBIDS"));
}

}  // namespace
}  // namespace entraide::rides
