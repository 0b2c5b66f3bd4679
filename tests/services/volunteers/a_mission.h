// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/time/time.h"
#include "services/volunteers/domain/mission.h"

namespace entraide::volunteers {

inline const absl::Time kNow = absl::FromUnixSeconds(1'800'000'000);

// A complete draft: tomorrow, for four hours.
inline Mission AMission() {
  return {.id = MissionId("4d3c1f6e-0000-4000-8000-000000000001"),
          .organization = OrganizationId("o1"),
          .revision = 1,
          .title = "Tri des dons",
          .description = "Trier les vêtements que l'on nous apporte.",
          .commune = "62361",
          .shifts = {{.start = kNow + absl::Hours(24), .end = kNow + absl::Hours(28)}},
          .places = 4,
          .requirements = {"heavy-lifting"},
          .create_time = kNow,
          .update_time = kNow};
}

inline Mission AMission(MissionState state) {
  Mission mission = AMission();
  mission.state = state;
  return mission;
}

}  // namespace entraide::volunteers
