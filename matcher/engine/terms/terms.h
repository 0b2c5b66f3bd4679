// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "matcher/engine/sift.h"
#include "matcher/engine/trial.h"

// What makes one admitted candidate better than another, one file each: from 0 to 10,000, 10,000
// best; none where it does not apply or where nobody knows. `weights.cc` says what each one counts.
namespace entraide::matcher::terms {

constexpr int kBest = 10'000;

// What the candidates that compete have in common.
struct Field {
  std::optional<int64_t> dearest_cents{};
};

// How near: 60 minutes are 0. For a ride, minutes driven empty from the volunteer's home, or from
// where the organization stands, and back, for each outing; else minutes to the place.
std::optional<int> Detour(const Trial& trial, const Field& field);

// How soon. A ride with its return: minutes that the driver waits, 120 are 0. Else, when any date
// will do, days: the garage's first date, 30 are 0; help and missions, days off the wished one
// (today, without a wish), 14 are 0. A waiting list or an assessment has no date.
std::optional<int> Wait(const Trial& trial, const Field& field);

// Whether the same driver can take the other leg, asked for apart.
std::optional<int> Pairing(const Trial& trial, const Field& field);

// The share of the way that is driven together with somebody who rides already.
std::optional<int> Pooling(const Trial& trial, const Field& field);

// Whether they know each other: 10,000 if within 180 days, else 5,000 in the same commune, else 0.
std::optional<int> Continuity(const Trial& trial, const Field& field);

// Whose turn it is, among volunteers: half for what was done in the last 30 days and is agreed on
// for the next 30, beside the wish; half for the days since they were asked, 14 are best. Without a
// wish, only the latter.
std::optional<int> Fairness(const Trial& trial, const Field& field);

// 0.3 x processed + 0.7 x answered x (1 - days to answer / 10); 5,000 for the new.
std::optional<int> Reactivity(const Trial& trial, const Field& field);

// Minutes by which it could begin earlier and end later, 60 are best; none without hours.
std::optional<int> Margin(const Trial& trial, const Field& field);

// How cheap for the resident, beside the dearest.
std::optional<int> Cost(const Trial& trial, const Field& field);

// The share of the comfort needs and preferences that are met.
std::optional<int> Preference(const Trial& trial, const Field& field);

// 0 if a ramp would ride unused.
std::optional<int> Special(const Trial& trial, const Field& field);

// Open tasks that only this candidate could serve, 5 are 0.
std::optional<int> Scarcity(const Trial& trial, const Field& field);

// The quality score of the entry.
std::optional<int> Freshness(const Trial& trial, const Field& field);

// What one use costs the resident, in cents; none when the price, or what it multiplies, is
// unknown.
std::optional<int64_t> ResidentCents(const Trial& trial);

Field FieldOf(const World& world, const Need& need, const std::vector<Admitted>& admitted,
              absl::Time now);

// 10,000 x part / whole, between 0 and 10,000. `whole` is positive.
int PartOf(int64_t part, int64_t whole);
int PartOf(absl::Duration part, absl::Duration whole);  // In whole seconds.

// What is remembered of the volunteer or, without one, of the offer.
const Record& RecordOf(const Trial& trial);

}  // namespace entraide::matcher::terms
