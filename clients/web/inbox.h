// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "clients/cpp/requests_client.h"
#include "clients/web/site.h"
#include "services/platform/http/form.h"

namespace entraide::web {

// What an association looks at: of one service or all; what goes on, or what is over.
struct InboxFilter {
  std::optional<clients::Trade> trade{};
  bool over = false;

  bool Asks(clients::Trade of) const { return !trade.has_value() || *trade == of; }
};

// From the fields `service` and `voir` of an address; what they do not know counts as not said.
InboxFilter ReadFilter(const http::Form& form);

// What waits and what is held or was, over the trades. A trade that cannot be asked is named, not
// hidden.
struct Inbox {
  std::vector<clients::AskedOffer> offers{};  // The first to expire first.
  std::vector<clients::HeldRequest> held{};   // The first wanted first; over: the last ended first.
  bool is_partial = false;
};

// UNAUTHENTICATED, PERMISSION_DENIED: `token` may not.
absl::StatusOr<Inbox> ReadInbox(const Site& site, const std::string& token,
                                const InboxFilter& filter);

// Whose turn it is, in the order in which an inbox shows it: what should have ended, what the
// organization has to do, what others have to do, what is over.
enum class Turn { kLate, kOurs, kTheirs, kOver };
Turn TurnOf(const clients::HeldRequest& held, absl::Time now);

// When it is wanted; none: any day.
std::optional<absl::Time> WantedAt(const clients::Details& details);

}  // namespace entraide::web
