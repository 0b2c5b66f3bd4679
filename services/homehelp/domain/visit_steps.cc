// SPDX-License-Identifier: EUPL-1.2
#include "services/homehelp/domain/visit_steps.h"

#include <string>
#include <utility>

#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/ending.h"

namespace entraide::homehelp {
namespace {

using request::State;

constexpr std::int64_t kDearest = 1'000'000;  // Ten thousand euros.
constexpr int kLongestWorked = 24 * 60;
constexpr absl::Duration kLongestValid = absl::Hours(24 * 366);

absl::Status Check(const VisitTask& visit, absl::string_view action, const request::Act& act) {
  return CheckStep(kQuoting, visit.task.request.state, action, act.role);
}

request::HistoryLine LineOf(absl::string_view action, const request::Act& act) {
  return {.time = act.now, .role = act.role, .action = std::string(action), .reason = act.reason};
}

absl::Status CheckQuote(const Quote& quote, Mode mode, absl::Time now) {
  Violations violations;
  if (mode == Mode::kBenevole) violations.Add("quote", "OUT_OF_RANGE", "of a paid visit");
  if (quote.minutes < 30 || quote.minutes > 480) {
    violations.Add("quote.duration_minutes", "OUT_OF_RANGE", "30 to 480");
  }
  if (quote.price_cents < 1 || quote.price_cents > kDearest) {
    violations.Add("quote.price_cents", "OUT_OF_RANGE", "1 to 1000000");
  }
  if (quote.valid_until <= now) {
    violations.Add("quote.expire_time", "IN_PAST", "in the future");
  } else if (quote.valid_until > now + kLongestValid) {
    violations.Add("quote.expire_time", "OUT_OF_RANGE", "within a year");
  }
  return violations.ToStatus();
}

bool IsPaid(Mode mode) { return mode != Mode::kUnsaid && mode != Mode::kBenevole; }

}  // namespace

absl::StatusOr<VisitTask> GiveQuote(VisitTask visit, const Quote& quote, const request::Act& act) {
  RETURN_IF_ERROR(Check(visit, "quote", act));
  RETURN_IF_ERROR(CheckQuote(quote, visit.details.mode, act.now));
  visit.details.quote = quote;
  visit.details.quote->given_by = visit.task.request.held_by;
  Move(visit.task, State::kQuoted, LineOf("quote", act));
  visit.task.request.deadline = quote.valid_until;
  return visit;
}

absl::StatusOr<VisitTask> AcceptQuote(VisitTask visit, const request::Act& act) {
  RETURN_IF_ERROR(Check(visit, "accept_quote", act));
  if (!visit.details.quote.has_value()) return absl::DataLossError("a quote is missing");
  if (act.now >= visit.details.quote->valid_until) {
    return WithReason(absl::FailedPreconditionError("the price no longer stands"), "QUOTE_EXPIRED");
  }
  visit.details.quote->accept_time = act.now;
  Move(visit.task, State::kAccepted, LineOf("accept_quote", act));
  return visit;
}

absl::StatusOr<VisitTask> RefuseQuote(VisitTask visit, const request::Act& act) {
  RETURN_IF_ERROR(Check(visit, "refuse_quote", act));
  visit.details.quote.reset();
  for (request::Offer& offer : visit.task.offers) {
    if (offer.state != request::OfferState::kAccepted) continue;
    offer.state = request::OfferState::kWithdrawn;
    offer.reason = "QUOTE_REFUSED";
    offer.update_time = act.now;
  }
  visit.task.request.held_by.reset();
  Move(visit.task, State::kSubmitted, LineOf("refuse_quote", act));
  return visit;
}

absl::StatusOr<VisitTask> ExpireQuote(VisitTask visit, const request::Act& act) {
  RETURN_IF_ERROR(Check(visit, "expire", act));
  if (!visit.details.quote.has_value() || act.now < visit.details.quote->valid_until) {
    return WithReason(absl::FailedPreconditionError("the price stands"), "TOO_EARLY");
  }
  request::HistoryLine line = LineOf("expire", act);
  line.reason = "QUOTE_EXPIRED";
  visit.task = End(std::move(visit.task), State::kExpired, line);
  return visit;
}

absl::StatusOr<VisitTask> CompleteVisit(VisitTask visit, std::optional<int> minutes,
                                        const request::Act& act) {
  ASSIGN_OR_RETURN(visit.task, CompleteServed(std::move(visit.task), act));
  visit.details.worked_minutes = minutes.value_or(visit.details.duration_minutes);
  if (*visit.details.worked_minutes < 1 || *visit.details.worked_minutes > kLongestWorked) {
    return InvalidField("worked_minutes", "OUT_OF_RANGE", "1 to 1440");
  }
  return visit;
}

absl::StatusOr<VisitTask> SettleVisit(VisitTask visit, std::optional<std::int64_t> cost_cents,
                                      const request::Act& act) {
  ASSIGN_OR_RETURN(visit.task, Settle(std::move(visit.task), act));
  const Quote* quote = QuoteOf(visit.task.request, visit.details);
  if (!cost_cents.has_value() && quote != nullptr) cost_cents = quote->price_cents;
  if (!cost_cents.has_value()) {
    return InvalidField("cost_cents", "REQUIRED", "what it cost, since no price was accepted");
  }
  if (*cost_cents < 0 || *cost_cents > kDearest) {
    return InvalidField("cost_cents", "OUT_OF_RANGE", "0 to 1000000");
  }
  visit.details.cost_cents = cost_cents;
  return visit;
}

const Quote* QuoteOf(const request::Request& request, const VisitDetails& details) {
  const std::optional<Quote>& quote = details.quote;
  return quote.has_value() && quote->given_by == request.held_by ? &*quote : nullptr;
}

absl::Status CheckQuoted(const VisitTask& visit) {
  if (!IsPaid(visit.details.mode)) return absl::OkStatus();
  const Quote* quote = QuoteOf(visit.task.request, visit.details);
  if (quote != nullptr && quote->accept_time.has_value()) return absl::OkStatus();
  return WithReason(absl::FailedPreconditionError("a paid visit needs an accepted price"),
                    "QUOTE_MISSING");
}

}  // namespace entraide::homehelp
