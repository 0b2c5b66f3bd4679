// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "matcher/engine/availability.h"
#include "matcher/engine/car.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/record.h"

namespace entraide::matcher {

struct VolunteerId {
  std::string value{};
  friend auto operator<=>(const VolunteerId&, const VolunteerId&) = default;
};

// What an organization has decided of a volunteer.
struct Admission {
  enum class State { kPending, kAccepted, kSuspended, kRefused, kEnded };
  OrganizationId organization{};
  State state = State::kPending;
};

// A paper that has been seen: licence id car-insurance roadworthiness charter background-check.
struct Document {
  std::string kind{};
  std::optional<absl::CivilDay> valid_until{};  // Included; `CivilDay::max()`: without end.
};

// What a volunteer will not go beyond.
struct Limits {
  std::optional<int> max_km_per_trip{};  // From home to home.
  std::optional<int> max_trips_per_week{};
  std::optional<int> max_hours_per_week{};  // From home to home; weeks begin on Monday.
  std::vector<absl::Weekday> rest_days{};
};

// Somebody who drives or helps for organizations, without who they are.
struct Volunteer {
  VolunteerId id{};
  std::vector<Admission> admissions{};
  std::vector<std::string> kinds{};  // What they help with; empty: all that those offer.

  std::optional<CommuneIndex> home{};
  std::vector<CommuneIndex> communes{};  // Where they go, in any order; `World` sorts it.
  std::optional<int> radius_km{};        // And this far from home, as the crow flies.
  Availability availability{};

  std::vector<Document> documents{};
  std::optional<Car> car{};
  std::vector<std::string> skills{};  // Needs that they meet, languages, what they like to do.
  Limits limits{};
  std::optional<int> wish_per_30_days{};
  Record record{};
};

}  // namespace entraide::matcher
