// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace entraide::mail {

// A mail in plain text.
struct Mail {
  std::string id{};       // Unique; names the file, and the message in its header.
  std::string to{};       // A checked address.
  std::string subject{};  // UTF-8, one line.
  std::string text{};     // UTF-8, lines ended by \n.
  absl::Time time{};
};

// Sends one mail, or tells why it did not: never with the address or the text. INVALID_ARGUMENT
// MAIL_HEADER_UNSAFE and FAILED_PRECONDITION MAIL_REFUSED: trying again would not help.
// DEADLINE_EXCEEDED MAIL_IN_DOUBT: it may have left.
using Sender = std::function<absl::Status(const Mail&)>;

}  // namespace entraide::mail
