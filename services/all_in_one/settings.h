// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "matcher/engine/travel.h"
#include "services/identity/identity.h"
#include "services/notify/notify.h"
#include "services/platform/mail/settings.h"
#include "services/platform/server/config.h"

namespace entraide::all_in_one {

// How one house runs.
struct Settings {
  std::string database{};    // libpq's conninfo.
  int http_port = 8080;      // On loopback: nginx stands in front.
  std::string socket{};      // gRPC's unix socket, in a folder of mode 0700.
  std::string state_dir{};   // Keys, mail, the operator's token.
  std::string ready_file{};  // Written once everything answers; empty: not written.
  matcher::TravelModel travel{};
  mail::Settings mail{};
  notify::Settings notify{};
  identity::Settings identity{};
};

std::vector<server::Flag> Flags();

// INVALID_ARGUMENT: FLAG_MALFORMED names the flag.
absl::StatusOr<Settings> SettingsOf(const server::Config& config);

}  // namespace entraide::all_in_one
