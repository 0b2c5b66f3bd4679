// SPDX-License-Identifier: EUPL-1.2
// A day of drivers, over gRPC: the answer is checked by the checker, which shares nothing with the
// planner.
#include "matcher/plan_day_rpc.h"

#include <map>
#include <random>

#include "absl/strings/str_cat.h"
#include "matcher/dayplan/check_plan.h"
#include "tests/matcher/service/matcher_house.h"
#include "tests/support/status_matchers.h"

namespace entraide::matcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Stub = v1::MatcherService::Stub;

constexpr std::int64_t kMorning = 1'801'551'600;  // 08:00 in Paris, 2 February 2027.

void SetWindow(v1::DayWindow& window, int first_minute, int last_minute) {
  window.mutable_start_time()->set_seconds(kMorning + first_minute * 60);
  window.mutable_end_time()->set_seconds(kMorning + last_minute * 60);
}

v1::DayDriver& AddDriver(v1::PlanDayRequest& request, const std::string& id,
                         const std::string& home) {
  v1::DayDriver& driver = *request.add_drivers();
  driver.set_id(id);
  driver.set_home_commune(home);
  SetWindow(*driver.add_availabilities(), 0, 600);
  return driver;
}

v1::DayLeg& AddLeg(v1::PlanDayRequest& request, const std::string& id, int minute) {
  v1::DayLeg& leg = *request.add_legs();
  leg.set_id(id);
  leg.set_pickup_commune("62361");
  leg.set_dropoff_commune("62028");
  SetWindow(*leg.mutable_pickup_window(), minute, minute + 15);
  return leg;
}

int SecondsOf(const google::protobuf::Timestamp& time, const DayInput& input) {
  return static_cast<int>(time.seconds() - absl::ToUnixSeconds(input.origin));
}

// The answer in the words of the checker, from nothing but the answer.
class PlanReader {
 public:
  PlanReader(const v1::PlanDayRequest& request, const DayInput& input, const World& world)
      : input_(input) {
    for (const v1::DayDriver& driver : request.drivers())
      drivers_.emplace(driver.id(), drivers_.size());
    for (const v1::DayLeg& leg : request.legs()) legs_.emplace(leg.id(), legs_.size());
    for (std::size_t i = 0; i < input.communes.size(); ++i) {
      places_.emplace(world.communes()[input.communes[i]].insee_code, i);
    }
  }

  dayplan::Plan Read(const v1::PlanDayResponse& answer) const {
    dayplan::Plan plan;
    for (const v1::DayTour& tour : answer.tours()) plan.tours.push_back(Read(tour));
    for (const v1::UnassignedLeg& one : answer.unassigned()) {
      plan.unserved.push_back({.leg = LegOf(one.leg())});
    }
    const v1::DayTotals& totals = answer.totals();
    plan.totals = {.broken_commitments = totals.broken_commitment_count(),
                   .unserved = totals.unassigned_count(),
                   .meters = totals.distance_meters(),
                   .split_pairs = totals.split_pair_count(),
                   .unfairness = totals.unfairness()};
    return plan;
  }

 private:
  dayplan::LegIndex LegOf(const std::string& id) const {
    return dayplan::LegIndex(static_cast<int>(legs_.at(id)));
  }
  dayplan::Stop Read(const v1::DayStop& stop) const {
    dayplan::Stop read{.kind = static_cast<dayplan::StopKind>(stop.kind() - 1),
                       .place = dayplan::PlaceIndex(static_cast<int>(places_.at(stop.commune()))),
                       .arrive = SecondsOf(stop.arrive_time(), input_),
                       .begin = SecondsOf(stop.begin_time(), input_),
                       .leave = SecondsOf(stop.leave_time(), input_),
                       .meters = stop.distance_meters()};
    if (!stop.leg().empty()) read.leg = LegOf(stop.leg());
    return read;
  }
  dayplan::Tour Read(const v1::DayTour& tour) const {
    const auto seconds = [](const google::protobuf::Duration& length) {
      return static_cast<int>(length.seconds());
    };
    dayplan::Tour read{.driver = dayplan::DriverIndex(static_cast<int>(drivers_.at(tour.driver()))),
                       .window = tour.availability_index(),
                       .times = {.approach_seconds = seconds(tour.approach_duration()),
                                 .loaded_seconds = seconds(tour.loaded_duration()),
                                 .empty_seconds = seconds(tour.empty_duration()),
                                 .waiting_seconds = seconds(tour.waiting_duration()),
                                 .service_seconds = seconds(tour.service_duration()),
                                 .return_seconds = seconds(tour.return_duration())},
                       .meters = tour.distance_meters()};
    for (const v1::DayStop& stop : tour.stops()) read.stops.push_back(Read(stop));
    return read;
  }

  const DayInput& input_;
  std::map<std::string, std::size_t> drivers_{};
  std::map<std::string, std::size_t> legs_{};
  std::map<std::string, std::size_t> places_{};
};

class PlanDayRpcTest : public testing::Test {
 protected:
  absl::StatusOr<v1::PlanDayResponse> Ask(const v1::PlanDayRequest& request,
                                          const clients::CallOptions& who = MatcherHouse::Staff()) {
    return clients::Call(*stub_, &Stub::PlanDay, request, who);
  }
  // What the checker finds wrong.
  std::vector<std::string> FlawsOf(const v1::PlanDayRequest& request,
                                   const v1::PlanDayResponse& answer) {
    const DayInput input = *ToDayInput(request, house_.world());
    const dayplan::Plan plan = PlanReader(request, input, house_.world()).Read(answer);
    std::vector<std::string> flaws;
    for (const dayplan::Violation& one : dayplan::CheckPlan(input.day, plan)) {
      flaws.push_back(absl::StrCat(static_cast<int>(one.flaw), " ", one.what));
    }
    return flaws;
  }

