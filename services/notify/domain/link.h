// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/notify/domain/happening.h"
#include "services/notify/domain/letter.h"

namespace entraide::notify {

// What a link in a message does, once, when whoever opened its page presses the button.
enum class LinkAction { kCancel, kUnsubscribe };

// `CANCEL`: in tables.
absl::string_view NameOf(LinkAction action);
// `annuler`: in addresses.
absl::string_view PathOf(LinkAction action);

// The links that a letter to `recipient` carries.
std::vector<LinkAction> LinksOf(Letter letter, const Recipient& recipient);

// Until when a link acts: to cancel, until the service begins; for three months where there is no
// date.
absl::Time LinkEnd(LinkAction action, std::optional<absl::Time> start_time, absl::Time now);

}  // namespace entraide::notify
