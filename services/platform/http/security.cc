// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/http/security.h"

#include <algorithm>

#include "absl/strings/match.h"

namespace entraide::http {
namespace {

struct Default {
  absl::string_view name;
  absl::string_view value;
};

// `same-origin` and not `no-referrer`: under the latter browsers post forms with `Origin: null`,
// and the check of Origin would refuse our own pages.
constexpr Default kDefaults[] = {
    {"Content-Security-Policy",
     "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
     "frame-ancestors 'none'"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "same-origin"},
    {"X-Content-Type-Options", "nosniff"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cache-Control", "no-store"},
};

}  // namespace

void AddSecurityHeaders(Response& response) {
  for (const Default& wanted : kDefaults) {
    const auto same_name = [&](const Header& header) {
      return absl::EqualsIgnoreCase(header.name, wanted.name);
    };
    if (std::any_of(response.headers.begin(), response.headers.end(), same_name)) continue;
    response.headers.push_back({std::string(wanted.name), std::string(wanted.value)});
  }
}

}  // namespace entraide::http
