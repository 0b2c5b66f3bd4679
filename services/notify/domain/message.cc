// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/domain/message.h"

#include <utility>

#include "absl/strings/match.h"
#include "services/notify/domain/timing.h"
#include "services/platform/base/status.h"

namespace entraide::notify {
namespace {

// A French number that is no mobile gets no short messages.
bool TakesSms(const std::string& phone) {
  if (!absl::StartsWith(phone, "+33")) return !phone.empty();
  return absl::StartsWith(phone, "+336") || absl::StartsWith(phone, "+337");
}

std::string ReasonOrCode(const absl::Status& status) {
  const std::string reason = ReasonOf(status);
  return reason.empty() ? absl::StatusCodeToString(status.code()) : reason;
}

// Trying again may help.
bool IsPassing(const absl::Status& status) {
  return !absl::IsInvalidArgument(status) && !absl::IsFailedPrecondition(status);
}

}  // namespace

std::vector<Message> MessagesAbout(const Happening& happening, absl::Time now) {
  std::vector<Message> messages;
  for (const Recipient& recipient : happening.recipients) {
    Message message{.line = happening.line,
                    .part = recipient.part,
                    .organization = recipient.organization,
                    .letter = LetterFor(recipient.part, happening),
                    .due_time = LeaveTime(recipient.part, happening, now),
                    .create_time = now,
                    .update_time = now};
    // Where an organization is reached, the directory is asked when the message leaves.
    const bool unreachable =
        recipient.part == Part::kPerson && !ChannelOf(recipient.contact).has_value();
    messages.push_back(unreachable ? Drop(std::move(message), "NO_ADDRESS", now)
                                   : std::move(message));
  }
  return messages;
}

std::optional<Channel> ChannelOf(const Contact& contact) {
  if (contact.no_digital) return std::nullopt;
  const bool sms = contact.sms_ok && TakesSms(contact.phone);
  if (sms && (contact.preferred == Means::kSms || contact.email.empty())) return Channel::kSms;
  if (!contact.email.empty()) return Channel::kEmail;
  return std::nullopt;
}

Message Take(Message message, absl::Time now) {
  if (message.state == State::kSending) message.possibly_sent_twice = true;
  message.state = State::kWaiting;
  message.due_time = now + kLease;
  message.update_time = now;
  return message;
}

Message HandOver(Message message, Channel channel, absl::Time now) {
  message.state = State::kSending;
  message.channel = channel;
  message.attempts += 1;
  message.due_time = now + kLease;
  message.update_time = now;
  return message;
}

Message Settle(Message message, const absl::Status& outcome, absl::Time now) {
  message.update_time = now;
  if (outcome.ok()) {
    message.state = State::kSent;
    message.reason.clear();
    return message;
  }
  message.reason = ReasonOrCode(outcome);
  const std::optional<absl::Duration> pause = PauseAfter(message.attempts);
  if (!IsPassing(outcome) || !pause.has_value()) {
    message.state = State::kDead;
    return message;
  }
  if (absl::IsDeadlineExceeded(outcome)) message.possibly_sent_twice = true;
  message.state = State::kWaiting;
  message.due_time = now + *pause;
  return message;
}

Message Postpone(Message message, absl::Time due_time, absl::Time now) {
  message.due_time = due_time;
  message.update_time = now;
  return message;
}

Message Drop(Message message, const std::string& reason, absl::Time now) {
  message.state = State::kDropped;
  message.reason = reason;
  message.update_time = now;
  return message;
}

absl::StatusOr<Message> Replay(Message message, absl::Time now) {
  if (message.state != State::kDead) {
    return WithReason(absl::FailedPreconditionError("only a dead message is sent anew"),
                      "STATE_FORBIDS");
  }
  message.state = State::kWaiting;
  message.attempts = 0;
  message.due_time = now;
  message.update_time = now;
  return message;
}

}  // namespace entraide::notify
