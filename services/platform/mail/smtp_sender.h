// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "services/platform/mail/mail.h"

namespace entraide::mail {

// Where mail leaves.
struct SmtpRelay {
  std::string url{};       // smtp://host:port or smtps://host:port
  std::string user{};      // Empty: no sign-in.
  std::string password{};  // Sent over TLS only.
  std::string from{};
};

// Hands each mail to `relay` within 20 s, over TLS where the relay offers it, always when it wants
// a password. UNAVAILABLE: it did not take the mail.
Sender SmtpSender(SmtpRelay relay);

}  // namespace entraide::mail
