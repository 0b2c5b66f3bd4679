// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/platform/pg/sql.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// The columns that ReadRequest and ReadOffer expect, in this order. Macros, since a statement is
// one literal.
#define ENTRAIDE_REQUEST_COLUMNS                                                                   \
  "request.id, request.state, request.revision, request.version, request.kind, "                   \
  "request.residence_commune, request.acting_for, request.channel, request.fact_names, "           \
  "request.fact_values, request.needs, request.note_public, request.note_private, "                \
  "request.consent_version, request.filed_by, request.start_time, request.end_time, "              \
  "request.wave, request.held_by, request.reason, request.blocking_rule, request.open_questions, " \
  "request.create_time, request.update_time, "                                                     \
  "(SELECT count(DISTINCT asked.organization_id) "                                                 \
  "   FROM request_offer AS asked WHERE asked.request_id = request.id), "                          \
  "request.question, request.answer, request.pending_side, request.pending_until, "                \
  "request.pending_details, request.late, request.reminders, request.deadline, "                   \
  "request.filed_with, "                                                                           \
  "CASE WHEN request.state = 'WAITLISTED' THEN "                                                   \
  "(SELECT count(*) FROM request AS waiting "                                                      \
  "  WHERE waiting.state = 'WAITLISTED' AND waiting.held_by = request.held_by "                    \
  "    AND waiting.kind = request.kind "                                                           \
  "    AND (waiting.create_time, waiting.id) <= (request.create_time, request.id)) ELSE 0 END "
inline constexpr int kRequestColumnCount = 35;

#define ENTRAIDE_OFFER_COLUMNS                                                      \
  "offer.id, offer.organization_id, offer.service_offer, offer.state, offer.wave, " \
  "offer.revision, offer.score, offer.terms, offer.weights_version, offer.reason, " \
  "offer.create_time, offer.expire_time, offer.update_time "

// DATA_LOSS: a name that the code does not know.
absl::StatusOr<Request> ReadRequest(const pg::Row& row);
// `first` is the number of the offer's first column.
absl::StatusOr<Offer> ReadOffer(const pg::Row& row, int first);

// Of (time, role, action, state, reason) from the column `first` on.
absl::StatusOr<HistoryLine> ReadLine(const pg::Row& row, int first);

// `detour 8200 25`.
std::vector<std::string> TermTexts(const std::vector<Term>& terms);

}  // namespace entraide::request
