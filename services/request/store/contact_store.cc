// SPDX-License-Identifier: EUPL-1.2
#include "services/request/store/contact_store.h"

#include "services/platform/base/status.h"
#include "services/platform/pg/columns.h"

namespace entraide::request {

absl::Status InsertContacts(pg::Transaction& tx,
                            const absl::flat_hash_map<RequestId, Contact>& contacts) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO contact (request_id, display_name, phone, email, referent, address)
    SELECT request_id, display_name, phone, email, referent, address
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
           AS filed (request_id, display_name, phone, email, referent, address))sql";
  const pg::Columns column(contacts);
  return tx
      .Execute(kSql, {column([](const auto& each) { return each.first.value(); }),
                      column([](const auto& each) { return each.second.display_name; }),
                      column([](const auto& each) { return each.second.phone; }),
                      column([](const auto& each) { return each.second.email; }),
                      column([](const auto& each) { return each.second.referent; }),
                      column([](const auto& each) { return each.second.address; })})
      .status();
}

absl::StatusOr<Contact> RevealContact(pg::Transaction& tx, const Reveal& reveal, absl::Time now) {
  constexpr pg::Sql kSql = R"sql(
    WITH held AS (
      SELECT id
        FROM request
       WHERE id = $1
         AND held_by = $2
         AND state = 'ACCEPTED'
    ), noted AS (
      INSERT INTO reveal_audit (request_id, organization_id, person, reason, time)
      SELECT id, $2, $3, $4, $5
        FROM held
      RETURNING request_id
    )
    SELECT display_name, phone, email, referent, address
      FROM contact
      JOIN noted USING (request_id))sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {reveal.id.value(), reveal.organization.value(), reveal.person,
                                     reveal.reason, pg::Time(now)}));
  if (found.rows() == 0) {
    return WithReason(absl::NotFoundError("no such request"), "REQUEST_UNKNOWN");
  }
  const pg::Row row = found[0];
  return Contact{.display_name = row.Text(0),
                 .phone = row.Text(1),
                 .email = row.Text(2),
                 .referent = row.Text(3),
                 .address = row.Text(4)};
}

}  // namespace entraide::request
