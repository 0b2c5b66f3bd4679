// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"

namespace entraide::notify {

// One line of a request's history.
struct Line {
  std::string request{};  // `rides/{ride}`, `jobs/{job}` or `visits/{visit}`.
  std::int64_t number = 0;
  friend auto operator<=>(const Line&, const Line&) = default;
};

// What somebody has to do with a request.
enum class Part { kPerson, kFiler, kHolder, kAsked };

// How a person wants to be reached.
enum class Means { kUnset, kPhone, kSms, kEmail };

// How to reach somebody; kept nowhere, asked for whenever a message leaves.
struct Contact {
  std::string phone{};  // E.164.
  std::string email{};
  Means preferred = Means::kUnset;
  bool sms_ok = false;
  bool no_digital = false;
};

// Somebody who is to be told of a line.
struct Recipient {
  Part part = Part::kPerson;
  std::string organization{};  // Its id; empty for the person.
  Contact contact{};
  std::string tracking_code{};  // The person's.
};

// What happened to a request, and who is to be told. States and actions are named as in the
// contract: `ACCEPTED`, `ask_info`.
struct Happening {
  Line line{};
  std::string action{};
  std::string role{};                      // Who did it: `requester`, `staff`, `system`...
  std::string reason{};                    // Why, as a code.
  std::string state{};                     // Where the line led.
  std::string state_now{};                 // Where the request stands.
  std::optional<absl::Time> start_time{};  // Of the service.
  std::string held_by{};                   // Id of the organization that holds it now.
  std::string question{};                  // NEEDS_INFO: the holder's, in its own words.
  std::vector<Recipient> recipients{};
};

}  // namespace entraide::notify
