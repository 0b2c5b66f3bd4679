// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "services/identity/mail/mail.h"

namespace entraide::identity {

// Keeps each mail as a file of `folder` (0700), `{time}-{id}.eml` (0600), for houses without a mail
// relay.
MailSender FileSender(std::string folder, std::string from);

}  // namespace entraide::identity
