// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/store/organization_store.h"

#include <utility>

#include "services/platform/base/status.h"

namespace entraide::directory {
namespace {

// The same for one that never was and for somebody else's.
absl::Status NoSuchOrganization() {
  return WithReason(absl::NotFoundError("no such organization"), "ORGANIZATION_UNKNOWN");
}

// Reads the one whose id stands in the only row.
absl::StatusOr<Organization> ReadOnly(pg::Transaction& tx, const pg::Result& found) {
  if (found.rows() == 0) return NoSuchOrganization();
  ASSIGN_OR_RETURN(std::vector<Organization> read, ReadOrganizations(tx, {found[0].Text(0)}));
  if (read.empty()) return NoSuchOrganization();
  return std::move(read.front());
}

Organization FromRow(const pg::Row& row) {
  Organization organization{.id = OrganizationId(row.Text(0)), .revision = row.Number(1)};
  organization.origin = {.source = row.Text(2), .local_id = row.Text(3)};
  organization.display_name = row.Text(4);
  organization.description = row.Text(5);
  organization.demo = row.Bool(6);
  organization.listing.state =
      FromWord<ListingState>(row.Text(7)).value_or(ListingState::kArchived);
  organization.legal_form = row.Text(8);
  organization.ess_kind = row.Text(9);
  organization.sectors = row.TextArray(10);
  organization.audiences = row.TextArray(11);
  organization.siret = row.Text(12);
  organization.rna = row.Text(13);
  organization.contact = {.phone = row.Text(14),
                          .email = row.Text(15),
                          .website = row.Text(16),
                          .address = row.Text(17)};
  organization.commune = row.Text(18);
  organization.opening_hours = row.Text(19);
  organization.job_count = static_cast<int>(row.Number(20));
  organization.update_time = row.Time(21);
  return organization;
}

}  // namespace

absl::StatusOr<std::vector<Organization>> ReadOrganizations(pg::Transaction& tx,
                                                            const std::vector<std::string>& ids) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, revision, source, local_id, display_name, description, demo, state, legal_form, ess_kind, sectors,
           audiences, siret, rna, phone, email, website, address, commune, opening_hours, job_count, update_time
      FROM organization
      JOIN unnest($1::text[]) WITH ORDINALITY AS wanted (wanted_id, position) ON wanted_id = id
     ORDER BY wanted.position)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::TextArray(ids)}));
  std::vector<Organization> organizations;
  for (int i = 0; i < found.rows(); ++i) organizations.push_back(FromRow(found[i]));
  return organizations;
}

absl::StatusOr<Organization> ReadOrganization(pg::Transaction& tx, const OrganizationId& id,
                                              const Viewer& viewer) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id
      FROM organization
     WHERE id = $1
       AND (state = 'PUBLISHED' OR $2::boolean OR id = $3))sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {id.value(), pg::Bool(viewer.kind == Viewer::Kind::kOperator),
                                     pg::OrNull(viewer.organization.value())}));
  return ReadOnly(tx, found);
}

absl::StatusOr<Organization> LockOrganization(pg::Transaction& tx, const OrganizationId& id,
                                              const Viewer& viewer) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id
      FROM organization
     WHERE id = $1
       AND ($2::boolean OR id = $3)
       FOR UPDATE)sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {id.value(), pg::Bool(viewer.kind == Viewer::Kind::kOperator),
                                     pg::OrNull(viewer.organization.value())}));
  return ReadOnly(tx, found);
}

absl::Status FindOwnOrganization(pg::Transaction& tx, const OrganizationId& id,
                                 const Viewer& viewer) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id
      FROM organization
     WHERE id = $1
       AND ($2::boolean OR id = $3))sql";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {id.value(), pg::Bool(viewer.kind == Viewer::Kind::kOperator),
                                     pg::OrNull(viewer.organization.value())}));
  return found.rows() == 0 ? NoSuchOrganization() : absl::OkStatus();
}

absl::StatusOr<Organization> LockOrganizationOf(pg::Transaction& tx, const Origin& origin) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id
      FROM organization
     WHERE source = $1 AND local_id = $2
       FOR UPDATE)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {origin.source, origin.local_id}));
  if (found.rows() == 0) return Organization{};
  return ReadOnly(tx, found);
}

absl::Status WriteOrganization(pg::Transaction& tx, const Organization& organization) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO organization AS o (
           id, revision, source, local_id, display_name, description, demo, state, legal_form, ess_kind, sectors,
           audiences, siret, rna, phone, email, website, address, commune, opening_hours, job_count, update_time,
           search_words)
    VALUES ($1, $2::bigint + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
            nullif($21, 0), $22, $23)
        ON CONFLICT (id) DO UPDATE
       SET revision = excluded.revision, display_name = excluded.display_name, description = excluded.description,
           state = excluded.state, legal_form = excluded.legal_form, ess_kind = excluded.ess_kind,
           sectors = excluded.sectors, audiences = excluded.audiences, siret = excluded.siret, rna = excluded.rna,
           phone = excluded.phone, email = excluded.email, website = excluded.website, address = excluded.address,
           commune = excluded.commune, opening_hours = excluded.opening_hours, job_count = excluded.job_count,
           update_time = excluded.update_time, search_words = excluded.search_words
     WHERE o.revision = excluded.revision - 1
    RETURNING o.revision)sql";
  const Organization& o = organization;
  ASSIGN_OR_RETURN(const pg::Result written, tx.Execute(kSql, {o.id.value(),
                                                               pg::Number(o.revision),
                                                               o.origin.source,
                                                               o.origin.local_id,
                                                               o.display_name,
                                                               o.description,
                                                               pg::Bool(o.demo),
                                                               std::string(WordOf(o.listing.state)),
                                                               pg::OrNull(o.legal_form),
                                                               pg::OrNull(o.ess_kind),
                                                               pg::TextArray(o.sectors),
                                                               pg::TextArray(o.audiences),
                                                               pg::OrNull(o.siret),
                                                               pg::OrNull(o.rna),
                                                               pg::OrNull(o.contact.phone),
                                                               pg::OrNull(o.contact.email),
                                                               pg::OrNull(o.contact.website),
                                                               pg::OrNull(o.contact.address),
                                                               o.commune,
                                                               pg::OrNull(o.opening_hours),
                                                               pg::Number(o.job_count),
                                                               pg::Time(o.update_time),
                                                               SearchWords(o)}));
  if (written.rows() > 0) return absl::OkStatus();
  return WithReason(absl::AbortedError("the organization changed"), "CHANGED_MEANWHILE");
}

}  // namespace entraide::directory
