// SPDX-License-Identifier: EUPL-1.2
// Vehicles that are lent, on the service.
#include <gmock/gmock.h>

#include "services/garage/store/loan_store.h"
#include "tests/services/garage/a_job.h"
#include "tests/services/garage/garage_house.h"

namespace entraide::garage {
namespace {

using testing::SizeIs;

class LoanStoryTest : public testing::Test {
 protected:
  void Do(const GarageHouse::Taken& job, const v1::ActOnJobRequest& action,
          common::v1::RequestState to) {
    const auto after = house_.Act(job, action);
    ASSERT_THAT(after, IsOk());
    ASSERT_EQ(after->request().state(), to);
  }
  // A loan of `vehicle` from today to the fifteenth, handed out.
  GarageHouse::Taken Out(const v1::Vehicle& vehicle) {
    GarageHouse::Taken job = house_.Take("vehicle-loan");
    Do(job, Reserved(vehicle, "2027-02-02", "2027-02-15"), common::v1::REQUEST_STATE_RESERVED);
    Do(job, HandedOut(90'010), common::v1::REQUEST_STATE_CHECKED_OUT);
    return job;
  }
  v1::Vehicle Vehicle() {
    return house_.Fleet(&GarageHouse::FleetStub::ListVehicles, v1::ListVehiclesRequest())
        ->vehicles(0);
  }
  void GoTo(int day, int hour) {
    house_.now = request::ParisTime(absl::CivilMinute(2027, 2, day, hour, 0));
  }

  GarageHouse house_;
};

TEST_F(LoanStoryTest, ACarGoesOutAndComesBackAndTheDepositToo) {
  const v1::Vehicle car = house_.NewVehicle();
  const auto job = Out(car);
  EXPECT_EQ(house_.Status(job)->progress().loan().vehicle(), car.name());
  GoTo(4, 9);
  Do(job, BroughtBack(90'110), common::v1::REQUEST_STATE_CHECKED_IN);
  v1::ActOnJobRequest settle;
  settle.mutable_settle();
  Do(job, settle, common::v1::REQUEST_STATE_SETTLED);
  const v1::Loan loan = house_.Get(job)->progress().loan();
  EXPECT_EQ(loan.price_cents(), 3 * 4'00) << "at the vehicle's price";
  EXPECT_EQ(loan.deposit(), v1::Loan::DEPOSIT_RETURNED);
  EXPECT_EQ(Vehicle().mileage_km(), 90'110);
  const auto next = house_.Take("vehicle-loan");
  EXPECT_THAT(house_.Act(next, Reserved(car, "2027-02-04", "2027-02-06")),
              HasReason("VEHICLE_BUSY"))
      << "today it was out";
  Do(next, Reserved(car, "2027-02-05", "2027-02-06"), common::v1::REQUEST_STATE_RESERVED);
}

TEST_F(LoanStoryTest, AVehicleIsKeptForOneAtATime) {
  const v1::Vehicle car = house_.NewVehicle();
  const auto first = house_.Take("vehicle-loan");
  const auto second = house_.Take("vehicle-loan");
  Do(first, Reserved(car, "2027-02-10", "2027-02-20"), common::v1::REQUEST_STATE_RESERVED);
  EXPECT_THAT(house_.Act(second, Reserved(car, "2027-02-20", "2027-02-25")),
              HasReason("VEHICLE_BUSY"));
  EXPECT_THAT(house_.Act(second, Reserved(car, "2027-02-01", "2027-02-10")),
              HasReason("FIELDS_INVALID"))
      << "yesterday";
  Do(second, Reserved(car, "2027-02-21", "2027-02-25"), common::v1::REQUEST_STATE_RESERVED);
  ASSERT_THAT(house_.client.Cancel(Trade::kGarage, "", NewUuid(), house_.Code(first.code)), IsOk());
  Do(second, Reserved(car, "2027-02-15", "2027-02-25"), common::v1::REQUEST_STATE_RESERVED);
  v1::ListVehicleUsesRequest list;
  list.set_first_date("2027-02-01");
  list.set_last_date("2027-02-28");
  const auto uses = house_.Fleet(&GarageHouse::FleetStub::ListVehicleUses, list);
  ASSERT_THAT(uses, IsOk());
  ASSERT_THAT(uses->uses(), SizeIs(1));
  EXPECT_EQ(uses->uses(0).first_date(), "2027-02-15");
}

TEST_F(LoanStoryTest, TheDatabaseItselfRefusesTwoLoansOfOneVehicle) {
  const v1::Vehicle car = house_.NewVehicle();
  const auto id_of = [](const std::string& name) { return name.substr(name.rfind('/') + 1); };
  Loan loan = ALoan();
  loan.vehicle = VehicleId(id_of(car.name()));
  const auto save = [&](const GarageHouse::Taken& job, const Loan& one) {
    auto tx = pg::Transaction::Begin(*house_.pool, Soon());
    RETURN_IF_ERROR(SaveLoan(*tx, request::RequestId(id_of(job.name)), one));
    return tx->Commit();
  };
  EXPECT_THAT(save(house_.Take("vehicle-loan"), loan), IsOk());
  EXPECT_THAT(save(house_.Take("vehicle-loan"), loan), HasReason("VEHICLE_BUSY"));
}

TEST_F(LoanStoryTest, AVehicleThatHasNotComeBackIsNotHandedOut) {
  const v1::Vehicle car = house_.NewVehicle();
  const auto late = Out(car);
  const auto next = house_.Take("vehicle-loan");
  Do(next, Reserved(car, "2027-02-16", "2027-02-20"), common::v1::REQUEST_STATE_RESERVED);
  GoTo(16, 9);
  EXPECT_THAT(house_.Act(next, HandedOut(90'200)), HasReason("VEHICLE_BUSY"));
  Do(late, BroughtBack(90'200), common::v1::REQUEST_STATE_CHECKED_IN);
  Do(next, HandedOut(90'200), common::v1::REQUEST_STATE_CHECKED_OUT);
}

TEST_F(LoanStoryTest, ALoanIsExtendedIfNobodyElseWaitsForTheVehicle) {
  const v1::Vehicle car = house_.NewVehicle();
  const auto job = Out(car);
  const auto next = house_.Take("vehicle-loan");
  Do(next, Reserved(car, "2027-02-20", "2027-02-25"), common::v1::REQUEST_STATE_RESERVED);
  v1::ActOnJobRequest extend;
  extend.mutable_extend()->set_last_date("2027-02-20");
  EXPECT_THAT(house_.Act(job, extend), HasReason("VEHICLE_BUSY"));
  extend.mutable_extend()->set_last_date("2027-02-19");
  Do(job, extend, common::v1::REQUEST_STATE_CHECKED_OUT);
}

TEST_F(LoanStoryTest, WhoKeepsAVehicleIsRemindedThreeTimes) {
  const auto job = Out(house_.NewVehicle());
  for (const int day : {14, 15, 16, 17, 18, 20, 27}) {
    GoTo(day, 18);
    ASSERT_THAT(house_.Round(), IsOk());
    ASSERT_THAT(house_.Round(), IsOk());
  }
  int reminders = 0;
  const v1::Job reminded = *house_.Get(job);
  for (const auto& line : reminded.request().history()) {
    if (line.action() == "mark_overdue") ++reminders;
  }
  EXPECT_EQ(reminders, 3);
  EXPECT_EQ(house_.Get(job)->request().state(), common::v1::REQUEST_STATE_CHECKED_OUT);
}

TEST_F(LoanStoryTest, AVehicleThatIsStolenIsWrittenOffByACoordinatorAndNeverLentAgain) {
  const v1::Vehicle car = house_.NewVehicle();
  const auto job = Out(car);
  v1::ActOnJobRequest write_off;
  write_off.mutable_write_off()->set_reason("STOLEN");
  EXPECT_THAT(house_.Act(job, write_off), HasReason("ROLE_FORBIDS"));
  EXPECT_THAT(house_.Act(job, write_off, "coordinator:o1"), IsOk());
  EXPECT_EQ(Vehicle().retired(), "STOLEN");
  EXPECT_THAT(house_.Act(house_.Take("vehicle-loan"), Reserved(car, "2027-05-01", "2027-05-02")),
              HasReason("VEHICLE_NOT_FIT"));
}

TEST_F(LoanStoryTest, AGarageKnowsItsOwnVehiclesOnly) {
  const v1::Vehicle car = house_.NewVehicle();
  v1::UpdateVehicleRequest update;
  update.set_request_id(NewUuid());
  *update.mutable_vehicle() = car;
  update.mutable_vehicle()->set_day_cents(5'00);
  EXPECT_THAT(house_.Fleet(&GarageHouse::FleetStub::UpdateVehicle, update, "staff:o2"),
              HasReason("VEHICLE_UNKNOWN"));
  EXPECT_THAT(house_.Fleet(&GarageHouse::FleetStub::UpdateVehicle, update), IsOk());
  EXPECT_EQ(Vehicle().day_cents(), 5'00);
  update.set_request_id(NewUuid());
  EXPECT_THAT(house_.Fleet(&GarageHouse::FleetStub::UpdateVehicle, update),
              HasReason("CHANGED_MEANWHILE"))
      << "the etag is that of before";
  EXPECT_THAT(
      house_.Fleet(&GarageHouse::FleetStub::ListVehicles, v1::ListVehiclesRequest(), "staff:o2")
          ->vehicles(),
      SizeIs(0));
  v1::CreateVehicleRequest again;
  again.set_request_id(NewUuid());
  *again.mutable_vehicle() = car;
  EXPECT_THAT(house_.Fleet(&GarageHouse::FleetStub::CreateVehicle, again),
              HasReason("PLATE_TAKEN"));
  again.set_request_id(NewUuid());
  again.mutable_vehicle()->set_vehicle_class("tank");
  again.mutable_vehicle()->set_insured_until_date("tomorrow");
  EXPECT_THAT(house_.Fleet(&GarageHouse::FleetStub::CreateVehicle, again),
              HasReason("FIELDS_INVALID"));
}

TEST_F(LoanStoryTest, VehiclesComeInPages) {
  for (const char* plate : {"A-1", "A-2", "A-3"}) house_.NewVehicle(plate);
  v1::ListVehiclesRequest list;
  list.set_page_size(2);
  const auto first = house_.Fleet(&GarageHouse::FleetStub::ListVehicles, list);
  ASSERT_THAT(first->vehicles(), SizeIs(2));
  list.set_page_token(first->next_page_token());
  const auto second = house_.Fleet(&GarageHouse::FleetStub::ListVehicles, list);
  ASSERT_THAT(second, IsOk());
  EXPECT_THAT(second->vehicles(), SizeIs(1));
  EXPECT_EQ(second->next_page_token(), "");
}

}  // namespace
}  // namespace entraide::garage
