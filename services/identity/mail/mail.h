// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace entraide::identity {

// A mail in plain text.
struct Mail {
  std::string id{};       // Unique; names the file, and the message in its header.
  std::string to{};       // A checked address.
  std::string subject{};  // ASCII.
  std::string text{};     // UTF-8, lines ended by \n.
  absl::Time time{};
};

// Sends one mail, or tells why it did not: never with the address or the text.
using MailSender = std::function<absl::Status(const Mail&)>;

}  // namespace entraide::identity
