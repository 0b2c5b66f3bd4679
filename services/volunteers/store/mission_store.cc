// SPDX-License-Identifier: EUPL-1.2
#include "services/volunteers/store/mission_store.h"

#include <optional>
#include <string>
#include <utility>

#include "services/platform/base/status.h"
#include "services/volunteers/store/rows.h"

namespace entraide::volunteers {
namespace {

pg::Param TimeOrNull(const std::optional<absl::Time>& time) {
  return time.has_value() ? pg::Time(*time) : std::nullopt;
}

absl::Status InsertShifts(pg::Transaction& tx, const Mission& mission) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO mission_shift (mission_id, position, start_time, end_time)
    SELECT $1::uuid, position, start_time::timestamptz, end_time::timestamptz
      FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS shift (start_time, end_time, position))sql";
  std::vector<std::string> starts;
  std::vector<std::string> ends;
  for (const Shift& shift : mission.shifts) {
    starts.push_back(pg::Time(shift.start).value_or(""));
    ends.push_back(pg::Time(shift.end).value_or(""));
  }
  return tx.Execute(kSql, {mission.id.value(), pg::TextArray(starts), pg::TextArray(ends)})
      .status();
}

// The only mission of the rows. The same answer for one that never was and for somebody else's.
absl::StatusOr<Mission> OnlyOf(pg::Transaction& tx, const pg::Result& rows) {
  ASSIGN_OR_RETURN(std::vector<Mission> missions, MissionsOf(tx, rows));
  if (!missions.empty()) return std::move(missions.front());
  return WithReason(absl::NotFoundError("no such mission"), "MISSION_UNKNOWN");
}

}  // namespace

absl::Status InsertMission(pg::Transaction& tx, const Mission& mission) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO mission (
           id, organization_id, revision, title, description, commune, places, minors_ok, remote, requirements, state,
           reason, demo, first_start_time, last_end_time, create_time, update_time)
    VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))sql";
  RETURN_IF_ERROR(
      tx.Execute(kSql, {mission.id.value(), mission.organization.value(), mission.title,
                        mission.description, pg::OrNull(mission.commune),
                        pg::Number(mission.places), pg::Bool(mission.minors_ok),
                        pg::Bool(mission.remote), pg::TextArray(mission.requirements),
                        std::string(WordOf(mission.state)), mission.reason, pg::Bool(mission.demo),
                        TimeOrNull(FirstStart(mission)), TimeOrNull(LastEnd(mission)),
                        pg::Time(mission.create_time), pg::Time(mission.update_time)})
          .status());
  return InsertShifts(tx, mission);
}

absl::StatusOr<Mission> ReadMission(pg::Transaction& tx, const MissionId& id, const Viewer& viewer,
                                    absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, organization_id, revision, title, description, commune, places, minors_ok, remote, requirements, state,
           reason, demo, create_time, update_time
      FROM mission
     WHERE id = $1
       AND ((state = 'PUBLISHED' AND last_end_time > $2)
            OR (($3::boolean OR organization_id = $4) AND (demo OR NOT $5::boolean))))sql";
  ASSIGN_OR_RETURN(
      const pg::Result found,
      tx.Execute(kSql, {id.value(), pg::Time(now), pg::Bool(viewer.kind == Viewer::Kind::kOperator),
                        pg::OrNull(viewer.organization.value()),
                        pg::Bool(viewer.opens == Viewer::Opens::kDemoOnly)}));
  return OnlyOf(tx, found);
}

absl::StatusOr<Mission> LockMission(pg::Transaction& tx, const MissionId& id,
                                    const Viewer& viewer) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, organization_id, revision, title, description, commune, places, minors_ok, remote, requirements, state,
           reason, demo, create_time, update_time
      FROM mission
     WHERE id = $1
       AND ($2::boolean OR organization_id = $3)
       AND (demo OR NOT $4::boolean)
       FOR UPDATE)sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {id.value(), pg::Bool(viewer.kind == Viewer::Kind::kOperator),
                                     pg::OrNull(viewer.organization.value()),
                                     pg::Bool(viewer.opens == Viewer::Opens::kDemoOnly)}));
  return OnlyOf(tx, found);
}

absl::StatusOr<std::vector<Mission>> LockEndedMissions(pg::Transaction& tx, absl::Time now,
                                                       int limit) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, organization_id, revision, title, description, commune, places, minors_ok, remote, requirements, state,
           reason, demo, create_time, update_time
      FROM mission
     WHERE state = 'PUBLISHED'
       AND last_end_time <= $1
     ORDER BY last_end_time
     LIMIT $2
       FOR UPDATE SKIP LOCKED)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::Time(now), pg::Number(limit)}));
  return MissionsOf(tx, found);
}

absl::Status WriteMissionState(pg::Transaction& tx, const Mission& mission) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE mission
       SET state = $3, reason = $4, update_time = $5, revision = revision + 1
     WHERE id = $1
       AND revision = $2
    RETURNING revision)sql";
  ASSIGN_OR_RETURN(const pg::Result written,
                   tx.Execute(kSql, {mission.id.value(), pg::Number(mission.revision),
                                     std::string(WordOf(mission.state)), mission.reason,
                                     pg::Time(mission.update_time)}));
  if (written.rows() > 0) return absl::OkStatus();
  return WithReason(absl::AbortedError("the mission changed"), "CHANGED_MEANWHILE");
}

}  // namespace entraide::volunteers
