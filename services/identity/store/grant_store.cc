// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/store/grant_store.h"

#include <array>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"

namespace entraide::identity {
namespace {

constexpr std::array kRoles = {"prescriber",  "volunteer", "staff",
                               "coordinator", "official",  "admin"};

// Columns: id, person_id, role, organization, epci_siren, demo.
absl::StatusOr<Grant> ReadGrant(const pg::Row& row) {
  ASSIGN_OR_RETURN(const Role role, ParseRoleWord(row.Text(2)));
  return Grant{.id = GrantId(row.Text(0)),
               .person = PersonId(row.Text(1)),
               .role = role,
               .organization = row.Text(3),
               .epci_siren = row.Text(4),
               .demo = row.Bool(5)};
}

}  // namespace

GrantId OperatorGrant() { return GrantId("00000000-0000-4000-8000-000000000001"); }

std::string RoleWord(Role role) { return kRoles.at(static_cast<std::size_t>(role)); }

absl::StatusOr<Role> ParseRoleWord(const std::string& word) {
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    if (word == kRoles.at(i)) return static_cast<Role>(i);
  }
  return absl::DataLossError(absl::StrCat("unknown role: ", word));
}

absl::StatusOr<PersonId> EnsurePerson(pg::Transaction& tx, const Email& email, const PersonId& id) {
  // The update changes nothing but gives the row back and keeps it from being swept.
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO person (id, email)
    VALUES ($1, $2)
        ON CONFLICT (email) DO UPDATE SET email = EXCLUDED.email
 RETURNING id)sql";
  ASSIGN_OR_RETURN(const pg::Result made, tx.Execute(kSql, {id.value(), email.value()}));
  return PersonId(made[0].Text(0));
}

absl::StatusOr<GrantId> EnsureGrant(pg::Transaction& tx, const Grant& grant, const Giving& giving) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO role_grant
           (id, person_id, role, organization, epci_siren, demo, create_time, create_principal)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (person_id, role, organization, epci_siren, demo)
           DO UPDATE SET role = EXCLUDED.role
 RETURNING id)sql";
  ASSIGN_OR_RETURN(const pg::Result made,
                   tx.Execute(kSql, {grant.id.value(), grant.person.value(), RoleWord(grant.role),
                                     grant.organization, grant.epci_siren, pg::Bool(grant.demo),
                                     pg::Time(giving.time), giving.principal}));
  return GrantId(made[0].Text(0));
}

absl::StatusOr<Grant> LockGrant(pg::Transaction& tx, const GrantId& id) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, person_id, role, organization, epci_siren, demo
      FROM role_grant
     WHERE id = $1 AND id <> $2
       FOR UPDATE)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {id.value(), OperatorGrant().value()}));
  if (found.rows() == 0) return absl::NotFoundError("no such grant");
  return ReadGrant(found[0]);
}

absl::Status DeleteGrant(pg::Transaction& tx, const GrantId& id) {
  constexpr pg::Sql kSql = "DELETE FROM role_grant WHERE id = $1";
  return tx.Execute(kSql, {id.value()}).status();
}

absl::StatusOr<std::vector<Grant>> GrantsOf(pg::Transaction& tx, const PersonId& person) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id, person_id, role, organization, epci_siren, demo
      FROM role_grant
     WHERE person_id = $1
  ORDER BY serial)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {person.value()}));
  std::vector<Grant> grants;
  for (int i = 0; i < found.rows(); ++i) {
    ASSIGN_OR_RETURN(Grant grant, ReadGrant(found[i]));
    grants.push_back(std::move(grant));
  }
  return grants;
}

}  // namespace entraide::identity
