// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "absl/time/civil_time.h"
#include "services/platform/pg/sql.h"
#include "services/request/domain/paris.h"

namespace entraide::garage {

// A date as a parameter, NULL without one.
inline pg::Param DayParam(const std::optional<absl::CivilDay>& day) {
  if (!day.has_value()) return std::nullopt;
  return absl::FormatCivilTime(*day);
}

// A date that a statement gives with `to_char(..., 'YYYY-MM-DD')`; nothing when NULL.
inline std::optional<absl::CivilDay> DayAt(const pg::Row& row, int column) {
  if (row.IsNull(column)) return std::nullopt;
  return request::ParseDay(row.Text(column));
}

}  // namespace entraide::garage
