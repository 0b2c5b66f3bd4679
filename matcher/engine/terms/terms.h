// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "matcher/engine/sift.h"
#include "matcher/engine/trial.h"

// What makes one admitted offer better than another, one file each: from 0 to 10,000, 10,000 best;
// none where it does not apply or where nobody knows. `weights.cc` says what each one counts.
namespace entraide::matcher::terms {

constexpr int kBest = 10'000;

// What the offers that compete have in common.
struct Field {
  std::optional<int64_t> dearest_cents{};
};

// How near: 60 minutes are 0. For a ride, minutes driven empty, from where the organization stands
// and back; else minutes to the place.
std::optional<int> Detour(const Trial& trial, const Field& field);

// How soon, when any date will do: days to the first open day that notice allows, 30 are 0 (14 for
// help at home); a waiting list or an assessment has no date. Not for rides.
std::optional<int> Wait(const Trial& trial, const Field& field);

// How cheap for the resident, beside the dearest.
std::optional<int> Cost(const Trial& trial, const Field& field);

// The share of the comfort needs that it meets.
std::optional<int> Preference(const Trial& trial, const Field& field);

// The quality score of the entry.
std::optional<int> Freshness(const Trial& trial, const Field& field);

// What one use costs the resident, in cents; none when the price, or what it multiplies, is
// unknown.
std::optional<int64_t> ResidentCents(const Trial& trial);

Field FieldOf(const World& world, const Need& need, const std::vector<Admitted>& admitted,
              absl::Time now);

// 10,000 x part / whole, between 0 and 10,000. `whole` is positive.
int PartOf(int64_t part, int64_t whole);

}  // namespace entraide::matcher::terms
