// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/domain/timing.h"

#include <algorithm>
#include <array>

#include "absl/time/civil_time.h"
#include "services/request/domain/paris.h"

namespace entraide::notify {
namespace {

constexpr int kQuietFrom = 20;
constexpr int kQuietTo = 8;
constexpr absl::Duration kToReact = absl::Hours(2);  // Between a morning's message and the service.

// The end of the quiet hours that hold `now`; `now` outside of them.
absl::Time QuietEnd(absl::Time now) {
  const absl::CivilSecond civil = absl::ToCivilSecond(now, request::Paris());
  const absl::CivilDay day(civil);
  if (civil.hour() < kQuietTo) {
    return absl::FromCivil(absl::CivilHour(day) + kQuietTo, request::Paris());
  }
  if (civil.hour() >= kQuietFrom) {
    return absl::FromCivil(absl::CivilHour(day + 1) + kQuietTo, request::Paris());
  }
  return now;
}

}  // namespace

absl::Time LeaveTime(Part part, const Happening& happening, absl::Time now) {
  if (part != Part::kPerson || happening.role == "requester") return now;
  const absl::Time morning = QuietEnd(now);
  const absl::Time start = happening.start_time.value_or(absl::InfiniteFuture());
  const bool cannot_wait = start >= now && start < morning + kToReact;
  return cannot_wait ? now : morning;
}

std::optional<absl::Duration> PauseAfter(int attempts) {
  constexpr std::array kPauses = {absl::Seconds(30), absl::Minutes(2), absl::Minutes(8),
                                  absl::Minutes(30), absl::Hours(2),   absl::Hours(6),
                                  absl::Hours(6),    absl::Hours(6)};
  const std::size_t index = static_cast<std::size_t>(std::max(attempts, 1)) - 1;
  if (index >= kPauses.size()) return std::nullopt;
  return kPauses.at(index);
}

}  // namespace entraide::notify
