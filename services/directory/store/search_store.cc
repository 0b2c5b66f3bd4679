// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/store/search_store.h"

#include <cstddef>

#include "services/platform/base/status.h"

namespace entraide::directory {
namespace {

// $1 to $5 are the filters, then come the parts of the sort key, then the limit.
std::vector<pg::Param> ParamsOf(const DirectoryQuery& query, std::size_t key_size) {
  std::vector<pg::Param> params = {pg::OrNull(query.text), pg::OrNull(query.serves_commune),
                                   pg::OrNull(query.kind), pg::OrNull(query.audience),
                                   pg::OrNull(query.sector)};
  for (std::size_t i = 0; i < key_size; ++i) {
    params.push_back(i < query.after.size() ? pg::Param(query.after[i]) : std::nullopt);
  }
  params.push_back(pg::Number(query.limit));
  return params;
}

std::vector<std::string> IdsIn(const pg::Result& found) {
  std::vector<std::string> ids;
  for (int i = 0; i < found.rows(); ++i) ids.push_back(found[i].Text(0));
  return ids;
}

}  // namespace

absl::StatusOr<std::vector<std::string>> SearchOrganizationIds(pg::Transaction& tx,
                                                               const DirectoryQuery& query) {
  constexpr pg::Sql kSql = R"sql(
    SELECT o.id
      FROM organization o
     WHERE o.state = 'PUBLISHED'
       AND ($1::text IS NULL OR o.document @@ f_query($1) OR word_similarity(f_name($1), o.search_name) > 0.5
            OR EXISTS (SELECT FROM service_offer s
                        WHERE s.organization_id = o.id AND s.state = 'PUBLISHED'
                          AND (o.document || s.document) @@ f_query($1)))
       AND (($2::text IS NULL AND $3::text IS NULL)
            OR EXISTS (SELECT FROM service_offer s
                        WHERE s.organization_id = o.id AND s.state = 'PUBLISHED'
                          AND ($3 IS NULL OR s.kind = $3)
                          AND ($2 IS NULL
                               OR EXISTS (SELECT FROM offer_commune c WHERE c.offer_id = s.id AND c.insee_code = $2)
                               OR EXISTS (SELECT FROM zone_entry z WHERE z.offer_id = s.id AND z.level = 'FRANCE'))))
       AND ($4::text IS NULL OR $4 = ANY (o.audiences))
       AND ($5::text IS NULL OR $5 = ANY (o.sectors))
       AND ($6::text IS NULL OR (o.display_name COLLATE "fr-x-icu", o.id) > ($6, $7))
     ORDER BY o.display_name COLLATE "fr-x-icu", o.id
     LIMIT $8)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, ParamsOf(query, 2)));
  return IdsIn(found);
}

absl::StatusOr<std::vector<std::string>> SearchOfferIds(pg::Transaction& tx,
                                                        const DirectoryQuery& query) {
  constexpr pg::Sql kSql = R"sql(
    SELECT s.id
      FROM service_offer s
      JOIN organization o ON o.id = s.organization_id
     WHERE s.state = 'PUBLISHED' AND o.state = 'PUBLISHED'
       AND ($1::text IS NULL OR (o.document || s.document) @@ f_query($1)
            OR word_similarity(f_name($1), s.search_name) > 0.5
            OR word_similarity(f_name($1), o.search_name) > 0.5)
       AND ($2::text IS NULL
            OR EXISTS (SELECT FROM offer_commune c WHERE c.offer_id = s.id AND c.insee_code = $2)
            OR EXISTS (SELECT FROM zone_entry z WHERE z.offer_id = s.id AND z.level = 'FRANCE'))
       AND ($3::text IS NULL OR s.kind = $3)
       AND ($4::text IS NULL OR $4 = ANY (o.audiences))
       AND ($5::text IS NULL OR $5 = ANY (o.sectors))
       AND ($6::text IS NULL
            OR (o.display_name COLLATE "fr-x-icu", o.id, s.display_name COLLATE "fr-x-icu", s.id)
               > ($6, $7, $8, $9))
     ORDER BY o.display_name COLLATE "fr-x-icu", o.id, s.display_name COLLATE "fr-x-icu", s.id
     LIMIT $10)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, ParamsOf(query, 4)));
  return IdsIn(found);
}

absl::StatusOr<std::vector<std::string>> ListPublishedOfferIds(pg::Transaction& tx,
                                                               const std::string& after,
                                                               int limit) {
  constexpr pg::Sql kSql = R"sql(
    SELECT s.id
      FROM service_offer s
      JOIN organization o ON o.id = s.organization_id
     WHERE s.state = 'PUBLISHED' AND o.state = 'PUBLISHED' AND s.id > $1
     ORDER BY s.id
     LIMIT $2)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {after, pg::Number(limit)}));
  return IdsIn(found);
}

}  // namespace entraide::directory
