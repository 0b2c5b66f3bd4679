// SPDX-License-Identifier: EUPL-1.2
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/time/civil_time.h"
#include "matcher/engine/outing.h"
#include "matcher/engine/rules/rules.h"

namespace entraide::matcher::rules {
namespace {

// The last day of the service, way home included; today, if any date will do.
absl::CivilDay LastDayOf(const Trial& trial, const Volunteer& volunteer) {
  const absl::TimeZone zone = trial.world.time_zone();
  absl::CivilDay last = absl::ToCivilDay(trial.now, zone);
  for (const Outing& outing : OutingsOf(trial.world, trial.need, volunteer.home)) {
    if (outing.away.has_value()) last = std::max(last, LastDayBefore(outing.away->end, zone));
  }
  return last;
}

std::vector<std::string> LackingDocuments(const Trial& trial, const Volunteer& volunteer) {
  const absl::CivilDay last_day = LastDayOf(trial, volunteer);
  std::vector<std::string> lacking;
  for (const std::string& required : trial.offer.volunteer_documents) {
    const bool lasts = absl::c_any_of(volunteer.documents, [&](const Document& document) {
      return document.kind == required && document.valid_until.has_value() &&
             last_day <= *document.valid_until;
    });
    if (!lasts) lacking.push_back(required);
  }
  return lacking;
}

}  // namespace

Answer DocumentsLast(const Trial& trial, const Volunteer& volunteer) {
  return YesIf(LackingDocuments(trial, volunteer).empty());
}

std::optional<Change> DocumentToRenew(const Trial& trial) {
  const std::vector<std::string> lacking = LackingDocuments(trial, *trial.volunteer);
  if (lacking.size() != 1) return std::nullopt;
  return RenewDocument{.kind = lacking.front()};
}

}  // namespace entraide::matcher::rules
