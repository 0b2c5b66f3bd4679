// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/domain/mileage.h"

#include <algorithm>
#include <limits>

#include "absl/strings/str_cat.h"

namespace entraide::rides {
namespace {

constexpr std::int64_t kFarthestMeters = 2'000'000;
constexpr std::int64_t kHighestRate = 2'000;  // Two euros a kilometre.
constexpr std::int64_t kMostCents = 1'000'000;

void CheckRange(std::int64_t value, std::int64_t most, absl::string_view field,
                Violations& violations) {
  if (value < 0 || value > most) {
    violations.Add(field, "OUT_OF_RANGE", absl::StrCat("0 to ", most));
  }
}

}  // namespace

std::int64_t TotalMeters(const Way& way) {
  return way.approach_meters + way.loaded_meters + way.return_meters;
}

Cost CostOf(const Way& way, const Tariff& tariff) {
  constexpr std::int64_t kToCents = 10'000;  // Metres times thousandths of a euro a kilometre.
  const std::int64_t exact = TotalMeters(way) * tariff.millieuros_per_km;
  const std::int64_t indemnity = (exact + kToCents / 2) / kToCents;
  const std::int64_t left = std::max<std::int64_t>(0, indemnity - tariff.third_party_cents);
  const std::int64_t ceiling =
      tariff.ceiling_cents.value_or(std::numeric_limits<std::int64_t>::max());
  return {.indemnity_cents = indemnity, .rider_share_cents = std::min(left, ceiling)};
}

void CheckWay(const Way& way, absl::string_view field, Violations& violations) {
  const std::size_t wrong_before = violations.found().size();
  CheckRange(way.approach_meters, kFarthestMeters, absl::StrCat(field, ".approach_meters"),
             violations);
  CheckRange(way.loaded_meters, kFarthestMeters, absl::StrCat(field, ".loaded_meters"), violations);
  CheckRange(way.return_meters, kFarthestMeters, absl::StrCat(field, ".return_meters"), violations);
  if (violations.found().size() == wrong_before && TotalMeters(way) == 0) {
    violations.Add(field, "REQUIRED", "the metres driven");
  }
}

void CheckTariff(const Tariff& tariff, absl::string_view field, Violations& violations) {
  CheckRange(tariff.millieuros_per_km, kHighestRate, absl::StrCat(field, ".millieuros_per_km"),
             violations);
  CheckRange(tariff.third_party_cents, kMostCents, absl::StrCat(field, ".third_party_cents"),
             violations);
  CheckRange(tariff.ceiling_cents.value_or(0), kMostCents, absl::StrCat(field, ".ceiling_cents"),
             violations);
}

}  // namespace entraide::rides
