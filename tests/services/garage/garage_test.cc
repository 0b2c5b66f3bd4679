// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "garage_migrations.h"
#include "services/garage/garage_service.h"
#include "tests/services/request/house.h"

namespace entraide::garage {
namespace {

using clients::Trade;
using request::kNow;
using testing::ElementsAre;

std::vector<std::string> WrongWith(const JobDetails& details, absl::string_view kind) {
  Violations violations;
  CheckJob(details, kind, kNow, violations);
  std::vector<std::string> wrong;
  for (const Violation& violation : violations.found()) {
    wrong.push_back(violation.field + " " + violation.reason);
  }
  return wrong;
}

TEST(CheckJob, WantsToKnowWhatIsWrongUnlessAVehicleIsLent) {
  EXPECT_THAT(WrongWith({}, "repair"), ElementsAre("details.symptoms REQUIRED"));
  EXPECT_THAT(WrongWith({}, "vehicle-loan"), testing::IsEmpty());
}

TEST(CheckJob, KnowsDatesAndClasses) {
  EXPECT_THAT(
      WrongWith({.vehicle_class = "tank", .needed_by = "2027-02-30"}, "vehicle-loan"),
      ElementsAre("details.vehicle_class UNKNOWN_VALUE", "details.needed_by_date MALFORMED"));
  EXPECT_THAT(WrongWith({.needed_by = "2027-02-01"}, "vehicle-loan"),
              ElementsAre("details.needed_by_date IN_PAST"));
  EXPECT_THAT(WrongWith({.needed_by = "2027-02-02"}, "vehicle-loan"), testing::IsEmpty());
}

TEST(TimingOfAJob, EndsWithTheDayByWhichItIsNeeded) {
  const request::Timing timing = TimingOf({.needed_by = "2027-02-03"});
  EXPECT_EQ(timing.start, std::nullopt);
  EXPECT_EQ(timing.end, request::ParisTime(absl::CivilMinute(2027, 2, 4, 0, 0)));
}

TEST(GarageService, TakesARepairFromTheAskingToTheEnd) {
  request::House<GarageService> house("garage", "entraide.garage.v1.GarageService",
                                      garage_migrations::Files());
  v1::JobDetails details;
  details.set_symptoms("ne démarre plus");
  details.set_needed_by_date("2027-03-01");
  const auto filed =
      house.client.Create(request::AnInput("repair"), details, NewUuid(), house.Anybody());
  ASSERT_THAT(filed, IsOk());
  EXPECT_EQ(filed->tracking_code[0], 'G');
  ASSERT_THAT(house.Round(), IsOk());
  EXPECT_EQ(house.matcher.asked().at(0).need().purpose(), "car");
  const clients::CallOptions staff = house.Session("staff:o2");
  const auto inbox = house.client.ListOffers(Trade::kGarage, staff);
  ASSERT_EQ(inbox->size(), 1u);
  const auto held = house.client.Accept(inbox->at(0).name, NewUuid(), staff);
  ASSERT_THAT(held, IsOk());
  EXPECT_EQ(std::get<v1::JobDetails>(held->details).needed_by_date(), "2027-03-01");
  EXPECT_EQ(house.client.ListHeld(Trade::kGarage, staff)->size(), 1u);
  EXPECT_EQ(house.client.Complete(held->name, "", NewUuid(), staff)->request.state(),
            common::v1::REQUEST_STATE_COMPLETED);
  EXPECT_EQ(house.client.Status(Trade::kGarage, house.Code(filed->tracking_code))
                ->status.held_by_display_name(),
            "Association o2");
}

}  // namespace
}  // namespace entraide::garage
