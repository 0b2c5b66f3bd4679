// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "services/platform/http/message.h"

namespace entraide::http {

// Adds what every page carries, each unless the response has its own: scripts, styles and images
// from here only, no framing, no referrer for other sites, no sniffing, no storing.
void AddSecurityHeaders(Response& response);

}  // namespace entraide::http
