// SPDX-License-Identifier: EUPL-1.2
#include "services/request/store/offer_store.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "services/platform/base/status.h"
#include "services/request/domain/names.h"
#include "services/request/store/rows.h"

namespace entraide::request {
namespace {

absl::Status InsertOffer(pg::Transaction& tx, const RequestId& id, const Offer& offer) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO request_offer (id, request_id, organization_id, service_offer, state, wave, revision, score, terms,
                               weights_version, reason, create_time, expire_time, update_time)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))sql";
  return tx
      .Execute(kSql, {offer.id.value(), id.value(), offer.organization.value(), offer.service_offer,
                      std::string(NameOf(offer.state)), pg::Number(offer.wave),
                      pg::Number(offer.revision), pg::Number(offer.score),
                      pg::TextArray(TermTexts(offer.terms)), offer.weights_version, offer.reason,
                      pg::Time(offer.create_time), pg::Time(offer.expire_time),
                      pg::Time(offer.update_time)})
      .status();
}

absl::Status UpdateOffer(pg::Transaction& tx, const Offer& before, const Offer& after) {
  constexpr pg::Sql kSql = R"sql(
    UPDATE request_offer
       SET state = $3, reason = $4, update_time = $5
     WHERE id = $1
       AND state = $2)sql";
  ASSIGN_OR_RETURN(const pg::Result saved,
                   tx.Execute(kSql, {after.id.value(), std::string(NameOf(before.state)),
                                     std::string(NameOf(after.state)), after.reason,
                                     pg::Time(after.update_time)}));
  if (saved.affected() == 1) return absl::OkStatus();
  return WithReason(absl::AbortedError("it changed meanwhile"), "CHANGED_MEANWHILE");
}

}  // namespace

absl::StatusOr<std::vector<Offer>> LoadOffers(pg::Transaction& tx, const RequestId& id) {
  constexpr pg::Sql kSql = "SELECT " ENTRAIDE_OFFER_COLUMNS
                           "  FROM request_offer AS offer "
                           " WHERE request_id = $1 "
                           " ORDER BY sequence";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {id.value()}));
  std::vector<Offer> offers;
  for (int i = 0; i < found.rows(); ++i) {
    ASSIGN_OR_RETURN(Offer offer, ReadOffer(found[i], 0));
    offers.push_back(std::move(offer));
  }
  return offers;
}

absl::Status SaveOffers(pg::Transaction& tx, const Task& before, const Task& after) {
  const std::size_t known = std::min(before.offers.size(), after.offers.size());
  for (std::size_t i = 0; i < known; ++i) {
    if (before.offers[i].state == after.offers[i].state) continue;
    RETURN_IF_ERROR(UpdateOffer(tx, before.offers[i], after.offers[i]));
  }
  for (std::size_t i = known; i < after.offers.size(); ++i) {
    RETURN_IF_ERROR(InsertOffer(tx, after.request.id, after.offers[i]));
  }
  return absl::OkStatus();
}

}  // namespace entraide::request
