// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/store/partner_store.h"

#include <utility>

#include "services/directory/store/place_store.h"
#include "services/platform/base/status.h"

namespace entraide::directory {

absl::StatusOr<PartnerId> FindPartner(pg::Transaction& tx, const Origin& origin) {
  constexpr pg::Sql kSql = "SELECT id FROM partner WHERE source = $1 AND local_id = $2";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {origin.source, origin.local_id}));
  return found.rows() == 0 ? PartnerId() : PartnerId(found[0].Text(0));
}

absl::Status WritePartner(pg::Transaction& tx, const Partner& partner) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO partner (id, source, local_id, display_name, description, demo, supports, website, phone)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (id) DO UPDATE
       SET display_name = excluded.display_name, description = excluded.description,
           supports = excluded.supports, website = excluded.website, phone = excluded.phone)sql";
  RETURN_IF_ERROR(
      tx.Execute(kSql, {partner.id.value(), partner.origin.source, partner.origin.local_id,
                        partner.display_name, partner.description, pg::Bool(partner.demo),
                        pg::TextArray(partner.supports), pg::OrNull(partner.contact.website),
                        pg::OrNull(partner.contact.phone)})
          .status());
  return WriteZone(tx, partner.id, partner.zone);
}

absl::StatusOr<std::vector<Partner>> ReadPartners(pg::Transaction& tx,
                                                  const std::vector<std::string>& ids) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, source, local_id, display_name, description, demo, supports, website, phone
      FROM partner
      JOIN unnest($1::text[]) WITH ORDINALITY AS wanted (wanted_id, position) ON wanted_id = id
     ORDER BY wanted.position)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::TextArray(ids)}));
  ASSIGN_OR_RETURN(Zones zones, ReadPartnerZones(tx, ids));
  std::vector<Partner> partners;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    partners.push_back({.id = PartnerId(row.Text(0)),
                        .origin = {.source = row.Text(1), .local_id = row.Text(2)},
                        .display_name = row.Text(3),
                        .description = row.Text(4),
                        .demo = row.Bool(5),
                        .supports = row.TextArray(6),
                        .zone = std::move(zones[row.Text(0)]),
                        .contact = {.phone = row.Text(8), .website = row.Text(7)}});
  }
  return partners;
}

absl::StatusOr<std::vector<std::string>> ListPartnerIds(pg::Transaction& tx,
                                                        const PartnerQuery& query) {
  constexpr pg::Sql kSql = R"sql(
    SELECT p.id
      FROM partner p
     WHERE ($1::text IS NULL OR $1 = ANY (p.supports))
       AND ($2::text IS NULL
            OR EXISTS (SELECT FROM zone_commune z WHERE z.partner_id = p.id AND z.insee_code = $2)
            OR EXISTS (SELECT FROM zone_entry z WHERE z.partner_id = p.id AND z.level = 'FRANCE'))
       AND ($3::text IS NULL OR (p.display_name COLLATE "fr-x-icu", p.id) > ($3, $4))
     ORDER BY p.display_name COLLATE "fr-x-icu", p.id
     LIMIT $5)sql";
  pg::Param name;
  pg::Param id;
  if (!query.after.empty()) {
    name = query.after.at(0);
    id = query.after.at(1);
  }
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {pg::OrNull(query.support), pg::OrNull(query.serves_commune),
                                     name, id, pg::Number(query.limit)}));
  std::vector<std::string> ids;
  for (int i = 0; i < found.rows(); ++i) ids.push_back(found[i].Text(0));
  return ids;
}

}  // namespace entraide::directory
