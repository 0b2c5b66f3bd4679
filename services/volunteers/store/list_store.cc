// SPDX-License-Identifier: EUPL-1.2
#include "services/volunteers/store/list_store.h"

#include "services/platform/base/status.h"
#include "services/volunteers/store/rows.h"

namespace entraide::volunteers {
namespace {

pg::Param TimeOf(const Stretch& stretch) {
  return stretch.after.has_value() ? pg::Time(stretch.after->time) : std::nullopt;
}

pg::Param IdOf(const Stretch& stretch) {
  return stretch.after.has_value() ? pg::Param(stretch.after->id.value()) : std::nullopt;
}

pg::Param WordOrNull(std::optional<MissionState> state) {
  return state.has_value() ? pg::Param(std::string(WordOf(*state))) : std::nullopt;
}

}  // namespace

absl::StatusOr<std::vector<Mission>> ListPublished(pg::Transaction& tx, absl::string_view commune,
                                                   absl::Time now, const Stretch& stretch) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, organization_id, revision, title, description, commune, places, minors_ok, remote, requirements, state,
           reason, demo, create_time, update_time
      FROM mission
     WHERE state = 'PUBLISHED'
       AND last_end_time > $1
       AND ($2::text IS NULL OR commune = $2 OR remote)
       AND ($3::timestamptz IS NULL OR (first_start_time, id) > ($3, $4::uuid))
     ORDER BY first_start_time, id
     LIMIT $5)sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {pg::Time(now), pg::OrNull(commune), TimeOf(stretch),
                                     IdOf(stretch), pg::Number(stretch.limit)}));
  return MissionsOf(tx, found);
}

absl::StatusOr<std::vector<Mission>> ListOwn(pg::Transaction& tx, const Viewer& viewer,
                                             std::optional<MissionState> state,
                                             const Stretch& stretch) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, organization_id, revision, title, description, commune, places, minors_ok, remote, requirements, state,
           reason, demo, create_time, update_time
      FROM mission
     WHERE ($1::boolean OR organization_id = $2)
       AND (demo OR NOT $3::boolean)
       AND ($4::text IS NULL OR state = $4)
       AND ($5::timestamptz IS NULL OR (create_time, id) < ($5, $6::uuid))
     ORDER BY create_time DESC, id DESC
     LIMIT $7)sql";
  ASSIGN_OR_RETURN(
      const pg::Result found,
      tx.Execute(kSql, {pg::Bool(viewer.kind == Viewer::Kind::kOperator),
                        pg::OrNull(viewer.organization.value()),
                        pg::Bool(viewer.opens == Viewer::Opens::kDemoOnly), WordOrNull(state),
                        TimeOf(stretch), IdOf(stretch), pg::Number(stretch.limit)}));
  return MissionsOf(tx, found);
}

}  // namespace entraide::volunteers
