// SPDX-License-Identifier: EUPL-1.2
#include <cstddef>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "services/directory/store/offer_details.h"
#include "services/platform/base/status.h"

namespace entraide::directory {
namespace {

absl::Status WriteCondition(pg::Transaction& tx, const ServiceOfferId& id, std::size_t group,
                            std::size_t position, const EligibilityCondition& condition) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO offer_eligibility_condition (offer_id, group_position, position, fact, operator, fact_values)
    VALUES ($1, $2, $3, $4, $5, $6))sql";
  return tx
      .Execute(kSql, {id.value(), pg::Number(static_cast<std::int64_t>(group)),
                      pg::Number(static_cast<std::int64_t>(position)), condition.fact,
                      std::string(WordOf(condition.op)), pg::TextArray(condition.values)})
      .status();
}

absl::Status WriteGroups(pg::Transaction& tx, const ServiceOffer& offer) {
  constexpr pg::Sql kDelete = "DELETE FROM offer_eligibility_group WHERE offer_id = $1";
  constexpr pg::Sql kInsert = R"sql(
    INSERT INTO offer_eligibility_group (offer_id, position, text)
    VALUES ($1, $2, $3))sql";
  RETURN_IF_ERROR(tx.Execute(kDelete, {offer.id.value()}).status());
  for (std::size_t i = 0; i < offer.eligibility_rules.size(); ++i) {
    const EligibilityGroup& group = offer.eligibility_rules[i];
    RETURN_IF_ERROR(tx.Execute(kInsert, {offer.id.value(), pg::Number(static_cast<std::int64_t>(i)),
                                         group.text})
                        .status());
    for (std::size_t j = 0; j < group.conditions.size(); ++j) {
      RETURN_IF_ERROR(WriteCondition(tx, offer.id, i, j, group.conditions[j]));
    }
  }
  return absl::OkStatus();
}

absl::Status WritePrices(pg::Transaction& tx, const ServiceOffer& offer) {
  constexpr pg::Sql kDelete = "DELETE FROM offer_price WHERE offer_id = $1";
  constexpr pg::Sql kInsert = R"sql(
    INSERT INTO offer_price (offer_id, position, unit, amount_cents, condition)
    SELECT $1, price.position - 1, price.unit, price.amount_cents, price.condition
      FROM unnest($2::text[], $3::bigint[], $4::text[])
           WITH ORDINALITY AS price (unit, amount_cents, condition, position))sql";
  std::vector<std::string> units;
  std::vector<std::string> amounts;
  std::vector<std::string> conditions;
  for (const Price& price : offer.prices) {
    units.push_back(price.unit);
    amounts.push_back(absl::StrCat(price.amount_cents));
    conditions.push_back(price.condition);
  }
  RETURN_IF_ERROR(tx.Execute(kDelete, {offer.id.value()}).status());
  return tx
      .Execute(kInsert, {offer.id.value(), pg::TextArray(units), pg::TextArray(amounts),
                         pg::TextArray(conditions)})
      .status();
}

absl::Status ReadGroups(pg::Transaction& tx, const std::vector<std::string>& ids,
                        const OffersById& offers) {
  constexpr pg::Sql kSql = R"sql(
    SELECT g.offer_id, g.position, g.text, c.fact, c.operator, c.fact_values
      FROM offer_eligibility_group g
      JOIN offer_eligibility_condition c ON c.offer_id = g.offer_id AND c.group_position = g.position
     WHERE g.offer_id = ANY ($1::text[])
     ORDER BY g.offer_id, g.position, c.position)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::TextArray(ids)}));
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    std::vector<EligibilityGroup>& groups = offers.at(row.Text(0))->eligibility_rules;
    if (groups.size() <= static_cast<std::size_t>(row.Number(1))) {
      groups.push_back({.text = row.Text(2)});
    }
    groups.back().conditions.push_back({.fact = row.Text(3),
                                        .op = FromWord<EligibilityCondition::Operator>(row.Text(4))
                                                  .value_or(EligibilityCondition::Operator::kIn),
                                        .values = row.TextArray(5)});
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status WriteTerms(pg::Transaction& tx, const ServiceOffer& offer) {
  RETURN_IF_ERROR(WriteGroups(tx, offer));
  return WritePrices(tx, offer);
}

absl::Status ReadTerms(pg::Transaction& tx, const std::vector<std::string>& ids,
                       const OffersById& offers) {
  constexpr pg::Sql kSql = R"sql(
    SELECT offer_id, unit, amount_cents, condition
      FROM offer_price
     WHERE offer_id = ANY ($1::text[])
     ORDER BY offer_id, position)sql";
  RETURN_IF_ERROR(ReadGroups(tx, ids, offers));
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {pg::TextArray(ids)}));
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    offers.at(row.Text(0))
        ->prices.push_back(
            {.unit = row.Text(1), .amount_cents = row.Number(2), .condition = row.Text(3)});
  }
  return absl::OkStatus();
}

}  // namespace entraide::directory
