// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "entraide/garage/v1/garage_action.pb.h"
#include "services/garage/domain/loan.h"
#include "services/garage/domain/parts.h"
#include "services/garage/domain/progress.h"
#include "services/garage/domain/workshop.h"

// What is said of an action, checked as far as it stands for itself: INVALID_ARGUMENT
// FIELDS_INVALID names all that is wrong, under the action's name.
namespace entraide::garage {

// Of Schedule or Book, which say the same.
absl::StatusOr<Slot> ParseSlot(const v1::Schedule& proto, absl::Time now);
absl::StatusOr<Slot> ParseSlot(const v1::Book& proto, absl::Time now);
// Why a place or a vehicle is given to others.
absl::StatusOr<std::string> ParseReason(absl::string_view field, const std::string& reason);

absl::StatusOr<int> ParseMileage(const v1::TakeIn& proto);
absl::StatusOr<Quote> ParseQuote(const v1::MakeQuote& proto);
absl::StatusOr<std::vector<Share>> ParseGranted(const v1::Grant& proto);
absl::StatusOr<absl::CivilDay> ParseExpected(const v1::WaitParts& proto, absl::Time now);
absl::StatusOr<Cents> ParseCost(absl::string_view field, Cents cost);

// Without the vehicle, and without a price if none is said.
struct Wish {
  VehicleId vehicle{};
  Loan loan{};
  bool says_price = false;
};
absl::StatusOr<Wish> ParseReserve(const v1::Reserve& proto, absl::string_view organization,
                                  absl::Time now);
absl::StatusOr<CheckOut> ParseCheckOut(const v1::CheckOut& proto);
absl::StatusOr<absl::CivilDay> ParseLastDay(const v1::Extend& proto);
absl::StatusOr<Handover> ParseCheckIn(const v1::CheckIn& proto);
absl::Status CheckSettle(const v1::Settle& proto);

absl::StatusOr<Report> ParseReport(const v1::JobReport& proto);
absl::StatusOr<PartKept> ParseSetAside(const v1::SetAside& proto);

}  // namespace entraide::garage
