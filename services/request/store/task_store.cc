// SPDX-License-Identifier: EUPL-1.2
#include "services/request/store/task_store.h"

#include <optional>
#include <utility>
#include <vector>

#include "services/platform/base/status.h"
#include "services/platform/pg/columns.h"
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

pg::Param SideParam(const PendingChange& pending) { return std::string(NameOf(pending.side)); }

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

absl::Status InsertTasks(pg::Transaction& tx, const std::vector<const NewTask*>& tasks) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO request (id, tracking_hash, state, revision, version, kind, residence_commune, acting_for, channel,
                         fact_names, fact_values, needs, note_public, note_private, consent_version, filed_by,
                         start_time, end_time, wave, reason, blocking_rule, open_questions,
                         create_time, update_time, wake_time, filed_with)
    SELECT id, tracking_hash, state, revision, version, kind, residence_commune, acting_for, channel,
           fact_names::text[], fact_values::text[], needs::text[], note_public, note_private, consent_version, filed_by,
           start_time, end_time, 0, '', '', '{}', create_time, update_time, wake_time, filed_with
      FROM unnest($1::uuid[], $2::bytea[], $3::text[], $4::integer[], $5::bigint[], $6::text[], $7::text[], $8::text[],
                  $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
                  $16::text[], $17::timestamptz[], $18::timestamptz[], $19::timestamptz[], $20::timestamptz[],
                  $21::timestamptz[], $22::uuid[])
           AS filed (id, tracking_hash, state, revision, version, kind, residence_commune, acting_for, channel,
                     fact_names, fact_values, needs, note_public, note_private, consent_version, filed_by,
                     start_time, end_time, create_time, update_time, wake_time, filed_with))sql";
  const pg::Columns column(tasks);
  // Of the request itself.
  const auto own = [&column](const auto& param_of) {
    return column([&](const NewTask* each) { return param_of(each->task.request); });
  };
  const std::vector<pg::Param> params = {
      own([](const Request& request) { return request.id.value(); }),
      column([](const NewTask* each) { return pg::Bytes(each->tracking_hash); }),
      own([](const Request& request) { return std::string(NameOf(request.state)); }),
      own([](const Request& request) { return pg::Number(request.revision); }),
      own([](const Request& request) { return pg::Number(request.version); }),
      own([](const Request& request) { return request.kind; }),
      own([](const Request& request) { return request.residence_commune; }),
      own([](const Request& request) { return std::string(NameOf(request.acting_for)); }),
      own([](const Request& request) { return std::string(NameOf(request.channel)); }),
      own([](const Request& request) { return FactNames(request.facts); }),
      own([](const Request& request) { return FactValues(request.facts); }),
      own([](const Request& request) { return pg::TextArray(request.needs); }),
      own([](const Request& request) { return request.note_public; }),
      own([](const Request& request) { return request.note_private; }),
      own([](const Request& request) { return request.consent_version; }),
      own([](const Request& request) { return OrganizationParam(request.filed_by); }),
      own([](const Request& request) { return TimeParam(request.timing.start); }),
      own([](const Request& request) { return TimeParam(request.timing.end); }),
      own([](const Request& request) { return pg::Time(request.create_time); }),
      own([](const Request& request) { return pg::Time(request.update_time); }),
      column([](const NewTask* each) { return TimeParam(WakeTime(each->task)); }),
      own([](const Request& request) {
        return request.filed_with.has_value() ? pg::Param(request.filed_with->value())
                                              : pg::Param();
      })};
  RETURN_IF_ERROR(tx.Execute(kSql, params).status());
  std::vector<const Task*> changed;
  for (const NewTask* each : tasks) changed.push_back(&each->task);
  return AppendHistory(tx, changed);
}

absl::StatusOr<Task> SaveTask(pg::Transaction& tx, const Task& before, Task after) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE request
       SET state = $4, revision = $5, version = version + 1, fact_names = $6, fact_values = $7, wave = $8,
           held_by = $9, reason = $10, blocking_rule = $11, open_questions = $12, update_time = $13, wake_time = $14,
           start_time = $15, end_time = $16, question = $17, answer = $18, pending_side = $19, pending_until = $20,
           pending_details = $21, late = $22, reminders = $23, deadline = $24
     WHERE id = $1
       AND version = $2
       AND state = $3
    RETURNING version)sql";
  const Request& request = after.request;
  const std::optional<PendingChange>& pending = request.pending_change;
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
                                         TimeParam(WakeTime(after)),
                                         TimeParam(request.timing.start),
                                         TimeParam(request.timing.end),
                                         request.question,
                                         request.answer,
                                         pending ? SideParam(*pending) : std::nullopt,
                                         pending ? pg::Time(pending->expire_time) : std::nullopt,
                                         pending ? pg::Bytes(pending->details) : std::nullopt,
                                         pg::Bool(request.late),
                                         pg::Number(request.reminders),
                                         TimeParam(request.deadline)};
  ASSIGN_OR_RETURN(const pg::Result saved, tx.Execute(kSql, params));
  if (saved.rows() == 0) {
    return WithReason(absl::AbortedError("it changed meanwhile"), "CHANGED_MEANWHILE");
  }
  RETURN_IF_ERROR(SaveOffers(tx, before, after));
  RETURN_IF_ERROR(AppendHistory(tx, {&after}));
  after.request.version = saved[0].Number(0);
  after.lines.clear();
  return after;
}

}  // namespace entraide::request
