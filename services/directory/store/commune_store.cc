// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/store/commune_store.h"

#include "services/platform/base/status.h"

namespace entraide::directory {
namespace {

std::vector<std::string> FirstColumn(const pg::Result& result) {
  std::vector<std::string> values;
  for (int i = 0; i < result.rows(); ++i) values.push_back(result[i].Text(0));
  return values;
}

absl::Status WriteCommune(pg::Transaction& tx, const Commune& commune, ImportedCommunes& imported) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO commune AS c (insee_code, former_codes, display_name, postcodes, departement, epci_siren,
                              epci_display_name, population, population_year, latitude_deg, longitude_deg, area_km2)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, nullif($9, 0), $10, $11, nullif($12::double precision, 0))
        ON CONFLICT (insee_code) DO UPDATE
       SET former_codes = excluded.former_codes, display_name = excluded.display_name,
           postcodes = excluded.postcodes, departement = excluded.departement, epci_siren = excluded.epci_siren,
           epci_display_name = excluded.epci_display_name, population = excluded.population,
           population_year = excluded.population_year, latitude_deg = excluded.latitude_deg,
           longitude_deg = excluded.longitude_deg, area_km2 = excluded.area_km2
     WHERE (c.former_codes, c.display_name, c.postcodes, c.departement, c.epci_siren, c.epci_display_name,
            c.population, c.population_year, c.latitude_deg, c.longitude_deg, c.area_km2)
           IS DISTINCT FROM
           (excluded.former_codes, excluded.display_name, excluded.postcodes, excluded.departement,
            excluded.epci_siren, excluded.epci_display_name, excluded.population, excluded.population_year,
            excluded.latitude_deg, excluded.longitude_deg, excluded.area_km2)
    RETURNING xmax = 0)sql";
  ASSIGN_OR_RETURN(
      const pg::Result written,
      tx.Execute(kSql, {commune.insee_code, pg::TextArray(commune.former_codes),
                        commune.display_name, pg::TextArray(commune.postcodes), commune.departement,
                        pg::OrNull(commune.epci_siren), pg::OrNull(commune.epci_display_name),
                        pg::Number(commune.population), pg::Number(commune.population_year),
                        pg::Real(commune.latitude_deg), pg::Real(commune.longitude_deg),
                        pg::Real(commune.area_km2)}));
  if (written.rows() == 0) return absl::OkStatus();
  (written[0].Bool(0) ? imported.created : imported.changed).push_back(commune.insee_code);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<Commune>> ReadCommunes(pg::Transaction& tx,
                                                  const std::vector<std::string>& codes) {
  constexpr pg::Sql kSql = R"sql(
    SELECT insee_code, former_codes, display_name, postcodes, departement, epci_siren, epci_display_name,
           population, population_year, latitude_deg, longitude_deg, area_km2
      FROM commune
      JOIN unnest($1::text[]) WITH ORDINALITY AS wanted (code, position) ON wanted.code = insee_code
     ORDER BY wanted.position)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::TextArray(codes)}));
  std::vector<Commune> communes;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    communes.push_back({.insee_code = row.Text(0),
                        .former_codes = row.TextArray(1),
                        .display_name = row.Text(2),
                        .postcodes = row.TextArray(3),
                        .departement = row.Text(4),
                        .epci_siren = row.Text(5),
                        .epci_display_name = row.Text(6),
                        .population = static_cast<int>(row.Number(7)),
                        .population_year = static_cast<int>(row.Number(8)),
                        .latitude_deg = row.Real(9),
                        .longitude_deg = row.Real(10),
                        .area_km2 = row.Real(11)});
  }
  return communes;
}

absl::StatusOr<std::optional<std::string>> CurrentCode(pg::Transaction& tx,
                                                       absl::string_view code) {
  constexpr pg::Sql kSql = R"sql(
    SELECT insee_code
      FROM commune
     WHERE insee_code = $1 OR former_codes @> ARRAY[$1]
     ORDER BY insee_code = $1 DESC
     LIMIT 1)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {std::string(code)}));
  if (found.rows() == 0) return std::optional<std::string>();
  return std::optional<std::string>(found[0].Text(0));
}

absl::StatusOr<std::vector<std::string>> ListCommuneCodes(pg::Transaction& tx,
                                                          absl::string_view epci_siren,
                                                          absl::string_view after, int limit) {
  constexpr pg::Sql kSql = R"sql(
    SELECT insee_code
      FROM commune
     WHERE ($1::text IS NULL OR epci_siren = $1)
       AND insee_code > $2
     ORDER BY insee_code
     LIMIT $3)sql";
  ASSIGN_OR_RETURN(
      const pg::Result found,
      tx.Execute(kSql, {pg::OrNull(epci_siren), std::string(after), pg::Number(limit)}));
  return FirstColumn(found);
}

absl::StatusOr<std::vector<std::string>> SearchCommuneCodes(pg::Transaction& tx,
                                                            const CommuneQuery& query, int limit) {
  // What is nearly the name counts only when nothing begins with it.
  constexpr pg::Sql kSql = R"sql(
    WITH found AS (
      SELECT insee_code, population, search_name = f_name($1) AS whole,
             starts_with(search_name, f_name($1)) AS begins,
             f_name($1) = '' OR search_name LIKE f_name($1) || '%' OR search_name LIKE '% ' || f_name($1) || '%' AS fits,
             word_similarity(f_name($1), search_name) AS alike, similarity(f_name($1), search_name) AS alike_as_a_whole
        FROM commune
       WHERE (f_name($1) <> '' OR $2::text IS NOT NULL)
         AND (f_name($1) = '' OR search_name LIKE f_name($1) || '%' OR search_name LIKE '% ' || f_name($1) || '%'
              OR (length(f_name($1)) > 3 AND word_similarity(f_name($1), search_name) > 0.4))
         AND ($2 IS NULL OR insee_code = $2 OR former_codes @> ARRAY[$2]
              OR EXISTS (SELECT FROM unnest(postcodes) AS postcode WHERE starts_with(postcode, $2))))
    SELECT insee_code
      FROM found
     WHERE fits OR NOT EXISTS (SELECT FROM found WHERE fits)
     ORDER BY whole DESC, begins DESC, fits DESC, alike DESC, alike_as_a_whole DESC, population DESC, insee_code
     LIMIT $3)sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {query.name, pg::OrNull(query.code), pg::Number(limit)}));
  return FirstColumn(found);
}

absl::StatusOr<ImportedCommunes> WriteCommunes(pg::Transaction& tx,
                                               const std::vector<Commune>& communes) {
  ImportedCommunes imported;
  for (const Commune& commune : communes) RETURN_IF_ERROR(WriteCommune(tx, commune, imported));
  return imported;
}

}  // namespace entraide::directory
