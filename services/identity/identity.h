// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/identity/identity_service.h"
#include "services/identity/mail_worker.h"
#include "services/identity/operator_token.h"
#include "services/platform/auth/authenticator.h"
#include "services/platform/base/clock.h"
#include "services/platform/server/config.h"
#include "services/platform/server/worker.h"
#include "services/platform/telemetry/metrics.h"

namespace entraide::identity {

// How one house signs people in.
struct Settings {
  std::string state_dir{};  // 0700; gets identity.key and operator.token.
  std::string base_url{};   // Where the pages are, without a slash at its end.
  DemoGrants demo = DemoGrants::kRefused;
};

// base-url, demo; and what they say. state_dir is the program's.
std::vector<server::Flag> Flags();
absl::StatusOr<Settings> SettingsOf(const server::Config& config);

// The parts of identity, put together for a program. The gate of every service needs Lookup, and
// identity's own service needs the gate: hence two steps.
class Identity {
 public:
  // Reads or makes the key, and writes the operator's token. `pool` (migrated) and `metrics`
  // outlive it. FAILED_PRECONDITION: KEY_UNUSABLE.
  static absl::StatusOr<std::unique_ptr<Identity>> Open(const Settings& settings,
                                                        mail::Sender sender, pg::Pool& pool,
                                                        telemetry::Metrics& metrics, Clock clock);

  // Lives as long as this.
  auth::SessionLookup Lookup();

  // Makes the service and starts its workers; once. `gate` outlives it.
  grpc::Service& Serve(const rpc::Gate& gate);

 private:
  Identity(const Settings& settings, const auth::SecretKey& key, mail::Sender sender,
           pg::Pool& pool, telemetry::Metrics& metrics, Clock clock);

  pg::Pool& pool_;
  telemetry::Metrics& metrics_;
  const Clock clock_;
  const DemoGrants demo_;
  const Secrets secrets_;
  Sessions sessions_;
  const MailWorker mail_worker_;
  OperatorToken operator_token_;
  std::optional<IdentityService> service_{};
  std::vector<std::unique_ptr<server::Worker>> workers_{};  // Last: they end before what they use.
};

}  // namespace entraide::identity
