// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/notify/domain/message.h"
#include "services/notify/secrets.h"
#include "services/notify/sms/sms.h"
#include "services/notify/sources.h"
#include "services/notify/writer.h"
#include "services/platform/mail/mail.h"
#include "services/platform/pg/pool.h"
#include "services/platform/telemetry/metrics.h"

namespace entraide::notify {

// Sends messages, each at least once: takes one, asks again what is to be said and to whom, notes
// that it hands it over, hands it over outside of any transaction, notes how that ended. What dies
// between the last two is found as SENDING when its lease is over: it is sent again, flagged as
// possibly sent twice, and counted. Nothing else is ever sent twice.
class Postman {
 public:
  // The ways out.
  struct Ways {
    mail::Sender mail{};
    SmsSender sms{};
  };

  // What it works with; all of it outlives it.
  struct Dependencies {
    pg::Pool& pool;
    const Sources& sources;
    const Secrets& secrets;
    const Writer& writer;
    telemetry::Metrics& metrics;
  };
  Postman(const Dependencies& dependencies, Ways ways)
      : with_(dependencies), ways_(std::move(ways)) {}

  // A round of a server::Worker: 1 if a message was taken, 0 if none was due. A message that a
  // relay did not take is no error of the round: others may fare better.
  absl::StatusOr<int> SendOne(absl::Time now) const;

 private:
  absl::Status Deliver(const Message& taken, absl::Time now) const;
  // What becomes of a message that is about to be handed over: SENDING, with its links kept; or
  // DROPPED, if its recipient wants no such messages.
  absl::StatusOr<Message> Prepare(const Message& taken, Channel channel, const Matter& matter,
                                  absl::Time now) const;
  absl::Status HandTo(const Message& message, const Matter& matter, absl::Time now) const;
  absl::Status Save(const Message& before, const Message& after) const;
  void Count(const Message& message) const;

  const Dependencies with_;
  const Ways ways_;
};

}  // namespace entraide::notify
