// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "absl/strings/string_view.h"
#include "services/notify/domain/happening.h"

namespace entraide::notify {

// The letters there are; each has a text in letters/.
enum class Letter {
  // To the person.
  kFiled,
  kQuestion,
  kAccepted,
  kWaitlisted,
  kStillNeeded,
  kConfirmed,
  kAppointment,
  kLost,
  kChange,
  kQuote,
  kReady,
  kCancelled,
  kTurnedDown,
  kUnmet,
  kExpired,
  kNews,
  // To organizations.
  kAsked,
  kNoLongerAsked,
  kHeldCancelled,
  kHeldNews,
  kFilerNews,
};

// `filed`, `no-longer-asked`: of its text, in tables and to operators.
absl::string_view NameOf(Letter letter);
std::optional<Letter> LetterNamed(absl::string_view name);

// The letter that a line means to whoever has this part. There always is one: a line that nobody
// foresaw is news.
Letter LetterFor(Part part, const Happening& happening);

// Whether the recipient must know: nobody can opt out of such a letter, since it changes what they
// have to do, or who comes to them; what nobody foresaw may do so too. Of the others, which only
// keep people up to date, they can.
bool IsEssential(Letter letter);

// Whether what it says, or asks for, is no longer so when the request stands in `state_now`.
bool IsOvertaken(Letter letter, absl::string_view state_now);

}  // namespace entraide::notify
