// SPDX-License-Identifier: EUPL-1.2
#include "services/volunteers/store/rows.h"

#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "services/platform/base/status.h"

namespace entraide::volunteers {
namespace {

using ShiftsById = absl::flat_hash_map<std::string, std::vector<Shift>>;

Mission FromRow(const pg::Row& row) {
  return {.id = MissionId(row.Text(0)),
          .organization = OrganizationId(row.Text(1)),
          .revision = row.Number(2),
          .title = row.Text(3),
          .description = row.Text(4),
          .commune = row.Text(5),
          .places = static_cast<int>(row.Number(6)),
          .minors_ok = row.Bool(7),
          .remote = row.Bool(8),
          .requirements = row.TextArray(9),
          .state = MissionStateOf(row.Text(10)).value_or(MissionState::kClosed),
          .reason = row.Text(11),
          .demo = row.Bool(12),
          .create_time = row.Time(13),
          .update_time = row.Time(14)};
}

absl::StatusOr<ShiftsById> ReadShifts(pg::Transaction& tx, const std::vector<std::string>& ids) {
  constexpr pg::Sql kSql = R"sql(
    SELECT mission_id, start_time, end_time
      FROM mission_shift
     WHERE mission_id = ANY ($1::uuid[])
     ORDER BY mission_id, position)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::TextArray(ids)}));
  ShiftsById shifts;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    shifts[row.Text(0)].push_back({.start = row.Time(1), .end = row.Time(2)});
  }
  return shifts;
}

}  // namespace

absl::StatusOr<std::vector<Mission>> MissionsOf(pg::Transaction& tx, const pg::Result& rows) {
  std::vector<Mission> missions;
  std::vector<std::string> ids;
  for (int i = 0; i < rows.rows(); ++i) {
    missions.push_back(FromRow(rows[i]));
    ids.push_back(missions.back().id.value());
  }
  if (missions.empty()) return missions;
  ASSIGN_OR_RETURN(ShiftsById shifts, ReadShifts(tx, ids));
  for (Mission& mission : missions) mission.shifts = std::move(shifts[mission.id.value()]);
  return missions;
}

}  // namespace entraide::volunteers
