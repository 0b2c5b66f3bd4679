// SPDX-License-Identifier: EUPL-1.2
#include "services/rides/store/leg_store.h"

#include <cstdint>
#include <optional>

#include "absl/time/civil_time.h"
#include "services/platform/base/status.h"

namespace entraide::rides {
namespace {

pg::Param TimeParam(const std::optional<absl::Time>& time) {
  if (!time.has_value()) return std::nullopt;
  return pg::Time(*time);
}

pg::Param NumberParam(const std::optional<std::int64_t>& number) {
  if (!number.has_value()) return std::nullopt;
  return pg::Number(*number);
}

absl::StatusOr<std::int64_t> NextNumber(pg::Transaction& tx,
                                        const request::OrganizationId& organization,
                                        std::int64_t year) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO receipt_count AS given (organization_id, year, last_number)
    VALUES ($1, $2, 1)
        ON CONFLICT (organization_id, year) DO UPDATE SET last_number = given.last_number + 1
    RETURNING last_number)sql";
  ASSIGN_OR_RETURN(const pg::Result given,
                   tx.Execute(kSql, {organization.value(), pg::Number(year)}));
  return given[0].Number(0);
}

absl::Status InsertReceipt(pg::Transaction& tx, const request::OrganizationId& organization,
                           const request::RequestId& id, const Receipt& receipt) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO receipt (organization_id, year, number, request_id, day, millieuros_per_km, third_party_cents,
                         ceiling_cents, indemnity_cents, rider_share_cents)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql";
  return tx
      .Execute(
          kSql,
          {organization.value(), pg::Number(receipt.day.year()), pg::Number(receipt.number),
           id.value(), absl::FormatCivilTime(receipt.day),
           pg::Number(receipt.tariff.millieuros_per_km),
           pg::Number(receipt.tariff.third_party_cents), NumberParam(receipt.tariff.ceiling_cents),
           pg::Number(receipt.cost.indemnity_cents), pg::Number(receipt.cost.rider_share_cents)})
      .status();
}

}  // namespace

absl::Status SaveLeg(pg::Transaction& tx, const request::RequestId& id, const RideDetails& leg) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE ride
       SET driver = $2, reconfirm_time = $3, approach_meters = $4, loaded_meters = $5, return_meters = $6
     WHERE request_id = $1)sql";
  const auto meters = [&](std::int64_t Way::*part) {
    return leg.driven.has_value() ? pg::Number((*leg.driven).*part) : pg::Param();
  };
  return tx
      .Execute(kSql, {id.value(), pg::OrNull(leg.serving.assignee),
                      TimeParam(leg.serving.reconfirm_time), meters(&Way::approach_meters),
                      meters(&Way::loaded_meters), meters(&Way::return_meters)})
      .status();
}

absl::Status Issue(pg::Transaction& tx, const request::Request& request, Receipt receipt) {
  if (!request.held_by.has_value()) return absl::DataLossError("nobody holds it");
  ASSIGN_OR_RETURN(receipt.number, NextNumber(tx, *request.held_by, receipt.day.year()));
  return InsertReceipt(tx, *request.held_by, request.id, receipt);
}

}  // namespace entraide::rides
