// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "services/identity/secrets.h"
#include "services/platform/base/clock.h"
#include "services/platform/mail/mail.h"
#include "services/platform/pg/pool.h"

namespace entraide::identity {

// Sends the codes that were asked for: claims one, sends it outside of any transaction, then marks
// it, so each leaves at least once. What could not be sent is tried again after half a minute, as
// long as its code lives. `pool` and `secrets` outlive it.
class MailWorker {
 public:
  MailWorker(pg::Pool& pool, const Secrets& secrets, mail::Sender sender, std::string base_url)
      : pool_(pool),
        secrets_(secrets),
        sender_(std::move(sender)),
        base_url_(std::move(base_url)) {}

  // A round of a server::Worker: 1 if a mail left, 0 if none was due.
  absl::StatusOr<int> SendOne(absl::Time now) const;

 private:
  pg::Pool& pool_;
  const Secrets& secrets_;
  const mail::Sender sender_;
  const std::string base_url_;
};

}  // namespace entraide::identity
