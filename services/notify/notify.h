// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/channel.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/notify/intake.h"
#include "services/notify/links.h"
#include "services/notify/notify_service.h"
#include "services/notify/postman.h"
#include "services/notify/writer.h"
#include "services/platform/base/clock.h"
#include "services/platform/mail/mail.h"
#include "services/platform/pg/pool.h"
#include "services/platform/server/config.h"
#include "services/platform/server/worker.h"

namespace entraide::notify {

// How short messages leave a house.
struct Settings {
  std::string sms_url{};         // Empty: they are files.
  std::string sms_token_file{};  // The gateway's token on its first line, 0400; may be empty.
  std::string sms_from{};
};

// sms-url, sms-token-file, sms-from; and what they say.
std::vector<server::Flag> Flags();
Settings SettingsOf(const server::Config& config);

// To the gateway, or into `folder` where there is none. FAILED_PRECONDITION: FILE_OPEN_TO_OTHERS.
absl::StatusOr<SmsSender> OpenSmsSender(const Settings& settings, const std::string& folder);

// What notify stands on; all of it outlives it but the ways out, which it keeps.
struct Parts {
  const rpc::Gate& gate;
  pg::Pool& pool;  // Of schema `notify`, migrated.
  telemetry::Metrics& metrics;
  std::shared_ptr<grpc::ChannelInterface>
      services;            // To those who own requests, and the directory.
  std::string base_url{};  // Where the pages are, without a slash at its end.
  Postman::Ways ways{};
  auth::SecretKey key{};  // Of links and addresses.
  Clock clock;
};

// The parts of notify, put together for a program. Its workers run from birth to death.
class Notify {
 public:
  explicit Notify(const Parts& parts);

  grpc::Service& service() { return service_; }

 private:
  const Sources sources_;
  const Secrets secrets_;
  const Writer writer_;
  const Links links_;
  NotifyService service_;
  const Intake intake_;
  const Postman postman_;
  std::vector<std::unique_ptr<server::Worker>> workers_{};  // Last: they end before what they use.
};

}  // namespace entraide::notify
