// SPDX-License-Identifier: EUPL-1.2
// Repairs, diagnoses and parts on the service, as people live through them.
#include <gmock/gmock.h>

#include "tests/services/garage/garage_house.h"

namespace entraide::garage {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class RepairStoryTest : public testing::Test {
 protected:
  void Do(const GarageHouse::Taken& job, const v1::ActOnJobRequest& action,
          common::v1::RequestState to) {
    const auto after = house_.Act(job, action);
    ASSERT_THAT(after, IsOk());
    ASSERT_EQ(after->request().state(), to);
  }
  // A job and its history, as they are stored.
  std::string Stored(const GarageHouse::Taken& job) { return house_.Get(job)->DebugString(); }

  GarageHouse house_;
};

TEST_F(RepairStoryTest, ACarIsQuotedFundedRepairedFetchedAndPaid) {
  const auto job = house_.Take("repair");
  Do(job, ScheduleAt(kNow + absl::Hours(2)), common::v1::REQUEST_STATE_SCHEDULED);
  EXPECT_EQ(house_.Status(job)->progress().appointment().number(), 1) << "the person sees when";
  Do(job, TakenIn(), common::v1::REQUEST_STATE_IN_WORKSHOP);
  Do(job, Quoted(), common::v1::REQUEST_STATE_QUOTED);
  EXPECT_EQ(house_.Status(job)->progress().quote().total_cents(), 150'00);

  v1::ReplyOnJobRequest approve;
  approve.mutable_approve_quote()->set_version(1);
  ASSERT_EQ(house_.Reply(job, approve)->status().state(), common::v1::REQUEST_STATE_FUNDING);
  v1::ActOnJobRequest grant;
  grant.mutable_grant();
  Do(job, grant, common::v1::REQUEST_STATE_APPROVED);
  v1::ActOnJobRequest wait;
  wait.mutable_wait_parts()->set_expected_date("2027-02-10");
  Do(job, wait, common::v1::REQUEST_STATE_APPROVED);
  EXPECT_EQ(house_.Status(job)->progress().repair().parts_date(), "2027-02-10");
  v1::ActOnJobRequest finish;
  finish.mutable_finish()->set_cost_cents(155'00);
  Do(job, finish, common::v1::REQUEST_STATE_READY);
  v1::ActOnJobRequest fetched;
  fetched.mutable_return_vehicle();
  Do(job, fetched, common::v1::REQUEST_STATE_RETURNED);
  v1::ActOnJobRequest settle;
  settle.mutable_settle();
  Do(job, settle, common::v1::REQUEST_STATE_SETTLED);

  const v1::Repair repair = house_.Get(job)->progress().repair();
  EXPECT_EQ(repair.invoice(), "2027-0001");
  ASSERT_THAT(repair.bill(), SizeIs(2));
  EXPECT_EQ(repair.bill(0).cents(), 50'00);
  EXPECT_EQ(repair.bill(1).cents(), 105'00);
  std::vector<std::string> lived;
  const v1::JobStatus status = *house_.Status(job);
  for (const auto& line : status.status().history()) lived.push_back(line.action());
  EXPECT_THAT(lived, ElementsAre("create", "match", "accept", "schedule", "take_in", "quote",
                                 "approve_quote", "grant", "wait_parts", "finish", "return_vehicle",
                                 "settle"));
}

TEST_F(RepairStoryTest, AQuoteThatNobodyAnswersRunsOut) {
  const auto job = house_.Take("repair");
  Do(job, ScheduleAt(kNow), common::v1::REQUEST_STATE_SCHEDULED);
  Do(job, TakenIn(), common::v1::REQUEST_STATE_IN_WORKSHOP);
  Do(job, Quoted(), common::v1::REQUEST_STATE_QUOTED);
  house_.now = request::ParisTime(absl::CivilMinute(2027, 3, 2, 0, 0));
  ASSERT_THAT(house_.Round(), IsOk());
  const auto ready = house_.Get(job);
  EXPECT_EQ(ready->request().state(), common::v1::REQUEST_STATE_READY);
  EXPECT_EQ(ready->progress().repair().outcome_reason(), "QUOTE_EXPIRED");
  house_.now = request::ParisTime(absl::CivilMinute(2027, 3, 9, 0, 0));
  ASSERT_THAT(house_.Round(), IsOk());
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(house_.Get(job)->request().history().rbegin()->action(), "remind");
  EXPECT_THAT(house_.Get(job)->request().history(), SizeIs(8)) << "once a week";
}

TEST_F(RepairStoryTest, ABayIsKeptForOneAtATimeUntilItIsGivenBackOrCalledOff) {
  const auto first = house_.Take("repair");
  const auto second = house_.Take("repair");
  const v1::ActOnJobRequest then = ScheduleAt(kNow + absl::Hours(2));
  Do(first, then, common::v1::REQUEST_STATE_SCHEDULED);
  EXPECT_THAT(house_.Act(second, then), HasReason("NO_CAPACITY"));
  v1::ActOnJobRequest unschedule;
  unschedule.mutable_unschedule()->set_reason("asked");
  Do(first, unschedule, common::v1::REQUEST_STATE_ACCEPTED);
  Do(second, then, common::v1::REQUEST_STATE_SCHEDULED);
  EXPECT_THAT(house_.Act(first, then), HasReason("NO_CAPACITY"));
  ASSERT_THAT(house_.client.Cancel(Trade::kGarage, "", NewUuid(), house_.Code(second.code)),
              IsOk());
  Do(first, then, common::v1::REQUEST_STATE_SCHEDULED);

  v1::ListBookingsRequest list;
  list.set_first_date("2027-02-02");
  list.set_last_date("2027-02-02");
  const auto bookings = house_.Fleet(&GarageHouse::FleetStub::ListBookings, list);
  ASSERT_THAT(bookings, IsOk());
  ASSERT_THAT(bookings->bookings(), SizeIs(1));
  EXPECT_EQ(bookings->bookings(0).job(), first.name);
}

TEST_F(RepairStoryTest, WhatWaitsIsGivenUpWhateverItsType) {
  const auto job = house_.Take("repair");
  v1::ActOnJobRequest wait;
  wait.mutable_common()->mutable_waitlist()->set_reason("no-capacity");
  Do(job, wait, common::v1::REQUEST_STATE_WAITLISTED);
  v1::ActOnJobRequest give_up;
  give_up.mutable_give_up();
  Do(job, give_up, common::v1::REQUEST_STATE_UNMET);
  EXPECT_EQ(house_.Status(job)->status().reason(), "NO_CAPACITY");
}

TEST_F(RepairStoryTest, WhatIsRefusedChangesNothing) {
  const auto job = house_.Take("repair");
  const std::string before = Stored(job);
  v1::ActOnJobRequest settle;
  settle.mutable_settle();
  EXPECT_THAT(house_.Act(job, settle), HasReason("STATE_FORBIDS"));
  EXPECT_THAT(house_.Act(job, TakenIn()), HasReason("STATE_FORBIDS"));
  EXPECT_THAT(house_.Act(job, BroughtBack(1)), HasReason("STATE_FORBIDS")) << "no loan";
  EXPECT_THAT(house_.Act(job, ScheduleAt(kNow - absl::Hours(48))), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(house_.Act(job, v1::ActOnJobRequest()), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(house_.Act(job, ScheduleAt(kNow), "staff:o2"), HasReason("REQUEST_UNKNOWN"));
  v1::ReplyOnJobRequest approve;
  approve.mutable_approve_quote()->set_version(1);
  EXPECT_THAT(house_.Reply(job, approve), HasReason("STATE_FORBIDS"));
  EXPECT_EQ(Stored(job), before);
}

TEST_F(RepairStoryTest, AGarageSaysWhatItHasToWorkWith) {
  v1::UpdateWorkshopRequest update;
  update.set_request_id(NewUuid());
  update.mutable_workshop()->set_bay_count(2);
  for (int day = 0; day < 7; ++day) update.mutable_workshop()->add_mechanic_minutes(120);
  EXPECT_THAT(house_.Fleet(&GarageHouse::FleetStub::UpdateWorkshop, update),
              HasReason("ROLE_FORBIDS"));
  const auto told = house_.Fleet(&GarageHouse::FleetStub::UpdateWorkshop, update, "coordinator:o1");
  ASSERT_THAT(told, IsOk());
  EXPECT_EQ(
      house_.Fleet(&GarageHouse::FleetStub::GetWorkshop, v1::GetWorkshopRequest())->bay_count(), 2);
  Do(house_.Take("repair"), ScheduleAt(kNow + absl::Hours(2), 90),
     common::v1::REQUEST_STATE_SCHEDULED);
  EXPECT_THAT(house_.Act(house_.Take("repair"), ScheduleAt(kNow + absl::Hours(5), 60)),
              HasReason("NO_CAPACITY"))
      << "two bays, but half an hour of a mechanic";
  update.set_request_id(NewUuid());
  update.mutable_workshop()->set_etag("1");
  EXPECT_THAT(house_.Fleet(&GarageHouse::FleetStub::UpdateWorkshop, update, "coordinator:o1"),
              HasReason("CHANGED_MEANWHILE"));
}

TEST_F(RepairStoryTest, AReportReachesThePrescriberOnlyIfThePersonAgreed) {
  const auto job = house_.Take("mobility-advice", house_.Session("prescriber:ccas"));
  v1::ActOnJobRequest book;
  *book.mutable_book()->mutable_start_time() = ProtoTime(kNow);
  book.mutable_book()->set_duration_minutes(45);
  Do(job, book, common::v1::REQUEST_STATE_BOOKED);
  v1::ActOnJobRequest finish;
  finish.mutable_finish();
  Do(job, finish, common::v1::REQUEST_STATE_DONE);
  v1::GetJobReportRequest read;
  read.set_name(job.name);
  const auto report_for = [&](absl::string_view token) {
    return house_.Call(&GarageHouse::Stub::GetJobReport, read, token);
  };
  EXPECT_THAT(report_for(kStaff), HasReason("REQUEST_UNKNOWN")) << "none yet";
  v1::ActOnJobRequest report;
  report.mutable_report()->set_text("Un prêt de deux mois le temps du permis.");
  report.mutable_report()->add_recommended_kinds("vehicle-loan");
  report.mutable_report()->set_to_prescriber(true);
  EXPECT_THAT(house_.Act(job, report), HasReason("CONSENT_MISSING"));
  report.mutable_report()->set_to_prescriber(false);
  Do(job, report, common::v1::REQUEST_STATE_REPORTED);
  EXPECT_EQ(report_for(kStaff)->recommended_kinds(0), "vehicle-loan");
  EXPECT_THAT(report_for("prescriber:ccas"), HasReason("REQUEST_UNKNOWN"));
  EXPECT_THAT(report_for("staff:o2"), HasReason("REQUEST_UNKNOWN"));
}

TEST_F(RepairStoryTest, APartIsKeptUntilADay) {
  v1::ActOnJobRequest keep;
  keep.mutable_set_aside()->set_price_cents(25'00);
  keep.mutable_set_aside()->set_keep_until_date("2027-02-05");
  const auto fetched = house_.Take("parts");
  Do(fetched, keep, common::v1::REQUEST_STATE_RESERVED);
  v1::ActOnJobRequest hand_over;
  hand_over.mutable_hand_over();
  Do(fetched, hand_over, common::v1::REQUEST_STATE_HANDED_OVER);

  const auto forgotten = house_.Take("parts");
  Do(forgotten, keep, common::v1::REQUEST_STATE_RESERVED);
  house_.now = request::ParisTime(absl::CivilMinute(2027, 2, 6, 0, 0));
  ASSERT_THAT(house_.Round(), IsOk());
  EXPECT_EQ(house_.Status(forgotten)->status().reason(), "NOT_FETCHED");

  v1::ActOnJobRequest none;
  none.mutable_give_up()->set_reason("PART_NOT_FOUND");
  Do(house_.Take("parts"), none, common::v1::REQUEST_STATE_UNMET);
}

}  // namespace
}  // namespace entraide::garage
