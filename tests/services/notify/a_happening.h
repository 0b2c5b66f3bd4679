// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/time/civil_time.h"
#include "services/notify/domain/happening.h"
#include "services/request/domain/paris.h"

namespace entraide::notify {

// A Tuesday in winter, at this hour of Paris.
inline absl::Time At(int hour, int minute = 0, int day = 24) {
  return absl::FromCivil(absl::CivilMinute(2026, 11, day, hour, minute), request::Paris());
}

constexpr char kRide[] = "rides/00000000-0000-4000-8000-000000000001";

inline Recipient ThePerson() {
  return {.part = Part::kPerson,
          .contact = {.email = "jeanne@exemple.fr"},
          .tracking_code = "R-7K2M-9QX4-TB3W-5"};
}

// An association, `lien`, has taken on the ride of a person who is reached by mail.
inline Happening AnAcceptance() {
  return {.line = {.request = kRide, .number = 7},
          .action = "accept",
          .role = "staff",
          .state = "ACCEPTED",
          .state_now = "ACCEPTED",
          .start_time = At(9, 30, 30),
          .held_by = "lien",
          .recipients = {ThePerson()}};
}

}  // namespace entraide::notify