  MatcherHouse house_{{}};
  std::unique_ptr<Stub> stub_ = v1::MatcherService::NewStub(house_.channel());
};

TEST_F(PlanDayRpcTest, DrivesFromHomeToHomeByTheClock) {
  v1::PlanDayRequest request;
  AddDriver(request, "anna", "62050");
  AddLeg(request, "l1", 120);
  const auto answer = Ask(request);
  ASSERT_THAT(answer, IsOk());
  EXPECT_THAT(answer->unassigned(), IsEmpty());
  ASSERT_EQ(answer->tours_size(), 1);
  const v1::DayTour& tour = answer->tours(0);
  EXPECT_EQ(tour.driver(), "anna");
  ASSERT_EQ(tour.stops_size(), 4);
  EXPECT_EQ(tour.stops(0).kind(), v1::DayStop::KIND_LEAVE_HOME);
  EXPECT_EQ(tour.stops(0).commune(), "62050");
  EXPECT_EQ(tour.stops(1).leg(), "l1");
  EXPECT_GE(tour.stops(1).begin_time().seconds(), kMorning + 120 * 60);
  EXPECT_LE(tour.stops(1).begin_time().seconds(), kMorning + 135 * 60);
  EXPECT_EQ(tour.stops(3).kind(), v1::DayStop::KIND_COME_HOME);
  EXPECT_THAT(FlawsOf(request, *answer), IsEmpty());
}

TEST_F(PlanDayRpcTest, EveryPlanIsValidAndTheSameAgain) {
  std::mt19937 random(20261124);
  for (int round = 0; round < 5; ++round) {
    v1::PlanDayRequest request;
    request.set_round_limit(300);
    AddDriver(request, "anna", "62050").set_max_trip_count(3);
    AddDriver(request, "bruno", "62028").set_wheelchair_count(1);
    for (int i = 0; i < 10; ++i) {
      v1::DayLeg& leg =
          AddLeg(request, absl::StrCat("l", i), 30 + static_cast<int>(random() % 400));
      leg.set_sharing_ok(random() % 2 == 0);
      leg.mutable_boarding_duration()->set_seconds(120);
      if (i == 3) leg.set_wheelchair_count(1);
      if (i == 4) leg.add_excluded_drivers("anna");
      if (i == 5) leg.set_committed_driver("anna");
    }
    request.mutable_legs(6)->set_paired_leg("l7");
    request.mutable_legs(7)->set_paired_leg("l6");
    const auto answer = Ask(request);
    ASSERT_THAT(answer, IsOk());
    EXPECT_THAT(FlawsOf(request, *answer), IsEmpty());
    EXPECT_EQ(Ask(request)->DebugString(), answer->DebugString());
  }
}

TEST_F(PlanDayRpcTest, SaysWhyALegIsLeft) {
  v1::PlanDayRequest request;
  AddDriver(request, "anna", "62050").set_seat_count(1);
  AddLeg(request, "crowd", 120).set_seat_count(5);
  AddLeg(request, "night", 500);
  SetWindow(*request.mutable_legs(1)->mutable_pickup_window(), 700, 720);
  const auto answer = Ask(request);
  ASSERT_THAT(answer, IsOk());
  std::vector<std::string> left;
  for (const v1::UnassignedLeg& one : answer->unassigned()) {
    left.push_back(one.leg() + " " + one.reason());
  }
  EXPECT_THAT(left, ElementsAre("crowd NO_SEAT", "night CLOSED_THEN"));
  EXPECT_EQ(answer->totals().unassigned_count(), 2);
}

TEST_F(PlanDayRpcTest, StopsBeforeTheDeadlineWithAValidPlan) {
  v1::PlanDayRequest request;
  request.set_round_limit(1'000'000);
  for (int i = 0; i < 10; ++i) AddDriver(request, absl::StrCat("d", i), "62050");
  for (int i = 0; i < 80; ++i) AddLeg(request, absl::StrCat("l", i), 30 + i * 5);
  clients::CallOptions soon = MatcherHouse::Staff();
  soon.deadline = absl::Now() + absl::Seconds(1);
  const auto answer = Ask(request, soon);
  ASSERT_THAT(answer, IsOk());
  EXPECT_THAT(FlawsOf(request, *answer), IsEmpty());
}

TEST_F(PlanDayRpcTest, NamesEveryWrongField) {
  v1::PlanDayRequest request;
  AddDriver(request, "anna", "99999").clear_availabilities();
  AddDriver(request, "anna", "62050").set_seat_count(9);
  AddLeg(request, "l1", 60).set_committed_driver("zoe");
  AddLeg(request, "l2", 60).set_paired_leg("l1");
  v1::DayLeg& last = AddLeg(request, "l3", 60);
  last.clear_pickup_window();
  std::vector<std::string> wrong;
  for (const Violation& one : ViolationsOf(Ask(request).status())) wrong.push_back(one.field);
  EXPECT_THAT(wrong,
              ElementsAre("drivers[1].id", "drivers[0].home_commune", "drivers[0].availabilities",
                          "drivers[1].seat_count", "legs[0].committed_driver", "legs[1].paired_leg",
                          "legs[2].pickup_window"));
  EXPECT_THAT(Ask({}), HasReason("FIELDS_INVALID"));
}

TEST_F(PlanDayRpcTest, IsForStaffAndOperators) {
  EXPECT_THAT(Ask({}, {.deadline = MatcherHouse::Soon()}), HasReason("CREDENTIAL_MISSING"));
}

}  // namespace
}  // namespace entraide::matcher
