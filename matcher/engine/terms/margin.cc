// SPDX-License-Identifier: EUPL-1.2
#include "absl/algorithm/container.h"
#include "absl/time/time.h"
#include "matcher/engine/availability.h"
#include "matcher/engine/outing.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {
namespace {

constexpr int kBestMinutes = 60;

bool IsFree(const Trial& trial, const Span& span) {
  const absl::TimeZone zone = trial.world.time_zone();
  return trial.volunteer == nullptr ? IsOpen(trial.offer.schedule, span, zone)
                                    : matcher::IsFree(trial.volunteer->availability, span, zone);
}

std::vector<Span> SpansOf(const Trial& trial) {
  if (trial.volunteer == nullptr) return trial.need.spans;
  std::vector<Span> spans;
  for (const Outing& outing : OutingsOf(trial.world, trial.need, trial.volunteer->home)) {
    if (outing.away.has_value()) spans.push_back(*outing.away);
  }
  return spans;
}

bool HasEdges(const Trial& trial) {
  if (trial.volunteer == nullptr) return !trial.offer.schedule.slots.empty();
  const Availability& availability = trial.volunteer->availability;
  return !availability.weekly.empty() || !availability.extra.empty();
}

}  // namespace

std::optional<int> Margin(const Trial& trial, const Field&) {
  const std::vector<Span> spans = SpansOf(trial);
  if (spans.empty() || !HasEdges(trial)) return std::nullopt;
  const auto is_free_for = [&](int minutes) {
    return absl::c_all_of(spans, [&](const Span& span) {
      return IsFree(trial,
                    {span.start - absl::Minutes(minutes), span.end + absl::Minutes(minutes)});
    });
  };
  int margin = 0;
  for (int over = kBestMinutes + 1; over - margin > 1;) {
    const int middle = (margin + over) / 2;
    (is_free_for(middle) ? margin : over) = middle;
  }
  return PartOf(margin, kBestMinutes);
}

}  // namespace entraide::matcher::terms
