// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/store/place_store.h"

#include <array>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"

namespace entraide::directory {
namespace {

constexpr std::array<const char*, 6> kLevels = {"",       "COMMUNE", "EPCI", "DEPARTEMENT",
                                                "FRANCE", "RADIUS"};

// A zone as the columns of zone_entry.
struct Columns {
  std::vector<std::string> levels{};
  std::vector<std::string> codes{};
  std::vector<std::string> radii{};
};

Columns ColumnsOf(const Zone& zone) {
  Columns columns;
  for (const Area& area : zone) {
    columns.levels.push_back(kLevels.at(static_cast<std::size_t>(area.level)));
    columns.codes.push_back(area.code);
    columns.radii.push_back(absl::StrCat(area.radius_km));
  }
  return columns;
}

Area::Level LevelOf(const std::string& word) {
  for (std::size_t i = 0; i < kLevels.size(); ++i) {
    if (word == kLevels.at(i)) return static_cast<Area::Level>(i);
  }
  return Area::Level::kUnset;
}

// Rows are: owner, level, code, radius_km.
Zones ZonesIn(const pg::Result& found) {
  Zones zones;
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    zones[row.Text(0)].push_back({.level = LevelOf(row.Text(1)),
                                  .code = row.Text(2),
                                  .radius_km = static_cast<int>(row.Number(3))});
  }
  return zones;
}

// Writes the communes of one offer's zone.
absl::Status ExpandZone(pg::Transaction& tx, const ServiceOfferId& id) {
  constexpr pg::Sql kDelete = "DELETE FROM offer_commune WHERE offer_id = $1";
  constexpr pg::Sql kInsert = R"sql(
    INSERT INTO offer_commune (offer_id, insee_code)
    SELECT offer_id, insee_code
      FROM zone_commune
     WHERE offer_id = $1)sql";
  RETURN_IF_ERROR(tx.Execute(kDelete, {id.value()}).status());
  return tx.Execute(kInsert, {id.value()}).status();
}

}  // namespace

absl::Status CheckKnown(pg::Transaction& tx, const Zone& zone, absl::string_view path,
                        Violations& found) {
  constexpr pg::Sql kSql = R"sql(
    SELECT area.position - 1
      FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS area (level, code, position)
     WHERE area.code <> ''
       AND NOT CASE area.level
                 WHEN 'EPCI' THEN EXISTS (SELECT FROM commune WHERE epci_siren = area.code)
                 WHEN 'DEPARTEMENT' THEN EXISTS (SELECT FROM commune WHERE departement = area.code)
                 ELSE EXISTS (SELECT FROM commune WHERE insee_code = area.code OR former_codes @> ARRAY[area.code])
               END
     ORDER BY area.position)sql";
  const Columns columns = ColumnsOf(zone);
  ASSIGN_OR_RETURN(const pg::Result unknown,
                   tx.Execute(kSql, {pg::TextArray(columns.levels), pg::TextArray(columns.codes)}));
  for (int i = 0; i < unknown.rows(); ++i) {
    const auto position = static_cast<std::size_t>(unknown[i].Number(0));
    found.Add(absl::StrCat(path, "[", position, "].", CodeField(zone.at(position).level)),
              "UNKNOWN_VALUE", "a place of the directory's communes");
  }
  return absl::OkStatus();
}

absl::Status WriteZone(pg::Transaction& tx, const ServiceOfferId& id, const Zone& zone) {
  constexpr pg::Sql kDelete = "DELETE FROM zone_entry WHERE offer_id = $1";
  constexpr pg::Sql kInsert = R"sql(
    INSERT INTO zone_entry (offer_id, position, level, code, radius_km)
    SELECT $1, area.position - 1, area.level, area.code, area.radius_km
      FROM unnest($2::text[], $3::text[], $4::integer[])
           WITH ORDINALITY AS area (level, code, radius_km, position))sql";
  const Columns columns = ColumnsOf(zone);
  RETURN_IF_ERROR(tx.Execute(kDelete, {id.value()}).status());
  RETURN_IF_ERROR(tx.Execute(kInsert, {id.value(), pg::TextArray(columns.levels),
                                       pg::TextArray(columns.codes), pg::TextArray(columns.radii)})
                      .status());
  return ExpandZone(tx, id);
}

absl::Status WriteZone(pg::Transaction& tx, const PartnerId& id, const Zone& zone) {
  constexpr pg::Sql kDelete = "DELETE FROM zone_entry WHERE partner_id = $1";
  constexpr pg::Sql kInsert = R"sql(
    INSERT INTO zone_entry (partner_id, position, level, code, radius_km)
    SELECT $1, area.position - 1, area.level, area.code, area.radius_km
      FROM unnest($2::text[], $3::text[], $4::integer[])
           WITH ORDINALITY AS area (level, code, radius_km, position))sql";
  const Columns columns = ColumnsOf(zone);
  RETURN_IF_ERROR(tx.Execute(kDelete, {id.value()}).status());
  return tx
      .Execute(kInsert, {id.value(), pg::TextArray(columns.levels), pg::TextArray(columns.codes),
                         pg::TextArray(columns.radii)})
      .status();
}

absl::StatusOr<Zones> ReadOfferZones(pg::Transaction& tx, const std::vector<std::string>& offers) {
  constexpr pg::Sql kSql = R"sql(
    SELECT offer_id, level, code, radius_km
      FROM zone_entry
     WHERE offer_id = ANY ($1::text[])
     ORDER BY offer_id, position)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::TextArray(offers)}));
  return ZonesIn(found);
}

absl::StatusOr<Zones> ReadPartnerZones(pg::Transaction& tx,
                                       const std::vector<std::string>& partners) {
  constexpr pg::Sql kSql = R"sql(
    SELECT partner_id, level, code, radius_km
      FROM zone_entry
     WHERE partner_id = ANY ($1::text[])
     ORDER BY partner_id, position)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::TextArray(partners)}));
  return ZonesIn(found);
}

absl::StatusOr<std::vector<std::string>> ReadOfferCommunes(pg::Transaction& tx,
                                                           const ServiceOfferId& id) {
  constexpr pg::Sql kSql = R"sql(
    SELECT insee_code
      FROM offer_commune
     WHERE offer_id = $1
     ORDER BY insee_code)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {id.value()}));
  std::vector<std::string> communes;
  for (int i = 0; i < found.rows(); ++i) communes.push_back(found[i].Text(0));
  return communes;
}

absl::StatusOr<std::vector<ServiceOfferId>> ExpandAllZones(pg::Transaction& tx) {
  constexpr pg::Sql kSql = R"sql(
    WITH wanted AS (SELECT offer_id, insee_code FROM zone_commune WHERE offer_id IS NOT NULL),
         gone AS (DELETE FROM offer_commune AS held
                   WHERE NOT EXISTS (SELECT FROM wanted
                                      WHERE wanted.offer_id = held.offer_id AND wanted.insee_code = held.insee_code)
                  RETURNING offer_id),
         come AS (INSERT INTO offer_commune (offer_id, insee_code)
                  SELECT offer_id, insee_code FROM wanted
                      ON CONFLICT DO NOTHING
                  RETURNING offer_id)
    SELECT offer_id FROM gone UNION SELECT offer_id FROM come ORDER BY 1)sql";
  ASSIGN_OR_RETURN(const pg::Result changed, tx.Execute(kSql));
  std::vector<ServiceOfferId> offers;
  for (int i = 0; i < changed.rows(); ++i) offers.emplace_back(changed[i].Text(0));
  return offers;
}

}  // namespace entraide::directory
