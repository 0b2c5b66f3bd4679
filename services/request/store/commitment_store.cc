// SPDX-License-Identifier: EUPL-1.2
#include "services/request/store/commitment_store.h"

#include "services/platform/base/status.h"
#include "services/request/store/history_store.h"
#include "services/request/store/rows.h"

namespace entraide::request {
namespace {

// `ids` are a parameter of ids; NULL: all there are.
absl::StatusOr<std::vector<Asked>> Read(pg::Transaction& tx, const pg::Param& ids) {
  constexpr pg::Sql kSql = "SELECT " ENTRAIDE_REQUEST_COLUMNS ", " ENTRAIDE_OFFER_COLUMNS
                           "  FROM request_offer AS offer "
                           "  JOIN request ON request.id = offer.request_id "
                           " WHERE offer.state = 'ACCEPTED' "
                           "   AND request.held_by IS NOT NULL "
                           "   AND request.state = ANY($2::text[]) "
                           "   AND ($1::uuid[] IS NULL OR request.id = ANY($1)) "
                           " ORDER BY request.id";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql, {ids, StateArray(StatesInHand())}));
  std::vector<Asked> committed;
  for (int i = 0; i < found.rows(); ++i) {
    Asked& one = committed.emplace_back();
    ASSIGN_OR_RETURN(one.request, ReadRequest(found[i]));
    ASSIGN_OR_RETURN(one.offer, ReadOffer(found[i], kRequestColumnCount));
  }
  return committed;
}

}  // namespace

absl::StatusOr<std::vector<Asked>> ListCommitted(pg::Transaction& tx) {
  return Read(tx, std::nullopt);
}

absl::StatusOr<std::vector<Asked>> FindCommitted(pg::Transaction& tx,
                                                 const std::vector<RequestId>& ids) {
  return Read(tx, IdArray(ids));
}

}  // namespace entraide::request
