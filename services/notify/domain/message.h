// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/notify/domain/happening.h"
#include "services/notify/domain/letter.h"
#include "services/platform/base/strong.h"

namespace entraide::notify {

using MessageId = Strong<std::string, struct MessageIdTag>;

// Where a message stands. SENDING was handed over and has no known end yet.
enum class State { kWaiting, kSending, kSent, kDropped, kDead };
enum class Channel { kEmail, kSms };

// A message to one recipient about one line; no address and no text, which are made when it leaves.
struct Message {
  MessageId id{};
  Line line{};
  Part part = Part::kPerson;
  std::string organization{};
  Letter letter = Letter::kNews;
  State state = State::kWaiting;
  std::optional<Channel> channel{};  // Of the last try.
  std::string reason{};              // Why it was dropped, or what the last try met.
  int attempts = 0;
  bool possibly_sent_twice = false;
  absl::Time due_time{};  // WAITING, SENDING: when it is looked at next.
  absl::Time create_time{};
  absl::Time update_time{};
};

// A message to each recipient of `happening`, without ids; one to a person whom none can reach is
// DROPPED at once.
std::vector<Message> MessagesAbout(const Happening& happening, absl::Time now);

// How the recipient is reached; nothing: by no message.
std::optional<Channel> ChannelOf(const Contact& contact);

// How long a message that is being worked on is left to who works on it: longer than a hand-over
// takes.
constexpr absl::Duration kLease = absl::Minutes(1);

// Takes a message that is due. One that is SENDING still was handed over by somebody who died or
// lost the database before the end: it may arrive twice, and says so.
Message Take(Message message, absl::Time now);
// About to be handed over.
Message HandOver(Message message, Channel channel, absl::Time now);
// How that ended: SENT; tried again later; DEAD when that would not help, or has been done often
// enough. In doubt (DEADLINE_EXCEEDED) it is tried again, and may arrive twice.
Message Settle(Message message, const absl::Status& outcome, absl::Time now);
// Not before `due_time`.
Message Postpone(Message message, absl::Time due_time, absl::Time now);
// Not to be sent: `reason` says why.
Message Drop(Message message, const std::string& reason, absl::Time now);
// FAILED_PRECONDITION STATE_FORBIDS: only a DEAD message is sent anew.
absl::StatusOr<Message> Replay(Message message, absl::Time now);

}  // namespace entraide::notify
