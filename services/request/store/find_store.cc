// SPDX-License-Identifier: EUPL-1.2
#include "services/request/store/find_store.h"

#include "services/platform/base/status.h"

namespace entraide::request {
namespace {

absl::StatusOr<RequestId> OnlyId(const absl::StatusOr<pg::Result>& found) {
  RETURN_IF_ERROR(found.status());
  if (found->rows() == 0) {
    return WithReason(absl::NotFoundError("no such request"), "REQUEST_UNKNOWN");
  }
  return RequestId((*found)[0].Text(0));
}

// Asks the question that fits the scope.
struct Finder {
  pg::Transaction& tx;

  absl::StatusOr<RequestId> operator()(const ByCode& scope) const {
    constexpr pg::Sql kSql = R"sql(
      SELECT id
        FROM request
       WHERE tracking_hash = $1
         AND CASE WHEN $2::uuid IS NULL THEN filed_with IS NULL ELSE id = $2 END)sql";
    pg::Param id;
    if (scope.id.has_value()) id = scope.id->value();
    return OnlyId(tx.Execute(kSql, {pg::Bytes(scope.tracking_hash), id}));
  }
  absl::StatusOr<RequestId> operator()(const FiledBy& scope) const {
    constexpr pg::Sql kSql = R"sql(
      SELECT id
        FROM request
       WHERE id = $1
         AND filed_by = $2)sql";
    return OnlyId(tx.Execute(kSql, {scope.id.value(), scope.organization.value()}));
  }
  absl::StatusOr<RequestId> operator()(const HeldBy& scope) const {
    constexpr pg::Sql kSql = R"sql(
      SELECT id
        FROM request
       WHERE id = $1
         AND held_by = $2)sql";
    return OnlyId(tx.Execute(kSql, {scope.id.value(), scope.organization.value()}));
  }
  absl::StatusOr<RequestId> operator()(const AskedOf& scope) const {
    constexpr pg::Sql kSql = R"sql(
      SELECT request_id
        FROM request_offer
       WHERE id = $1
         AND request_id = $2
         AND organization_id = $3)sql";
    return OnlyId(
        tx.Execute(kSql, {scope.offer.value(), scope.id.value(), scope.organization.value()}));
  }
  absl::StatusOr<RequestId> operator()(const KnownTo& scope) const {
    constexpr pg::Sql kSql = R"sql(
      SELECT id
        FROM request
       WHERE id = $1
         AND (held_by = $2
              OR EXISTS (SELECT 1
                           FROM request_offer AS asked
                          WHERE asked.request_id = request.id
                            AND asked.organization_id = $2)))sql";
    return OnlyId(tx.Execute(kSql, {scope.id.value(), scope.organization.value()}));
  }
  absl::StatusOr<RequestId> operator()(const AnyOf& scope) const {
    constexpr pg::Sql kSql = R"sql(
      SELECT id
        FROM request
       WHERE id = $1)sql";
    return OnlyId(tx.Execute(kSql, {scope.id.value()}));
  }
};

}  // namespace

absl::StatusOr<RequestId> FindRequest(pg::Transaction& tx, const Scope& scope) {
  return std::visit(Finder{tx}, scope);
}

absl::StatusOr<std::optional<RequestId>> FindFiledWith(pg::Transaction& tx, const RequestId& id) {
  constexpr pg::Sql kSql = R"sql(
    SELECT id
      FROM request
     WHERE filed_with = $1)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {id.value()}));
  if (found.rows() == 0) return std::nullopt;
  return RequestId(found[0].Text(0));
}

}  // namespace entraide::request
