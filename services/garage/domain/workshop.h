// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/garage/domain/progress.h"
#include "services/platform/base/violations.h"

namespace entraide::garage {

// What an organization has to work with. As it stands here: a garage that has not said so yet.
struct Workshop {
  std::int64_t revision = 1;
  int bay_count = 1;
  int adviser_count = 1;
  // Of all mechanics together, from Monday to Sunday.
  std::array<int, 7> mechanic_minutes{420, 420, 420, 420, 420, 0, 0};
};

// Adds what is wrong with it, as fields of `workshop`.
void CheckWorkshop(const Workshop& workshop, Violations& violations);

// A time that somebody proposes for an appointment.
struct Slot {
  absl::Time start{};
  absl::Duration duration{};
};

// Adds what is wrong with it, as `start_time` and `duration_minutes` of `field`: today or later,
// within a year, 15 minutes to 12 hours, within one day.
void CheckSlot(const Slot& slot, absl::Time now, absl::string_view field, Violations& violations);

// FAILED_PRECONDITION NO_CAPACITY.
absl::Status NoCapacity();

// The first place that is free during `slot`, beside what is booked on that day. NO_CAPACITY: none
// is, or the mechanics have not that much time left.
absl::StatusOr<Appointment> FindPlace(const Workshop& workshop,
                                      const std::vector<Appointment>& booked, Place place,
                                      const Slot& slot);

}  // namespace entraide::garage
