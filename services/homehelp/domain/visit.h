// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/need.h"
#include "services/request/domain/request.h"

namespace entraide::homehelp {

// Who pays whom.
enum class Mode { kUnsaid, kPrestataire, kMandataire, kMiseADisposition, kBenevole };

// What a visit adds to a request.
struct VisitDetails {
  std::optional<absl::Time> start_time{};  // Nothing: any day.
  int duration_minutes = 60;
  Mode mode = Mode::kUnsaid;
  bool dependent_person = false;
  bool child_under_three = false;
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
