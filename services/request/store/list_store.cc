// SPDX-License-Identifier: EUPL-1.2
#include "services/request/store/list_store.h"

#include <cstddef>
#include <utility>

#include "services/platform/base/status.h"
#include "services/request/domain/names.h"
#include "services/request/store/rows.h"

namespace entraide::request {
namespace {

pg::Param TimeOf(const Stretch& stretch) {
  if (!stretch.after.has_value()) return std::nullopt;
  return pg::Time(stretch.after->time);
}

pg::Param IdOf(const Stretch& stretch) {
  if (!stretch.after.has_value()) return std::nullopt;
  return stretch.after->id;
}

absl::StatusOr<std::vector<Request>> ReadRequests(const absl::StatusOr<pg::Result>& found) {
  RETURN_IF_ERROR(found.status());
  std::vector<Request> requests;
  for (int i = 0; i < found->rows(); ++i) {
    ASSIGN_OR_RETURN(Request request, ReadRequest((*found)[i]));
    requests.push_back(std::move(request));
  }
  return requests;
}

}  // namespace

absl::StatusOr<std::vector<Request>> ListFiled(pg::Transaction& tx, const OrganizationId& body,
                                               const Stretch& stretch) {
  constexpr pg::Sql kSql = "SELECT " ENTRAIDE_REQUEST_COLUMNS
                           "  FROM request "
                           " WHERE filed_by = $1 "
                           "   AND ($2::timestamptz IS NULL OR "
                           "        (create_time, id) < ($2::timestamptz, $3::uuid)) "
                           " ORDER BY create_time DESC, id DESC "
                           " LIMIT $4";
  return ReadRequests(
      tx.Execute(kSql, {body.value(), TimeOf(stretch), IdOf(stretch), pg::Number(stretch.limit)}));
}

absl::StatusOr<std::vector<Request>> ListHeld(pg::Transaction& tx, const OrganizationId& holder,
                                              std::optional<State> state, const Stretch& stretch) {
  constexpr pg::Sql kSql = "SELECT " ENTRAIDE_REQUEST_COLUMNS
                           "  FROM request "
                           " WHERE held_by = $1 "
                           "   AND ($2::text IS NULL OR state = $2) "
                           "   AND ($3::timestamptz IS NULL OR "
                           "        (update_time, id) < ($3::timestamptz, $4::uuid)) "
                           " ORDER BY update_time DESC, id DESC "
                           " LIMIT $5";
  pg::Param name;
  if (state.has_value()) name = std::string(NameOf(*state));
  return ReadRequests(tx.Execute(
      kSql, {holder.value(), name, TimeOf(stretch), IdOf(stretch), pg::Number(stretch.limit)}));
}

absl::StatusOr<std::vector<Asked>> ListAsked(pg::Transaction& tx, const Inbox& inbox,
                                             const Stretch& stretch) {
  constexpr pg::Sql kSql =
      "SELECT " ENTRAIDE_REQUEST_COLUMNS ", " ENTRAIDE_OFFER_COLUMNS
      "  FROM request_offer AS offer "
      "  JOIN request ON request.id = offer.request_id "
      " WHERE offer.organization_id = $1 "
      "   AND $2::text = CASE WHEN offer.state = 'PROPOSED' AND offer.expire_time <= $3 "
      "                       THEN 'EXPIRED' ELSE offer.state END "
      "   AND ($4::timestamptz IS NULL OR "
      "        (offer.expire_time, offer.id) > ($4::timestamptz, $5::uuid)) "
      " ORDER BY offer.expire_time, offer.id "
      " LIMIT $6";
  ASSIGN_OR_RETURN(const pg::Result found,
                   tx.Execute(kSql, {inbox.organization.value(), std::string(NameOf(inbox.state)),
                                     pg::Time(inbox.now), TimeOf(stretch), IdOf(stretch),
                                     pg::Number(stretch.limit)}));
  std::vector<Asked> asked(static_cast<std::size_t>(found.rows()));
  for (int i = 0; i < found.rows(); ++i) {
    Asked& one = asked[static_cast<std::size_t>(i)];
    ASSIGN_OR_RETURN(one.request, ReadRequest(found[i]));
    ASSIGN_OR_RETURN(one.offer, ReadOffer(found[i], kRequestColumnCount));
  }
  return asked;
}

}  // namespace entraide::request
