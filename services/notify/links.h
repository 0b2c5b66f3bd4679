// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/notify/domain/link.h"
#include "services/notify/secrets.h"
#include "services/notify/sources.h"
#include "services/platform/pg/pool.h"

namespace entraide::notify {

// Cancels a request for the holder of its tracking code; `request_id` makes it one, however often
// it is tried.
using CancelRequest =
    std::function<absl::Status(const std::string& request, const std::string& tracking_code,
                               const std::string& request_id, absl::Time deadline)>;

// Does what the links of messages say.
class Links {
 public:
  enum class Outcome { kDone, kDoneBefore };

  // All but `cancel` outlives it.
  Links(pg::Pool& pool, const Sources& sources, const Secrets& secrets, CancelRequest cancel)
      : pool_(pool), sources_(sources), secrets_(secrets), cancel_(std::move(cancel)) {}

  // Each link acts once: it counts as used when what it does is done, and what it does is done once
  // even if that is lost. NOT_FOUND LINK_UNKNOWN: no such link, or no longer. What the owner of the
  // request refuses is passed on, for example FAILED_PRECONDITION STATE_FORBIDS.
  absl::StatusOr<Outcome> Follow(absl::string_view code, LinkAction action, absl::Time now,
                                 absl::Time deadline) const;

 private:
  pg::Pool& pool_;
  const Sources& sources_;
  const Secrets& secrets_;
  const CancelRequest cancel_;
};

}  // namespace entraide::notify
