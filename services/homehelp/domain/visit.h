// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/need.h"
#include "services/request/domain/request.h"
#include "services/request/domain/serving.h"

namespace entraide::homehelp {

// Who pays whom.
enum class Mode { kUnsaid, kPrestataire, kMandataire, kMiseADisposition, kBenevole };

// A price, and until when it stands.
struct Quote {
  int minutes = 0;
  std::int64_t price_cents = 0;
  absl::Time valid_until{};
  std::optional<request::OrganizationId> given_by{};
  std::optional<absl::Time> accept_time{};  // Nothing: not accepted yet.
  friend bool operator==(const Quote&, const Quote&) = default;
};

// What a visit adds to a request: what is asked, then what is arranged and what became of it.
struct VisitDetails {
  std::optional<absl::Time> start_time{};  // Nothing: any day.
  int duration_minutes = 60;
  Mode mode = Mode::kUnsaid;
  bool dependent_person = false;
  bool child_under_three = false;
  std::optional<Quote> quote{};
  request::Serving serving{};
  std::optional<int> worked_minutes{};
  std::optional<std::int64_t> cost_cents{};
};

// `details` of a request of that kind, with their defaults. What is wrong is reported under
// `details.`.
VisitDetails CheckVisit(VisitDetails details, absl::string_view kind, absl::Time now,
                        Violations& violations);

// The time of the visit, if it has one.
request::Timing TimingOf(const VisitDetails& details);

// Lays the visit over the need: when, and whether the provider must be approved.
void AddVisit(request::Need& need, const VisitDetails& details);

// `` (unsaid), `prestataire`, `mandataire`, `mise-a-disposition`, `benevole`. DATA_LOSS: no such
// name.
std::string NameOf(Mode mode);
absl::StatusOr<Mode> ParseMode(absl::string_view name);

}  // namespace entraide::homehelp
