// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "matcher/engine/trial.h"

namespace entraide::matcher {

// What the law on transport d'utilité sociale says against a volunteer's ride. Read on secondary
// pages and contested in places; an organization decides what it does with it (`LegalMode`).
enum class TusFinding {
  kNotQualified,  // Lives in no small place, and has neither low resources nor a benefit.
  kTooFar,        // A leg is too long.
  kDestination,   // Qualified by the place alone, and the ride leaves such places.
  kContribution,  // The rider pays too much a kilometer.
  kVehicle,       // The car is neither the organization's nor lent to it.
  kUnknown,       // An urban unit or a fact is missing: never reported as fine.
};

// "TUS_TOO_FAR".
absl::string_view Code(TusFinding finding);

// One state of that law.
struct TusRules {
  enum class Basis { kAllKilometers, kLoadedKilometers };
  absl::string_view version{};
  absl::CivilDay valid_from{};
  int urban_unit_below = 0;  // Persons: what is a small place.
  int farthest_km = 0;
  int highest_cents_per_km = 0;
  Basis basis = Basis::kLoadedKilometers;  // Of those cents; the pages do not settle it.
};

// The one in force on `day`; null: none was.
const TusRules* TusRulesOn(absl::CivilDay day);

struct TusOpinion {
  std::vector<TusFinding> findings{};        // In the order above, each once.
  std::vector<std::string> missing_facts{};  // With the right answers, one finding less.
};

// On the ride as it would be given; nothing on other kinds.
TusOpinion TusOpinionOf(const Trial& trial);

}  // namespace entraide::matcher
