// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "services/platform/base/violations.h"

namespace entraide::rides {

// The way a driver goes for a leg, from home to home, in metres. One who waits and brings the
// person back does not go home in between: such a way there has no return, the way back no
// approach.
struct Way {
  std::int64_t approach_meters = 0;  // Home to the pickup.
  std::int64_t loaded_meters = 0;    // With the person.
  std::int64_t return_meters = 0;    // Home again.
  friend bool operator==(const Way&, const Way&) = default;
};

std::int64_t TotalMeters(const Way& way);

// By what a driver is refunded, and who pays.
struct Tariff {
  std::int64_t millieuros_per_km = 0;           // 0.32 EUR is 320.
  std::int64_t third_party_cents = 0;           // Paid by somebody else, for the person.
  std::optional<std::int64_t> ceiling_cents{};  // The most that the person is asked for.
  friend bool operator==(const Tariff&, const Tariff&) = default;
};

// What a leg costs, in cents.
struct Cost {
  std::int64_t indemnity_cents = 0;    // To the driver.
  std::int64_t rider_share_cents = 0;  // From the person; never below zero.
  friend bool operator==(const Cost&, const Cost&) = default;
};

// Half a cent is rounded up.
Cost CostOf(const Way& way, const Tariff& tariff);

// Numbered without gaps in the civil year of the organization that issued it; never changed.
struct Receipt {
  absl::CivilDay day{};  // In Paris.
  std::int64_t number = 0;
  Tariff tariff{};
  Cost cost{};
  friend bool operator==(const Receipt&, const Receipt&) = default;
};

// Reports what no car has driven, and no association has paid, under `field`.
void CheckWay(const Way& way, absl::string_view field, Violations& violations);
void CheckTariff(const Tariff& tariff, absl::string_view field, Violations& violations);

}  // namespace entraide::rides
