// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include "absl/time/time.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {
namespace {

absl::Duration WholeLength(const Need& need) {
  absl::Duration sum = absl::ZeroDuration();
  for (const Span& span : need.spans) sum += span.end - span.start;
  return sum;
}

// Help is paid by the hour that it lasts; elsewhere, and without a date, hours compare one by one.
double HoursPaid(const Trial& trial) {
  const bool known = FamilyOf(trial.offer.kind) == Family::kHomeHelp && !trial.need.spans.empty();
  return known ? absl::ToDoubleHours(WholeLength(trial.need)) : 1;
}

// From the first hand-over to the last, begun days counting whole.
double DaysPaid(const Need& need) {
  if (need.spans.empty()) return 1;
  absl::Time start = need.spans.front().start;
  absl::Time end = need.spans.front().end;
  for (const Span& span : need.spans) {
    start = std::min(start, span.start);
    end = std::max(end, span.end);
  }
  return std::ceil(absl::ToDoubleHours(end - start) / 24);
}

std::optional<double> KilometersPaid(const Trial& trial) {
  if (!trial.need.dropoff.has_value()) return std::nullopt;
  const CommuneIndex pickup = PickupOf(trial.need);
  return trial.world.RouteBetween(pickup, *trial.need.dropoff).distance_meters / 1000;
}

std::optional<double> UnitsPaid(const Trial& trial, Price::Unit unit) {
  switch (unit) {
    case Price::Unit::kFlat:
      return 1;
    case Price::Unit::kPerKilometer:
      return KilometersPaid(trial);
    case Price::Unit::kPerHour:
      return HoursPaid(trial);
    case Price::Unit::kPerDay:
      return DaysPaid(trial.need);
  }
  return std::nullopt;
}

}  // namespace

std::optional<int64_t> ResidentCents(const Trial& trial) {
  if (trial.offer.fee == Fee::kFree) return 0;
  if (trial.offer.fee == Fee::kUnknown || trial.offer.prices.empty()) return std::nullopt;
  int64_t cents = 0;
  for (const Price& price : trial.offer.prices) {
    const std::optional<double> units = UnitsPaid(trial, price.unit);
    if (!units.has_value()) return std::nullopt;
    cents += std::llround(price.cents * *units);
  }
  return cents;
}

Field FieldOf(const World& world, const Need& need, const std::vector<Admitted>& admitted,
              absl::Time now) {
  Field field;
  for (const Admitted& one : admitted) {
    const std::optional<int64_t> cents =
        ResidentCents({world, need, *one.offer, now, one.volunteer});
    field.dearest_cents = std::max(field.dearest_cents, cents);
  }
  return field;
}

std::optional<int> Cost(const Trial& trial, const Field& field) {
  const std::optional<int64_t> cents = ResidentCents(trial);
  if (!cents.has_value() || !field.dearest_cents.has_value()) return std::nullopt;
  if (*field.dearest_cents <= 0) return kBest;
  return kBest - PartOf(*cents, *field.dearest_cents);
}

}  // namespace entraide::matcher::terms
