// SPDX-License-Identifier: EUPL-1.2
#include "services/request/store/rows.h"

#include <cstddef>
#include <optional>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/platform/base/status.h"
#include "services/request/domain/names.h"

namespace entraide::request {
namespace {

std::vector<Fact> ReadFacts(const std::vector<std::string>& names,
                            const std::vector<std::string>& values) {
  std::vector<Fact> facts;
  for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) {
    facts.push_back({.fact = names[i], .value = values[i]});
  }
  return facts;
}

absl::StatusOr<std::vector<Term>> ReadTerms(const std::vector<std::string>& texts) {
  std::vector<Term> terms;
  for (const std::string& text : texts) {
    const std::vector<std::string> parts = absl::StrSplit(text, ' ');
    Term term;
    if (parts.size() != 3 || !absl::SimpleAtoi(parts[1], &term.value) ||
        !absl::SimpleAtoi(parts[2], &term.weight)) {
      return absl::DataLossError("a term of a score is not as it was written");
    }
    term.term = parts[0];
    terms.push_back(term);
  }
  return terms;
}

std::optional<OrganizationId> OrganizationAt(const pg::Row& row, int column) {
  if (row.IsNull(column)) return std::nullopt;
  return OrganizationId(row.Text(column));
}

std::optional<absl::Time> TimeAt(const pg::Row& row, int column) {
  if (row.IsNull(column)) return std::nullopt;
  return row.Time(column);
}

int IntAt(const pg::Row& row, int column) { return static_cast<int>(row.Number(column)); }

}  // namespace

absl::StatusOr<Request> ReadRequest(const pg::Row& row) {
  Request request{.id = RequestId(row.Text(0)),
                  .revision = IntAt(row, 2),
                  .version = row.Number(3),
                  .kind = row.Text(4),
                  .residence_commune = row.Text(5),
                  .facts = ReadFacts(row.TextArray(8), row.TextArray(9)),
                  .needs = row.TextArray(10),
                  .note_public = row.Text(11),
                  .note_private = row.Text(12),
                  .consent_version = row.Text(13),
                  .filed_by = OrganizationAt(row, 14),
                  .timing = {.start = TimeAt(row, 15), .end = TimeAt(row, 16)},
                  .wave = IntAt(row, 17),
                  .held_by = OrganizationAt(row, 18),
                  .reason = row.Text(19),
                  .blocking_rule = row.Text(20),
                  .open_questions = row.TextArray(21),
                  .question = row.Text(25),
                  .answer = row.Text(26),
                  .late = row.Bool(30),
                  .reminders = IntAt(row, 31),
                  .deadline = TimeAt(row, 32),
                  .create_time = row.Time(22),
                  .update_time = row.Time(23),
                  .asked_count = IntAt(row, 24),
                  .wait_place = IntAt(row, 34)};
  if (!row.IsNull(33)) request.filed_with = RequestId(row.Text(33));
  ASSIGN_OR_RETURN(request.state, ParseState(row.Text(1)));
  ASSIGN_OR_RETURN(request.acting_for, ParseActingFor(row.Text(6)));
  ASSIGN_OR_RETURN(request.channel, ParseChannel(row.Text(7)));
  if (!row.IsNull(27)) {
    PendingChange& pending = request.pending_change.emplace();
    ASSIGN_OR_RETURN(pending.side, ParseSide(row.Text(27)));
    pending.expire_time = row.Time(28);
    pending.details = row.Bytes(29);
  }
  return request;
}

absl::StatusOr<Offer> ReadOffer(const pg::Row& row, int first) {
  Offer offer{.id = OfferId(row.Text(first)),
              .organization = OrganizationId(row.Text(first + 1)),
              .service_offer = row.Text(first + 2),
              .wave = IntAt(row, first + 4),
              .revision = IntAt(row, first + 5),
              .score = IntAt(row, first + 6),
              .weights_version = row.Text(first + 8),
              .reason = row.Text(first + 9),
              .create_time = row.Time(first + 10),
              .expire_time = row.Time(first + 11),
              .update_time = row.Time(first + 12)};
  ASSIGN_OR_RETURN(offer.state, ParseOfferState(row.Text(first + 3)));
  ASSIGN_OR_RETURN(offer.terms, ReadTerms(row.TextArray(first + 7)));
  return offer;
}

absl::StatusOr<HistoryLine> ReadLine(const pg::Row& row, int first) {
  HistoryLine line{
      .time = row.Time(first), .action = row.Text(first + 2), .reason = row.Text(first + 4)};
  ASSIGN_OR_RETURN(line.role, ParseRole(row.Text(first + 1)));
  ASSIGN_OR_RETURN(line.state, ParseState(row.Text(first + 3)));
  return line;
}

std::vector<std::string> TermTexts(const std::vector<Term>& terms) {
  std::vector<std::string> texts;
  for (const Term& term : terms) {
    texts.push_back(absl::StrCat(term.term, " ", term.value, " ", term.weight));
  }
  return texts;
}

}  // namespace entraide::request
