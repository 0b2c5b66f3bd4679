// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "services/platform/mail/mail.h"

namespace entraide::identity {

// The subject and the French text that bring a sign-in code. `base_url` is where the pages are,
// without a slash at its end. The code stands in the fragment, which no server ever sees.
mail::Mail SignInLetter(const std::string& code, const std::string& base_url);

}  // namespace entraide::identity
