// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/request/domain/paris.h"
#include "services/request/domain/request.h"
#include "services/request/domain/search.h"
#include "services/request/domain/sets.h"

// Requests, candidates and instants with defaults: a test changes what it is about.
namespace entraide::request {

inline absl::Time ParisTime(const absl::CivilMinute& civil) {
  return absl::FromCivil(civil, Paris());
}

// A Tuesday morning.
inline const absl::Time kNow = ParisTime(absl::CivilMinute(2027, 2, 2, 10, 0));

inline Task ATask(State state = State::kSubmitted) {
  Task task{.request = {.id = RequestId("00000000-0000-4000-8000-000000000001"),
                        .state = state,
                        .kind = "volunteer-ride",
                        .residence_commune = "62361",
                        .consent_version = "2026-11",
                        .timing = {.start = kNow + absl::Hours(24 * 10),
                                   .end = kNow + absl::Hours(24 * 10 + 1)},
                        .create_time = kNow,
                        .update_time = kNow}};
  if (state == State::kNeedsInfo) task.request.open_questions = {"job-seeker"};
  if (kHeldStates.Has(state) || state == State::kInProgress) {
    task.request.held_by = OrganizationId("o1");
  }
  return task;
}

// Organization `oN`, whose service offer is `organizations/oN/serviceOffers/s`.
inline Candidate ACandidate(int number) {
  return {.id = OfferId(absl::StrCat("00000000-0000-4000-8000-00000000010", number)),
          .organization = OrganizationId(absl::StrCat("o", number)),
          .service_offer = absl::StrCat("organizations/o", number, "/serviceOffers/s"),
          .score = 9000 - number,
          .terms = {{.term = "detour", .value = 8200, .weight = 25}}};
}

inline Match AMatch(int candidates) {
  Match match{.weights_version = "v1"};
  for (int i = 1; i <= candidates; ++i) match.candidates.push_back(ACandidate(i));
  return match;
}

inline WavePolicy APolicy() { return WavePolicyOfFrance(); }

// A task in SEARCHING whose first wave asked `o1` to `oN`.
inline Task ASearchingTask(int asked) {
  return *ApplyMatch(ATask(), AMatch(asked), APolicy(), kNow);
}

}  // namespace entraide::request
