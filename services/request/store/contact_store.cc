// SPDX-License-Identifier: EUPL-1.2
#include "services/request/store/contact_store.h"

#include "services/platform/base/status.h"
#include "services/platform/pg/columns.h"
#include "services/request/domain/names.h"
#include "services/request/store/history_store.h"
#include "services/request/store/rows.h"

namespace entraide::request {
namespace {

// Of rows (display_name, phone, email, referent, address, preferred, sms_ok, no_digital, hours).
absl::StatusOr<Contact> ReadContact(const absl::StatusOr<pg::Result>& found) {
  RETURN_IF_ERROR(found.status());
  if (found->rows() == 0) {
    return WithReason(absl::NotFoundError("no such request"), "REQUEST_UNKNOWN");
  }
  const pg::Row row = (*found)[0];
  Contact contact{.display_name = row.Text(0),
                  .phone = row.Text(1),
                  .email = row.Text(2),
                  .referent = row.Text(3),
                  .address = row.Text(4),
                  .sms_ok = row.Bool(6),
                  .no_digital = row.Bool(7),
                  .hours = row.Text(8)};
  ASSIGN_OR_RETURN(contact.preferred, ParseMeans(row.Text(5)));
  return contact;
}

}  // namespace

absl::Status InsertContacts(pg::Transaction& tx,
                            const absl::flat_hash_map<RequestId, Contact>& contacts) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO contact (request_id, display_name, phone, email, referent, address, preferred, sms_ok, no_digital,
                         hours)
    SELECT request_id, display_name, phone, email, referent, address, preferred, sms_ok, no_digital, hours
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[],
                  $9::boolean[], $10::text[])
           AS filed (request_id, display_name, phone, email, referent, address, preferred, sms_ok, no_digital,
                     hours))sql";
  const pg::Columns column(contacts);
  return tx
      .Execute(kSql,
               {column([](const auto& each) { return each.first.value(); }),
                column([](const auto& each) { return each.second.display_name; }),
                column([](const auto& each) { return each.second.phone; }),
                column([](const auto& each) { return each.second.email; }),
                column([](const auto& each) { return each.second.referent; }),
                column([](const auto& each) { return each.second.address; }),
                column([](const auto& each) { return std::string(NameOf(each.second.preferred)); }),
                column([](const auto& each) { return pg::Bool(each.second.sms_ok); }),
                column([](const auto& each) { return pg::Bool(each.second.no_digital); }),
                column([](const auto& each) { return each.second.hours; })})
      .status();
}

absl::StatusOr<Contact> RevealContact(pg::Transaction& tx, const Reveal& reveal, absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    WITH held AS (
      SELECT id
        FROM request
       WHERE id = $1
         AND held_by = $2
         AND state = ANY($6::text[])
    ), noted AS (
      INSERT INTO reveal_audit (request_id, organization_id, person, reason, time)
      SELECT id, $2, $3, $4, $5
        FROM held
      RETURNING request_id
    )
    SELECT display_name, phone, email, referent, address, preferred, sms_ok, no_digital, hours
      FROM contact
      JOIN noted USING (request_id))sql";
  return ReadContact(
      tx.Execute(kSql, {reveal.id.value(), reveal.organization.value(), reveal.person,
                        reveal.reason, pg::Time(now), StateArray(StatesInHand())}));
}

absl::StatusOr<Contact> TellContact(pg::Transaction& tx, const Reveal& reveal, absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    WITH noted AS (
      INSERT INTO reveal_audit (request_id, organization_id, person, reason, time)
      VALUES ($1, $2, $3, $4, $5)
      RETURNING request_id
    )
    SELECT display_name, phone, email, referent, address, preferred, sms_ok, no_digital, hours
      FROM contact
      JOIN noted USING (request_id))sql";
  return ReadContact(tx.Execute(kSql, {reveal.id.value(), reveal.organization.value(),
                                       reveal.person, reveal.reason, pg::Time(now)}));
}

absl::StatusOr<std::vector<DueCall>> ListDueCalls(pg::Transaction& tx, const OrganizationId& holder,
                                                  const Stretch& stretch) {
  // The last thing that others than the person did; being asked is nothing to tell.
  constexpr pg::Sql kSql =
      "SELECT " ENTRAIDE_REQUEST_COLUMNS
      ", news.time, news.role, news.action, news.state, news.reason, contact.no_digital, "
      "       contact.email <> '' OR contact.sms_ok, contact.hours "
      "  FROM request "
      "  JOIN contact ON contact.request_id = request.id "
      "  JOIN LATERAL (SELECT time, role, action, state, reason "
      "                  FROM request_history AS line "
      "                 WHERE line.request_id = request.id "
      "                   AND line.role <> 'requester' "
      "                 ORDER BY line.id DESC "
      "                 LIMIT 1) AS news ON true "
      " WHERE request.held_by = $1 "
      "   AND request.state = ANY($2::text[]) "
      "   AND (contact.no_digital OR request.reminders > 0 "
      "        OR (contact.email = '' AND NOT contact.sms_ok)) "
      "   AND NOT EXISTS (SELECT 1 "
      "                     FROM reveal_audit AS seen "
      "                    WHERE seen.request_id = request.id "
      "                      AND seen.organization_id = $1 "
      "                      AND seen.time >= news.time) "
      "   AND ($3::timestamptz IS NULL OR (news.time, request.id) > ($3::timestamptz, $4::uuid)) "
      " ORDER BY news.time, request.id "
      " LIMIT $5";
  pg::Param after_time;
  pg::Param after_id;
  if (stretch.after.has_value()) {
    after_time = pg::Time(stretch.after->time);
    after_id = stretch.after->id;
  }
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {holder.value(), StateArray(StatesInHand()), after_time,
                                     after_id, pg::Number(stretch.limit)}));
  std::vector<DueCall> calls;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    DueCall& call = calls.emplace_back();
    ASSIGN_OR_RETURN(call.request, ReadRequest(row));
    ASSIGN_OR_RETURN(call.news, ReadLine(row, kRequestColumnCount));
    call.no_digital = row.Bool(kRequestColumnCount + 5);
    call.has_address = row.Bool(kRequestColumnCount + 6);
    call.hours = row.Text(kRequestColumnCount + 7);
  }
  return calls;
}

}  // namespace entraide::request
