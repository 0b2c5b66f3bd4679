// SPDX-License-Identifier: EUPL-1.2
#include "services/request/store/task_store.h"

#include <optional>
#include <utility>
#include <vector>

#include "services/platform/base/status.h"
#include "services/request/domain/names.h"
#include "services/request/domain/search.h"
#include "services/request/store/history_store.h"
#include "services/request/store/offer_store.h"
#include "services/request/store/rows.h"

namespace entraide::request {
namespace {

pg::Param OrganizationParam(const std::optional<OrganizationId>& organization) {
  if (!organization.has_value()) return std::nullopt;
  return organization->value();
}

pg::Param TimeParam(const std::optional<absl::Time>& time) {
  if (!time.has_value()) return std::nullopt;
  return pg::Time(*time);
}

pg::Param FactNames(const std::vector<Fact>& facts) {
  std::vector<std::string> names;
  for (const Fact& fact : facts) names.push_back(fact.fact);
  return pg::TextArray(names);
}

pg::Param FactValues(const std::vector<Fact>& facts) {
  std::vector<std::string> values;
  for (const Fact& fact : facts) values.push_back(fact.value);
  return pg::TextArray(values);
}

absl::StatusOr<Task> ReadTask(pg::Transaction& tx, const absl::StatusOr<pg::Result>& found) {
  RETURN_IF_ERROR(found.status());
  if (found->rows() == 0) {
    return WithReason(absl::NotFoundError("no such request"), "REQUEST_UNKNOWN");
  }
  Task task;
  ASSIGN_OR_RETURN(task.request, ReadRequest((*found)[0]));
  ASSIGN_OR_RETURN(task.offers, LoadOffers(tx, task.request.id));
  return task;
}

}  // namespace

absl::StatusOr<Task> LoadTask(pg::Transaction& tx, const RequestId& id) {
  constexpr pg::Sql kSql = "SELECT " ENTRAIDE_REQUEST_COLUMNS
                           "  FROM request "
                           " WHERE id = $1";
  return ReadTask(tx, tx.Execute(kSql, {id.value()}));
}

absl::StatusOr<Task> LockTask(pg::Transaction& tx, const RequestId& id) {
  constexpr pg::Sql kSql = "SELECT " ENTRAIDE_REQUEST_COLUMNS
                           "  FROM request "
                           " WHERE id = $1 "
                           "   FOR UPDATE";
  return ReadTask(tx, tx.Execute(kSql, {id.value()}));
}

absl::Status InsertTask(pg::Transaction& tx, const Task& task, const std::string& tracking_hash) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO request (id, tracking_hash, state, revision, version, kind, residence_commune, acting_for, channel,
                         fact_names, fact_values, needs, note_public, note_private, consent_version, filed_by,
                         start_time, end_time, wave, reason, blocking_rule, open_questions,
                         create_time, update_time, wake_time)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 0, '', '', '{}',
            $19, $20, $21))sql";
  const Request& request = task.request;
  const std::vector<pg::Param> params = {request.id.value(),
                                         pg::Bytes(tracking_hash),
                                         std::string(NameOf(request.state)),
                                         pg::Number(request.revision),
                                         pg::Number(request.version),
                                         request.kind,
                                         request.residence_commune,
                                         std::string(NameOf(request.acting_for)),
                                         std::string(NameOf(request.channel)),
                                         FactNames(request.facts),
                                         FactValues(request.facts),
                                         pg::TextArray(request.needs),
                                         request.note_public,
                                         request.note_private,
                                         request.consent_version,
                                         OrganizationParam(request.filed_by),
                                         TimeParam(request.timing.start),
                                         TimeParam(request.timing.end),
                                         pg::Time(request.create_time),
                                         pg::Time(request.update_time),
                                         TimeParam(WakeTime(task))};
  RETURN_IF_ERROR(tx.Execute(kSql, params).status());
  return AppendHistory(tx, request.id, task.lines);
}

absl::StatusOr<Task> SaveTask(pg::Transaction& tx, const Task& before, Task after) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE request
       SET state = $4, revision = $5, version = version + 1, fact_names = $6, fact_values = $7, wave = $8,
           held_by = $9, reason = $10, blocking_rule = $11, open_questions = $12, update_time = $13, wake_time = $14
     WHERE id = $1
       AND version = $2
       AND state = $3
    RETURNING version)sql";
  const Request& request = after.request;
  const std::vector<pg::Param> params = {request.id.value(),
                                         pg::Number(before.request.version),
                                         std::string(NameOf(before.request.state)),
                                         std::string(NameOf(request.state)),
                                         pg::Number(request.revision),
                                         FactNames(request.facts),
                                         FactValues(request.facts),
                                         pg::Number(request.wave),
                                         OrganizationParam(request.held_by),
                                         request.reason,
                                         request.blocking_rule,
                                         pg::TextArray(request.open_questions),
                                         pg::Time(request.update_time),
                                         TimeParam(WakeTime(after))};
  ASSIGN_OR_RETURN(const pg::Result saved, tx.Execute(kSql, params));
  if (saved.rows() == 0) {
    return WithReason(absl::AbortedError("it changed meanwhile"), "CHANGED_MEANWHILE");
  }
  RETURN_IF_ERROR(SaveOffers(tx, before, after));
  RETURN_IF_ERROR(AppendHistory(tx, request.id, after.lines));
  after.request.version = saved[0].Number(0);
  after.lines.clear();
  return after;
}

}  // namespace entraide::request
