// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "services/platform/mail/mail.h"

namespace entraide::mail {

// Keeps each mail as a file of `folder` (0700), `{time}-{id}.eml` (0600), for houses without a mail
// relay.
Sender FileSender(std::string folder, std::string from);

}  // namespace entraide::mail
