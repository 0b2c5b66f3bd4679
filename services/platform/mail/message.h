// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "services/platform/mail/mail.h"

namespace entraide::mail {

// A mail as it travels (RFC 5322, CRLF), a subject with accents as RFC 2047 wants it.
// INVALID_ARGUMENT: MAIL_HEADER_UNSAFE, an address or the subject holds a character that could
// begin another header.
absl::StatusOr<std::string> Render(const Mail& mail, const std::string& from);

}  // namespace entraide::mail
