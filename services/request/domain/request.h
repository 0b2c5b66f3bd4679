// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "services/platform/base/strong.h"

namespace entraide::request {

using RequestId = Strong<std::string, struct RequestIdTag>;
using OfferId = Strong<std::string, struct OfferIdTag>;
using OrganizationId = Strong<std::string, struct OrganizationIdTag>;

// Where a request stands, whatever its trade: one column holds them all.
enum class State {
  kSubmitted,
  kNeedsInfo,
  kSearching,
  kAccepted,
  kCompleted,
  kUnmet,
  kTurnedDown,
  kCancelled,
  kExpired,
  kWaitlisted,
  // Of a ride or a visit.
  kConfirmed,
  kQuoted,  // And of a repair.
  kInProgress,
  kNoShow,
  kMissed,
  kSettled,
  // Of a job.
  kScheduled,
  kInWorkshop,
  kFunding,
  kApproved,
  kReady,
  kReturned,
  kReserved,
  kCheckedOut,
  kCheckedIn,
  kBooked,
  kDone,
  kReported,
  kHandedOver
};
inline constexpr int kStateCount = 29;
enum class OfferState { kProposed, kAccepted, kDeclined, kExpired, kRescinded, kWithdrawn };
enum class ActingFor { kSelf, kRelative, kPrescriber, kOperator };
enum class Channel { kWeb, kPhone, kDesk };
enum class Role { kRequester, kStaff, kSystem, kCoordinator, kVolunteer, kOperator };
inline constexpr int kRoleCount = 6;

// A declared fact; `declined` is a value.
struct Fact {
  std::string fact{};
  std::string value{};
  friend bool operator==(const Fact&, const Fact&) = default;
};

// When the service takes place, as far as the request says.
struct Timing {
  std::optional<absl::Time> start{};  // It cannot be given before.
  std::optional<absl::Time> end{};    // Nor wanted after.
};

// What one side would like to change while the request is held.
struct PendingChange {
  enum class Side { kRequester, kHolder } side = Side::kRequester;
  absl::Time expire_time{};  // From then on it is as if it had not been proposed.
  std::string details{};     // The trade's details as they would be: its message, serialized.
};

// What somebody asks for, without who they are and without the details of the trade.
struct Request {
  RequestId id{};
  State state = State::kSubmitted;
  int revision = 1;          // Grows with each change of what is asked.
  std::int64_t version = 1;  // Grows with every change.
  std::string kind{};
  std::string residence_commune{};
  ActingFor acting_for = ActingFor::kSelf;
  Channel channel = Channel::kWeb;
  std::vector<Fact> facts{};
  std::vector<std::string> needs{};
  std::string note_public{};
  std::string note_private{};
  std::string consent_version{};
  std::optional<OrganizationId> filed_by{};  // The body that filed it for the person.
  std::optional<RequestId> filed_with{};     // The one it was filed with, whose code is its own.
  Timing timing{};
  int wave = 0;                               // Of the last organizations asked; 0 before.
  std::optional<OrganizationId> held_by{};    // Set by accept, kept when it ends.
  std::string reason{};                       // Why it ended, or waits, as a code.
  std::string blocking_rule{};                // UNMET at the first look: the rule that left nobody.
  std::vector<std::string> open_questions{};  // NEEDS_INFO only.
  std::string question{};                     // Of the holder, in its words; `answer` is to it.
  std::string answer{};
  std::optional<PendingChange> pending_change{};
  bool late = false;                     // Cancelled when others counted on it already.
  int reminders = 0;                     // Sent since anything happened.
  std::optional<absl::Time> deadline{};  // When its trade has to look at it; unset by a new state.
  absl::Time create_time{};
  absl::Time update_time{};
  int asked_count = 0;  // Organizations asked so far; counted when read.
  int wait_place = 0;   // WAITLISTED: 1 is the first; counted when read.
};

// One term of a score, 10,000 is best.
struct Term {
  std::string term{};
  int value = 0;
  int weight = 0;
  friend bool operator==(const Term&, const Term&) = default;
};

// One question to one service offer about one request.
struct Offer {
  OfferId id{};
  OrganizationId organization{};
  std::string service_offer{};  // organizations/{organization}/serviceOffers/{service_offer}
  OfferState state = OfferState::kProposed;
  int wave = 1;
  int revision = 1;  // Of the request when it was asked.
  int score = 0;
  std::vector<Term> terms{};
  std::string weights_version{};
  std::string reason{};
  absl::Time create_time{};
  absl::Time expire_time{};
  absl::Time update_time{};
};

// One line of a request's life.
struct HistoryLine {
  absl::Time time{};
  Role role = Role::kSystem;
  std::string action{};
  State state = State::kSubmitted;
  std::string reason{};
};

// A request with everybody who was asked: what a decision reads and changes.
struct Task {
  Request request{};
  std::vector<Offer> offers{};       // In the order in which they were asked.
  std::vector<HistoryLine> lines{};  // What the next save adds to its history.
};

// The instant at which the service is wanted, if it has one.
std::optional<absl::Time> ServiceTime(const Timing& timing);

// Somebody who serves it is looked for: SUBMITTED, NEEDS_INFO, SEARCHING.
bool IsLookedFor(const Request& request);

// An organization holds it, and either side may still propose a change or call it off: ACCEPTED,
// WAITLISTED, CONFIRMED, SCHEDULED, RESERVED, BOOKED, a visit's QUOTED.
bool IsHeld(const Request& request);

// Held or looked for: whoever asked may call it off.
bool IsOpen(const Request& request);

// An organization has it in hand: it takes one of what the organization has, which knows how to
// reach the person.
bool IsInHand(const Request& request);

// The states that IsInHand may be about; of those that come before an acceptance, only if somebody
// holds the request.
std::vector<State> StatesInHand();

// Proposed, and an answer still counts at `now`.
bool IsLive(const Offer& offer, absl::Time now);

// Leads `task` to `state`, or leaves it there; the line it adds says who did what, and why.
void Move(Task& task, State state, const HistoryLine& line);

}  // namespace entraide::request
