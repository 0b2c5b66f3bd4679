// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "services/platform/base/clock.h"

namespace entraide::web {

// How the pages are served.
struct Options {
  // Browsers reach the pages over https: cookies are then `__Host-` and Secure.
  bool https = false;
  // Shown where a page fails somebody: who to call, for example "03 21 00 00 00". May be empty.
  std::string help_phone{};
  // Keys the tokens of forms, 16 bytes or more; empty: a random one that ends with the process.
  std::string form_key{};
  // For each call to a service, retries included.
  absl::Duration call_timeout = absl::Seconds(4);
  Clock clock = absl::Now;
};

}  // namespace entraide::web
