// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "services/identity/mail/mail.h"

namespace entraide::identity {

// The subject and the French text that bring a sign-in code. `base_url` is where the pages are,
// without a slash at its end. The code stands in the fragment, which no server ever sees.
Mail SignInLetter(const std::string& code, const std::string& base_url);

// A mail as it travels (RFC 5322, CRLF). INVALID_ARGUMENT: MAIL_HEADER_UNSAFE, an address or the
// subject holds a character that could begin another header.
absl::StatusOr<std::string> Render(const Mail& mail, const std::string& from);

}  // namespace entraide::identity
