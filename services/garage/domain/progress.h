// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "services/garage/domain/money.h"
#include "services/platform/base/strong.h"

// What a garage has done about a job since it took it on. Days are civil days in France.
namespace entraide::garage {

using VehicleId = Strong<std::string, struct VehicleIdTag>;

// Where an appointment takes place: a bay of the workshop, or the office of an adviser.
enum class Place { kBay, kAdviser };

// REPAIR and DIAGNOSIS: one place is kept for a job; half-open, within one day.
struct Appointment {
  Place place = Place::kBay;
  int number = 1;  // Which bay or adviser.
  absl::Time start{};
  absl::Time end{};
  friend bool operator==(const Appointment&, const Appointment&) = default;
};

enum class ShareState { kRequested, kGranted, kRefused };

// The part of a repair's price that somebody pays; `client` is the person.
struct Share {
  std::string funder{};
  Cents cents = 0;
  ShareState state = ShareState::kRequested;
  friend bool operator==(const Share&, const Share&) = default;
};

// REPAIR: what it would cost, and who would pay. Never changed but for the answers of the funders:
// a new price is a new version.
struct Quote {
  int version = 1;
  int work_minutes = 0;
  Cents hourly_rate_cents = 0;
  Cents parts_cents = 0;
  Cents total_cents = 0;
  std::optional<absl::CivilDay> valid_until{};
  std::vector<Share> shares{};  // Add up to the total.
  friend bool operator==(const Quote&, const Quote&) = default;
};

enum class Outcome { kOpen, kRepaired, kUnrepaired };

// REPAIR: the vehicle in the workshop.
struct Repair {
  int mileage_km = 0;
  std::optional<absl::CivilDay> parts_day{};  // When the parts that are waited for should come.
  Outcome outcome = Outcome::kOpen;
  std::string outcome_reason{};  // Of kUnrepaired.
  Cents cost_cents = 0;          // Once it has an outcome.
  std::string invoice{};         // Its number, once settled.
  std::vector<Share> bill{};     // Who pays what of the cost, once settled.
  friend bool operator==(const Repair&, const Repair&) = default;
};

// How a vehicle was handed over.
struct Handover {
  absl::Time time{};
  int mileage_km = 0;
  int fuel_eighths = 0;
  std::string damage{};
  friend bool operator==(const Handover&, const Handover&) = default;
};

enum class DepositState { kNone, kHeld, kReturned, kKept };

// LOAN: which vehicle, when, at what price, and how it went.
struct Loan {
  VehicleId vehicle{};
  absl::CivilDay first_day{};
  absl::CivilDay last_day{};  // Included.
  Cents day_cents = 0;
  int km_allowance = 0;  // In all; 0: as many as they like.
  Cents extra_km_cents = 0;
  std::optional<Handover> out{};
  std::optional<Handover> in{};
  std::string written_off{};  // STOLEN or WRECKED, with `in`.
  int reminder_count = 0;     // Sent since it was due back.
  DepositState deposit = DepositState::kNone;
  Cents deposit_cents = 0;
  Cents kept_cents = 0;  // Of the deposit.
  std::string kept_reason{};
  Cents price_cents = 0;  // Once settled.
  friend bool operator==(const Loan&, const Loan&) = default;
};

// DIAGNOSIS: what was found.
struct Report {
  std::string text{};
  std::vector<std::string> recommended_kinds{};
  bool to_prescriber = false;
  std::string consent{};  // How the person agreed to that: written or spoken.
  friend bool operator==(const Report&, const Report&) = default;
};

// PARTS: a part is kept for the person.
struct PartKept {
  Cents price_cents = 0;
  absl::CivilDay keep_until{};  // Included.
  friend bool operator==(const PartKept&, const PartKept&) = default;
};

struct Progress {
  std::optional<Appointment> appointment{};
  std::optional<Quote> quote{};  // The latest.
  std::optional<Repair> repair{};
  std::optional<Loan> loan{};
  std::optional<Report> report{};
  std::optional<PartKept> part{};
  friend bool operator==(const Progress&, const Progress&) = default;
};

}  // namespace entraide::garage
