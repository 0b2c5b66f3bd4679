// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/platform/base/strong.h"

namespace entraide::volunteers {

using MissionId = Strong<std::string, struct MissionIdTag>;
using OrganizationId = Strong<std::string, struct OrganizationIdTag>;

enum class MissionState { kDraft, kPendingReview, kPublished, kCancelled, kClosed };

// The same words in the contract and in the database.
absl::string_view WordOf(MissionState state);
std::optional<MissionState> MissionStateOf(absl::string_view word);

// Half-open.
struct Shift {
  absl::Time start{};
  absl::Time end{};
  friend bool operator==(const Shift&, const Shift&) = default;
};

// Something that an organization asks volunteers to do.
struct Mission {
  MissionId id{};
  OrganizationId organization{};
  std::int64_t revision = 0;  // 0 until stored.
  std::string title{};
  std::string description{};
  std::string commune{};  // INSEE code, or "".
  std::vector<Shift> shifts{};
  int places = 0;  // 0: not known yet.
  bool minors_ok = false;
  bool remote = false;
  std::vector<std::string> requirements{};
  MissionState state = MissionState::kDraft;
  std::string reason{};  // Of being sent back or cancelled.
  bool demo = false;
  absl::Time create_time{};
  absl::Time update_time{};
};

// Start of the first shift and end of the last one; nothing without shifts.
std::optional<absl::Time> FirstStart(const Mission& mission);
std::optional<absl::Time> LastEnd(const Mission& mission);

// Each gives the mission as it is after the verb, at `now`. FAILED_PRECONDITION: STATE_FORBIDS from
// any other state than those named; a published mission whose last shift is over counts as closed.

// DRAFT. FAILED_PRECONDITION: MISSION_INCOMPLETE names every missing field. MISSION_OVER.
absl::StatusOr<Mission> Submit(Mission mission, absl::Time now);
// PENDING_REVIEW. FAILED_PRECONDITION: MISSION_OVER, its last shift is over.
absl::StatusOr<Mission> Publish(Mission mission, absl::Time now);
// PENDING_REVIEW
absl::StatusOr<Mission> SendBack(Mission mission, std::string reason, absl::Time now);
// DRAFT, PENDING_REVIEW, PUBLISHED
absl::StatusOr<Mission> Cancel(Mission mission, std::string reason, absl::Time now);
// PUBLISHED, once its last shift is over.
absl::StatusOr<Mission> Close(Mission mission, absl::Time now);

}  // namespace entraide::volunteers
