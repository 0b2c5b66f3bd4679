// SPDX-License-Identifier: EUPL-1.2
#include "services/all_in_one/settings.h"

#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"

namespace entraide::all_in_one {
namespace {

absl::Status Malformed(absl::string_view flag, absl::string_view wanted) {
  return WithReason(absl::InvalidArgumentError(absl::StrCat("--", flag, " wants ", wanted)),
                    "FLAG_MALFORMED");
}

absl::Status ReadPositive(const server::Config& config, absl::string_view flag, double& value) {
  if (!absl::SimpleAtod(config.Text(flag), &value) || value <= 0) {
    return Malformed(flag, "a number above zero");
  }
  return absl::OkStatus();
}

}  // namespace

std::vector<server::Flag> Flags() {
  std::vector<server::Flag> flags = {
      {"database", "dbname=entraide", "libpq connection string of the database"},
      {"http-port", "8080", "port of the pages and of the HTTP API, on loopback; 0: any free one"},
      {"socket", "var/state/rpc.sock", "unix socket of the gRPC services"},
      {"state-dir", "var/state", "folder of keys, mail and the operator's token, mode 0700"},
      {"ready-file", "", "written once everything answers"},
      {"detour-factor", "1.3", "length of a road over the straight line, for travel times"},
      {"speed-km-per-hour", "50", "mean speed on the road, for travel times"},
  };
  for (server::Flag& flag : mail::Flags()) flags.push_back(std::move(flag));
  for (server::Flag& flag : notify::Flags()) flags.push_back(std::move(flag));
  for (server::Flag& flag : identity::Flags()) flags.push_back(std::move(flag));
  return flags;
}

absl::StatusOr<Settings> SettingsOf(const server::Config& config) {
  Settings settings{.database = config.Text("database"),
                    .socket = config.Text("socket"),
                    .state_dir = config.Text("state-dir"),
                    .ready_file = config.Text("ready-file")};
  ASSIGN_OR_RETURN(const std::int64_t port, config.Number("http-port"));
  if (port < 0 || port > 65535) return Malformed("http-port", "a port");
  settings.http_port = static_cast<int>(port);
  RETURN_IF_ERROR(ReadPositive(config, "detour-factor", settings.travel.detour_factor));
  RETURN_IF_ERROR(ReadPositive(config, "speed-km-per-hour", settings.travel.speed_km_per_hour));
  settings.mail = mail::SettingsOf(config);
  settings.notify = notify::SettingsOf(config);
  ASSIGN_OR_RETURN(settings.identity, identity::SettingsOf(config));
  settings.identity.state_dir = settings.state_dir;
  return settings;
}

}  // namespace entraide::all_in_one
