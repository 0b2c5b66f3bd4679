// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/domain/letter.h"

#include <algorithm>
#include <array>

namespace entraide::notify {
namespace {

// Until when a letter is true.
enum class True { kAlways, kWhileOpen, kInState };

struct About {
  Letter letter;
  absl::string_view name;
  bool essential;
  True lasts = True::kAlways;
  absl::string_view state{};  // kInState: while the request stands there.
};

constexpr std::array kAll = {
    About{Letter::kFiled, "filed", false},
    About{Letter::kQuestion, "question", true, True::kInState, "NEEDS_INFO"},
    About{Letter::kAccepted, "accepted", true, True::kWhileOpen},
    About{Letter::kWaitlisted, "waitlisted", true, True::kInState, "WAITLISTED"},
    About{Letter::kStillNeeded, "still-needed", true, True::kInState, "WAITLISTED"},
    About{Letter::kConfirmed, "confirmed", true, True::kWhileOpen},
    About{Letter::kAppointment, "appointment", true, True::kWhileOpen},
    About{Letter::kLost, "lost", true, True::kWhileOpen},
    About{Letter::kChange, "change", true, True::kWhileOpen},
    About{Letter::kQuote, "quote", true, True::kInState, "QUOTED"},
    About{Letter::kReady, "ready", true, True::kInState, "READY"},
    About{Letter::kCancelled, "cancelled", true},
    About{Letter::kTurnedDown, "turned-down", true},
    About{Letter::kUnmet, "unmet", true},
    About{Letter::kExpired, "expired", true},
    About{Letter::kNews, "news", true},
    About{Letter::kAsked, "asked", true, True::kInState, "SEARCHING"},
    About{Letter::kNoLongerAsked, "no-longer-asked", false},
    About{Letter::kHeldCancelled, "held-cancelled", true},
    About{Letter::kHeldNews, "held-news", false},
    About{Letter::kFilerNews, "filer-news", false},
};

const About& AboutOf(Letter letter) { return kAll.at(static_cast<std::size_t>(letter)); }

// What the person reads of a line; an empty action or state is any. The first that fits.
struct Meaning {
  absl::string_view action;
  absl::string_view state;
  Letter letter;
};

constexpr std::array kToPerson = {
    Meaning{"create", "", Letter::kFiled},
    Meaning{"propose_change", "", Letter::kChange},
    Meaning{"remind", "NEEDS_INFO", Letter::kQuestion},
    Meaning{"remind", "WAITLISTED", Letter::kStillNeeded},
    Meaning{"release", "", Letter::kLost},
    Meaning{"transfer", "", Letter::kLost},
    Meaning{"unassign", "", Letter::kLost},
    Meaning{"withdraw", "", Letter::kLost},
    Meaning{"break_down", "", Letter::kLost},
    Meaning{"accept", "CONFIRMED", Letter::kConfirmed},
    Meaning{"assign", "CONFIRMED", Letter::kConfirmed},
    Meaning{"accept", "ACCEPTED", Letter::kAccepted},
    Meaning{"promote", "ACCEPTED", Letter::kAccepted},
    Meaning{"", "NEEDS_INFO", Letter::kQuestion},
    Meaning{"", "WAITLISTED", Letter::kWaitlisted},
    Meaning{"schedule", "SCHEDULED", Letter::kAppointment},
    Meaning{"reserve", "RESERVED", Letter::kAppointment},
    Meaning{"set_aside", "RESERVED", Letter::kAppointment},
    Meaning{"book", "BOOKED", Letter::kAppointment},
    Meaning{"quote", "QUOTED", Letter::kQuote},
    Meaning{"", "READY", Letter::kReady},
    Meaning{"", "CANCELLED", Letter::kCancelled},
    Meaning{"", "TURNED_DOWN", Letter::kTurnedDown},
    Meaning{"", "UNMET", Letter::kUnmet},
    Meaning{"", "EXPIRED", Letter::kExpired},
    Meaning{"", "", Letter::kNews},
};

bool Fits(absl::string_view wanted, absl::string_view given) {
  return wanted.empty() || wanted == given;
}

bool HasEnded(absl::string_view state) {
  constexpr std::array<absl::string_view, 12> kEnds = {
      "COMPLETED", "UNMET",   "TURNED_DOWN", "CANCELLED",  "EXPIRED",  "NO_SHOW",
      "MISSED",    "SETTLED", "RETURNED",    "CHECKED_IN", "REPORTED", "HANDED_OVER"};
  return std::find(kEnds.begin(), kEnds.end(), state) != kEnds.end();
}

}  // namespace

absl::string_view NameOf(Letter letter) { return AboutOf(letter).name; }

std::optional<Letter> LetterNamed(absl::string_view name) {
  for (const About& about : kAll) {
    if (about.name == name) return about.letter;
  }
  return std::nullopt;
}

Letter LetterFor(Part part, const Happening& happening) {
  switch (part) {
    case Part::kFiler:
      return Letter::kFilerNews;
    case Part::kAsked:
      return happening.state == "SEARCHING" ? Letter::kAsked : Letter::kNoLongerAsked;
    case Part::kHolder:
      return happening.state == "CANCELLED" ? Letter::kHeldCancelled : Letter::kHeldNews;
    case Part::kPerson:
      break;
  }
  return std::find_if(kToPerson.begin(), kToPerson.end(),
                      [&](const Meaning& meaning) {
                        return Fits(meaning.action, happening.action) &&
                               Fits(meaning.state, happening.state);
                      })
      ->letter;
}

bool IsEssential(Letter letter) { return AboutOf(letter).essential; }

bool IsOvertaken(Letter letter, absl::string_view state_now) {
  const About& about = AboutOf(letter);
  switch (about.lasts) {
    case True::kAlways:
      return false;
    case True::kWhileOpen:
      return HasEnded(state_now);
    case True::kInState:
      return state_now != about.state;
  }
  return false;
}

}  // namespace entraide::notify
