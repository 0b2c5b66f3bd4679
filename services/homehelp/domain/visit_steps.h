// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "services/homehelp/domain/visit.h"
#include "services/request/domain/machine.h"
#include "services/request/domain/serving.h"

namespace entraide::homehelp {

// A visit: what its decisions read and change.
struct VisitTask {
  request::Task task{};
  VisitDetails details{};
};

// What visits have beside what they share with the legs of rides.
inline constexpr auto kQuoting = std::to_array<request::Row>({
    {"quote",
     {request::State::kAccepted, request::State::kQuoted},
     request::kHolders,
     {request::State::kQuoted}},
    {"accept_quote",
     {request::State::kQuoted},
     {request::Role::kRequester},
     {request::State::kAccepted}},
    {"refuse_quote",
     {request::State::kQuoted},
     {request::Role::kRequester},
     {request::State::kSubmitted}},
    {"expire", {request::State::kQuoted}, {request::Role::kSystem}, {request::State::kExpired}},
});

// Each function refuses with ROLE_FORBIDS, STATE_FORBIDS, or what it names.

// The holder names a price; one named before no longer stands. INVALID_ARGUMENT: FIELDS_INVALID,
// for an unpaid visit too.
absl::StatusOr<VisitTask> GiveQuote(VisitTask visit, const Quote& quote, const request::Act& act);
// FAILED_PRECONDITION: QUOTE_EXPIRED.
absl::StatusOr<VisitTask> AcceptQuote(VisitTask visit, const request::Act& act);
// Others are looked for, without this provider.
absl::StatusOr<VisitTask> RefuseQuote(VisitTask visit, const request::Act& act);
// Nobody answered while it stood. FAILED_PRECONDITION: TOO_EARLY.
absl::StatusOr<VisitTask> ExpireQuote(VisitTask visit, const request::Act& act);

// Before somebody is assigned. FAILED_PRECONDITION: QUOTE_MISSING for a paid visit without an
// accepted price of who holds it.
absl::Status CheckQuoted(const VisitTask& visit);

// It took `minutes`, or as long as was asked for. FAILED_PRECONDITION: TOO_EARLY. INVALID_ARGUMENT:
// FIELDS_INVALID.
absl::StatusOr<VisitTask> CompleteVisit(VisitTask visit, std::optional<int> minutes,
                                        const request::Act& act);
// It cost that, or the price that was accepted. INVALID_ARGUMENT: FIELDS_INVALID.
absl::StatusOr<VisitTask> SettleVisit(VisitTask visit, std::optional<std::int64_t> cost_cents,
                                      const request::Act& act);

// The price that the holder of `request` named, if it did.
const Quote* QuoteOf(const request::Request& request, const VisitDetails& details);

}  // namespace entraide::homehelp
