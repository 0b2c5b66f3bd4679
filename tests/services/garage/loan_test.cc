// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/domain/loan.h"

#include <gmock/gmock.h>

#include "services/garage/domain/diagnosis.h"
#include "services/garage/domain/due.h"
#include "services/garage/domain/no_show.h"
#include "services/garage/domain/parts.h"
#include "tests/services/garage/a_job.h"
#include "tests/support/status_matchers.h"

namespace entraide::garage {
namespace {

using testing::Optional;

Job ALoanJob(State state) { return AJob(JobType::kLoan, state); }

absl::Time At(int month, int day, int hour) {
  return request::ParisTime(absl::CivilMinute(2027, month, day, hour, 0));
}

template <typename Change>
absl::StatusOr<Job> ReserveWith(Change change) {
  Vehicle vehicle = AVehicle();
  Loan loan = ALoan();
  change(vehicle, loan);
  return Reserve(ALoanJob(State::kAccepted), loan, vehicle, Staff());
}

TEST(Reserve, WantsAVehicleOfTheClassWithPapersToTheEnd) {
  EXPECT_THAT(ReserveWith([](Vehicle&, Loan&) {}), IsOk());
  EXPECT_THAT(ReserveWith([](Vehicle& v, Loan&) { v.vehicle_class = "van"; }),
              HasReason("VEHICLE_NOT_FIT"));
  EXPECT_THAT(ReserveWith([](Vehicle& v, Loan&) { v.retired = "SOLD"; }),
              HasReason("VEHICLE_NOT_FIT"));
  EXPECT_THAT(ReserveWith([](Vehicle& v, Loan& l) { v.insured_until = l.last_day - 1; }),
              HasReason("VEHICLE_NOT_FIT"));
  EXPECT_THAT(ReserveWith([](Vehicle& v, Loan& l) { v.insured_until = l.last_day; }), IsOk());
  EXPECT_THAT(ReserveWith([](Vehicle& v, Loan&) { v.roadworthy_until.reset(); }),
              HasReason("VEHICLE_NOT_FIT"));
}

TEST(Reserve, AsksABicycleForNoPapers) {
  Job job = ALoanJob(State::kAccepted);
  job.details.vehicle_class = "e-bike";
  Vehicle bike = AVehicle();
  bike.vehicle_class = "e-bike";
  bike.roadworthy_until.reset();
  bike.insured_until.reset();
  EXPECT_THAT(Reserve(job, ALoan(), bike, Staff()), IsOk());
}

TEST(Reserve, LendsForThreeMonthsAtMost) {
  EXPECT_THAT(ReserveWith([](Vehicle&, Loan& l) { l.last_day = l.first_day + 91; }), IsOk());
  EXPECT_THAT(ReserveWith([](Vehicle&, Loan& l) { l.last_day = l.first_day + 92; }),
              HasReason("TOO_LONG"));
}

template <typename Change>
absl::StatusOr<Job> HandOutWith(Change change) {
  Job job = ALoanJob(State::kReserved);
  CheckOut seen{.contract_signed = true,
                .deposit_cents = 150'00,
                .licence_categories = {"B"},
                .handover = {.mileage_km = 90'000}};
  change(job, seen);
  return HandOut(job, seen, AVehicle(), Staff());
}

TEST(HandOut, WantsContractDepositLicenceAndAValidPrescription) {
  EXPECT_THAT(HandOutWith([](Job&, CheckOut&) {}), IsOk());
  EXPECT_THAT(HandOutWith([](Job&, CheckOut& seen) { seen.contract_signed = false; }),
              HasReason("CONTRACT_MISSING"));
  EXPECT_THAT(HandOutWith([](Job&, CheckOut& seen) { seen.deposit_cents = 149'99; }),
              HasReason("DEPOSIT_MISSING"));
  EXPECT_THAT(HandOutWith([](Job&, CheckOut& seen) {
                seen.licence_categories = {"AM", "A"};
              }),
              HasReason("LICENCE_MISSING"));
  EXPECT_THAT(
      HandOutWith([](Job& job, CheckOut&) { job.details.prescription_until = "2027-02-01"; }),
      HasReason("PRESCRIPTION_EXPIRED"));
  EXPECT_THAT(
      HandOutWith([](Job& job, CheckOut&) { job.details.prescription_until = "2027-02-02"; }),
      IsOk());
  EXPECT_THAT(HandOutWith([](Job&, CheckOut& seen) { seen.handover.mileage_km = 89'999; }),
              HasReason("MILEAGE_BELOW"));
}

TEST(HandOut, GoesByAPrescriptionThatWasRenewed) {
  const auto out = HandOutWith([](Job& job, CheckOut& seen) {
    job.details.prescription_until = "2027-02-01";
    seen.prescription_until = "2027-05-01";
  });
  ASSERT_THAT(out, IsOk());
  EXPECT_EQ(out->details.prescription_until, "2027-05-01");
}

TEST(HandOut, LetsAScooterBeDrivenWithTheLicenceOfACar) {
  Job job = ALoanJob(State::kReserved);
  job.details.vehicle_class = "scooter";
  Vehicle scooter = AVehicle();
  scooter.vehicle_class = "scooter";
  const CheckOut seen{.contract_signed = true,
                      .deposit_cents = 150'00,
                      .licence_categories = {"B"},
                      .handover = {.mileage_km = 90'000}};
  EXPECT_THAT(HandOut(job, seen, scooter, Staff()), IsOk());
}

TEST(HandOut, BeginsTheLoanOnTheDayItIsDone) {
  Job job = ALoanJob(State::kReserved);
  const CheckOut seen{.contract_signed = true,
                      .deposit_cents = 150'00,
                      .licence_categories = {"B"},
                      .handover = {.mileage_km = 90'000}};
  const auto out = HandOut(job, seen, AVehicle(), Staff(kNow + absl::Hours(48)));
  ASSERT_THAT(out, IsOk());
  EXPECT_EQ(out->details.progress.loan->first_day, kToday + 2);
  EXPECT_EQ(out->details.progress.loan->deposit, DepositState::kHeld);
}

TEST(NoShowForAVehicle, WaitsUntilAWorkingDayAfterTheFirstIsOver) {
  Job job = ALoanJob(State::kReserved);
  job.details.progress.loan->first_day = absl::CivilDay(2027, 2, 5);  // A Friday.
  EXPECT_THAT(NoShow(job, Staff(At(2, 8, 23))), HasReason("TOO_EARLY"));
  const auto after = NoShow(job, Staff(At(2, 9, 0)));
  ASSERT_THAT(after, IsOk());
  EXPECT_EQ(after->details.progress.loan, std::nullopt) << "the vehicle is free again";
}

TEST(Extend, GoesOnForThreeMonthsInAllWithPapersToTheEnd) {
  const Job job = ALoanJob(State::kCheckedOut);
  EXPECT_THAT(Extend(job, kToday + 91, AVehicle(), Staff()), IsOk());
  EXPECT_THAT(Extend(job, kToday + 92, AVehicle(), Staff()), HasReason("TOO_LONG"));
  EXPECT_THAT(Extend(job, kToday + 13, AVehicle(), Staff()), HasReason("FIELDS_INVALID"));
  Vehicle vehicle = AVehicle();
  vehicle.insured_until = kToday + 19;
  EXPECT_THAT(Extend(job, kToday + 20, vehicle, Staff()), HasReason("VEHICLE_NOT_FIT"));
}

TEST(MarkOverdue, RemindsOnTheEveningItIsDueADayLaterAndThreeThenNeverAgain) {
  Job job = ALoanJob(State::kCheckedOut);  // Due back on 15 February.
  for (const absl::Time due : {At(2, 15, 18), At(2, 16, 18), At(2, 18, 18)}) {
    EXPECT_THAT(DoWhatIsDue(job, due - absl::Seconds(1)), HasReason("TOO_EARLY"));
    const auto reminded = DoWhatIsDue(job, due);
    ASSERT_THAT(reminded, IsOk()) << due;
    job = *reminded;
  }
  EXPECT_EQ(job.task.request.deadline, std::nullopt);
  EXPECT_THAT(DoWhatIsDue(job, At(12, 1, 0)), HasReason("TOO_EARLY"));
}

TEST(MarkOverdue, BeginsAgainWhenTheLoanIsExtended) {
  Job job = ALoanJob(State::kCheckedOut);
  job.details.progress.loan->reminder_count = 3;
  const auto extended = Extend(job, kToday + 20, AVehicle(), Staff());
  ASSERT_THAT(extended, IsOk());
  EXPECT_THAT(extended->task.request.deadline, Optional(At(2, 22, 18)));
}

TEST(CheckIn, FreesTheVehicleFromTheNextDayOn) {
  const absl::Time early = kNow + absl::Hours(48);
  const auto back = CheckIn(ALoanJob(State::kCheckedOut), {.mileage_km = 90'400}, Staff(early));
  ASSERT_THAT(back, IsOk());
  EXPECT_EQ(back->details.progress.loan->last_day, kToday + 2);
  EXPECT_THAT(CheckIn(ALoanJob(State::kCheckedOut), {.mileage_km = 90'009}, Staff(early)),
              HasReason("MILEAGE_BELOW"));
}

TEST(WriteOff, KnowsTwoReasons) {
  EXPECT_THAT(WriteOff(ALoanJob(State::kCheckedOut), "LOST", By(Role::kCoordinator)),
              HasReason("FIELDS_INVALID"));
  EXPECT_THAT(WriteOff(ALoanJob(State::kCheckedOut), "WRECKED", By(Role::kCoordinator)), IsOk());
}

TEST(SettleLoan, ChargesEveryDayBegunAndTheKilometresBeyondTheAllowance) {
  Loan loan = ALoanThatIsOut();
  loan.in = Handover{.time = kNow + absl::Hours(24 * 3), .mileage_km = 91'110};
  EXPECT_EQ(PriceOf(loan), 4 * 4'00 + 100 * 10) << "four days, 1,100 km";
  loan.km_allowance = 0;
  EXPECT_EQ(PriceOf(loan), 4 * 4'00) << "as many as they like";
}

TEST(SettleLoan, ReturnsTheDepositOrKeepsSomeOfItWithAReason) {
  const Job job = ALoanJob(State::kCheckedIn);
  EXPECT_EQ(SettleLoan(job, 0, "", Staff())->details.progress.loan->deposit,
            DepositState::kReturned);
  EXPECT_EQ(SettleLoan(job, 40'00, "pare-chocs", Staff())->details.progress.loan->deposit,
            DepositState::kKept);
  EXPECT_THAT(SettleLoan(job, 40'00, "", Staff()), HasReason("FIELDS_INVALID"));
  EXPECT_THAT(SettleLoan(job, 150'01, "pare-chocs", Staff()), HasReason("FIELDS_INVALID"));
}

TEST(WriteReport, GoesToAPrescriberOnlyWithThePersonsConsent) {
  Job job = AJob(JobType::kDiagnosis, State::kDone);
  const Report report{.text = "freins", .to_prescriber = true, .consent = "spoken"};
  EXPECT_THAT(WriteReport(job, report, Staff()), HasReason("CONSENT_MISSING")) << "nobody filed it";
  job.task.request.filed_by = request::OrganizationId("ccas");
  EXPECT_THAT(WriteReport(job, report, Staff()), IsOk());
  EXPECT_THAT(WriteReport(job, {.text = "freins", .to_prescriber = true}, Staff()),
              HasReason("CONSENT_MISSING"));
  EXPECT_THAT(WriteReport(job, {.text = "freins"}, Staff()), IsOk());
}

TEST(FinishDiagnosis, WaitsForTheAppointment) {
  const Job job = AJob(JobType::kDiagnosis, State::kBooked);
  EXPECT_THAT(FinishDiagnosis(job, Staff(kNow - absl::Hours(2))), HasReason("TOO_EARLY"));
}

TEST(Book, KeepsAnAdviserForAdviceAndABayForAVehicle) {
  Job job = AJob(JobType::kDiagnosis, State::kAccepted);
  const Slot slot{.start = kNow, .duration = absl::Hours(1)};
  const Workshop no_adviser{.adviser_count = 0};
  EXPECT_EQ(Book(job, slot, no_adviser, {}, Staff())->details.progress.appointment->place,
            Place::kBay);
  job.task.request.kind = "mobility-advice";
  EXPECT_THAT(Book(job, slot, no_adviser, {}, Staff()), HasReason("NO_CAPACITY"));
}

TEST(SetAside, KeepsAPartUntilTheEndOfADay) {
  const Job job = AJob(JobType::kParts);
  EXPECT_THAT(SetAside(job, {.keep_until = kToday - 1}, Staff()), HasReason("FIELDS_INVALID"));
  const auto kept = SetAside(job, {.price_cents = 25'00, .keep_until = kToday}, Staff());
  ASSERT_THAT(kept, IsOk());
  EXPECT_THAT(kept->task.request.deadline, Optional(At(2, 3, 0)));
  EXPECT_EQ(DoWhatIsDue(*kept, At(2, 3, 0))->task.request.state, State::kExpired);
}

}  // namespace
}  // namespace entraide::garage
