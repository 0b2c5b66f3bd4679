// SPDX-License-Identifier: EUPL-1.2
#include "services/volunteers/domain/mission.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/platform/base/status.h"

namespace entraide::volunteers {
namespace {

constexpr std::array<absl::string_view, 5> kWords = {"DRAFT", "PENDING_REVIEW", "PUBLISHED",
                                                     "CANCELLED", "CLOSED"};

bool IsOver(const Mission& mission, absl::Time now) {
  const std::optional<absl::Time> end = LastEnd(mission);
  return end.has_value() && *end <= now;
}

// The state that counts at `now`, whether or not the closing has been written.
MissionState StateAt(const Mission& mission, absl::Time now) {
  const bool ended = mission.state == MissionState::kPublished && IsOver(mission, now);
  return ended ? MissionState::kClosed : mission.state;
}

absl::Status StateForbids(MissionState state) {
  return WithReason(absl::FailedPreconditionError(absl::StrCat("its state is ", WordOf(state))),
                    "STATE_FORBIDS");
}

absl::Status CheckComplete(const Mission& mission) {
  std::vector<absl::string_view> missing;
  if (mission.description.empty()) missing.push_back("description");
  if (mission.commune.empty() && !mission.remote) missing.push_back("commune");
  if (mission.shifts.empty()) missing.push_back("shifts");
  if (mission.places == 0) missing.push_back("places");
  if (missing.empty()) return absl::OkStatus();
  return WithReason(
      absl::FailedPreconditionError(absl::StrCat("missing: ", absl::StrJoin(missing, ", "))),
      "MISSION_INCOMPLETE");
}

absl::Status CheckAhead(const Mission& mission, absl::Time now) {
  if (!IsOver(mission, now)) return absl::OkStatus();
  return WithReason(absl::FailedPreconditionError("its last shift is over"), "MISSION_OVER");
}

Mission Moved(Mission mission, MissionState to, std::string reason, absl::Time now) {
  mission.state = to;
  mission.reason = std::move(reason);
  mission.update_time = now;
  return mission;
}

}  // namespace

absl::string_view WordOf(MissionState state) { return kWords.at(static_cast<std::size_t>(state)); }

std::optional<MissionState> MissionStateOf(absl::string_view word) {
  const auto* const found = std::find(kWords.begin(), kWords.end(), word);
  if (found == kWords.end()) return std::nullopt;
  return static_cast<MissionState>(found - kWords.begin());
}

std::optional<absl::Time> FirstStart(const Mission& mission) {
  std::optional<absl::Time> first;
  for (const Shift& shift : mission.shifts)
    first = std::min(first.value_or(shift.start), shift.start);
  return first;
}

std::optional<absl::Time> LastEnd(const Mission& mission) {
  std::optional<absl::Time> last;
  for (const Shift& shift : mission.shifts) last = std::max(last.value_or(shift.end), shift.end);
  return last;
}

absl::StatusOr<Mission> Submit(Mission mission, absl::Time now) {
  if (mission.state != MissionState::kDraft) return StateForbids(StateAt(mission, now));
  RETURN_IF_ERROR(CheckComplete(mission));
  RETURN_IF_ERROR(CheckAhead(mission, now));
  return Moved(std::move(mission), MissionState::kPendingReview, "", now);
}

absl::StatusOr<Mission> Publish(Mission mission, absl::Time now) {
  if (mission.state != MissionState::kPendingReview) return StateForbids(StateAt(mission, now));
  RETURN_IF_ERROR(CheckAhead(mission, now));
  return Moved(std::move(mission), MissionState::kPublished, "", now);
}

absl::StatusOr<Mission> SendBack(Mission mission, std::string reason, absl::Time now) {
  if (mission.state != MissionState::kPendingReview) return StateForbids(StateAt(mission, now));
  return Moved(std::move(mission), MissionState::kDraft, std::move(reason), now);
}

absl::StatusOr<Mission> Cancel(Mission mission, std::string reason, absl::Time now) {
  const MissionState state = StateAt(mission, now);
  const bool ended = state == MissionState::kCancelled || state == MissionState::kClosed;
  if (ended) return StateForbids(state);
  return Moved(std::move(mission), MissionState::kCancelled, std::move(reason), now);
}

absl::StatusOr<Mission> Close(Mission mission, absl::Time now) {
  if (mission.state != MissionState::kPublished || !IsOver(mission, now)) {
    return StateForbids(mission.state);
  }
  return Moved(std::move(mission), MissionState::kClosed, "", now);
}

}  // namespace entraide::volunteers
