// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/convert.h"

#include <gmock/gmock.h>

#include "services/notify/domain/names.h"
#include "tests/services/notify/a_happening.h"

namespace entraide::notify {
namespace {

common::v1::Notice ANotice() {
  common::v1::Notice notice;
  notice.set_name(kRide);
  notice.mutable_entry()->set_action("accept");
  notice.mutable_entry()->set_role("staff");
  notice.mutable_entry()->set_state(common::v1::REQUEST_STATE_ACCEPTED);
  notice.set_state(common::v1::REQUEST_STATE_CONFIRMED);
  notice.mutable_start_time()->set_seconds(1'800'000'000);
  notice.set_held_by("organizations/lien");
  common::v1::Recipient& person = *notice.add_recipients();
  person.set_part(common::v1::Recipient::PART_PERSON);
  person.mutable_contact()->set_email("jeanne@exemple.fr");
  person.mutable_contact()->set_preferred(common::v1::CONTACT_MEANS_SMS);
  person.set_tracking_code("R-7K2M-9QX4-TB3W-5");
  common::v1::Recipient& asked = *notice.add_recipients();
  asked.set_part(common::v1::Recipient::PART_ASKED);
  asked.set_organization("organizations/o2");
  return notice;
}

TEST(HappeningOf, KeepsWhatAMessageNeeds) {
  const Happening happening = HappeningOf({.request = kRide, .number = 7}, ANotice());
  EXPECT_EQ(happening.line.number, 7);
  EXPECT_EQ(happening.state, "ACCEPTED");
  EXPECT_EQ(happening.state_now, "CONFIRMED");
  EXPECT_EQ(happening.start_time, absl::FromUnixSeconds(1'800'000'000));
  EXPECT_EQ(happening.held_by, "lien");
  ASSERT_EQ(happening.recipients.size(), 2U);
  EXPECT_EQ(happening.recipients[0].part, Part::kPerson);
  EXPECT_EQ(happening.recipients[0].contact.preferred, Means::kSms);
  EXPECT_EQ(happening.recipients[1].part, Part::kAsked);
  EXPECT_EQ(happening.recipients[1].organization, "o2");
}

TEST(HappeningOf, WritesToNobodyWhosePartItDoesNotKnow) {
  common::v1::Notice notice = ANotice();
  notice.mutable_recipients(0)->set_part(static_cast<common::v1::Recipient::Part>(99));
  EXPECT_EQ(HappeningOf({}, notice).recipients.size(), 1U);
}

// The values of both enums stand in the same order.
TEST(ToProto, CallsThingsByTheSameNames) {
  for (const State state :
       {State::kWaiting, State::kSending, State::kSent, State::kDropped, State::kDead}) {
    EXPECT_EQ(v1::Message::State_Name(ToProto(Message{.state = state}).state()),
              "STATE_" + std::string(NameOf(state)));
  }
  for (const Channel channel : {Channel::kEmail, Channel::kSms}) {
    EXPECT_EQ(v1::Message::Channel_Name(ToProto(Message{.channel = channel}).channel()),
              "CHANNEL_" + std::string(NameOf(channel)));
  }
  for (const Part part : {Part::kPerson, Part::kFiler, Part::kHolder, Part::kAsked}) {
    EXPECT_EQ(common::v1::Recipient::Part_Name(ToProto(Message{.part = part}).part()),
              "PART_" + std::string(NameOf(part)));
  }
}

}  // namespace
}  // namespace entraide::notify
