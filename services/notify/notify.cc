// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/notify.h"

#include <functional>
#include <utility>

#include "absl/time/clock.h"
#include "services/notify/owners.h"
#include "services/notify/store/announced_store.h"
#include "services/platform/base/private_file.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/transaction.h"

namespace entraide::notify {
namespace {

constexpr absl::Duration kPause = absl::Milliseconds(200);
constexpr absl::Duration kForgetPause = absl::Minutes(1);
constexpr absl::Duration kKept =
    absl::Hours(30 * 24);  // What was sent, for who asks whether it was.

absl::StatusOr<int> Forget(pg::Pool& pool, absl::Time now) {
  ASSIGN_OR_RETURN(pg::Transaction tx,
                   pg::Transaction::Begin(pool, absl::Now() + absl::Seconds(10)));
  ASSIGN_OR_RETURN(const int gone, ForgetLines(tx, now - kKept));
  RETURN_IF_ERROR(tx.Commit());
  return gone;
}

}  // namespace

std::vector<server::Flag> Flags() {
  return {{"sms-url", "", "gateway of short messages, http(s)://...; empty: they are files"},
          {"sms-token-file", "", "file (0400) that holds the gateway's token"},
          {"sms-from", "Entraide", "who short messages come from, if the gateway lets us say"}};
}

Settings SettingsOf(const server::Config& config) {
  return {.sms_url = config.Text("sms-url"),
          .sms_token_file = config.Text("sms-token-file"),
          .sms_from = config.Text("sms-from")};
}

absl::StatusOr<SmsSender> OpenSmsSender(const Settings& settings, const std::string& folder) {
  if (settings.sms_url.empty()) return FileSmsSender(folder);
  SmsGateway gateway{.url = settings.sms_url, .from = settings.sms_from};
  if (!settings.sms_token_file.empty()) {
    ASSIGN_OR_RETURN(gateway.token, ReadPrivateLine(settings.sms_token_file));
  }
  return HttpSmsSender(std::move(gateway));
}

Notify::Notify(const Parts& parts)
    : sources_(SourcesOver(parts.services)),
      secrets_(parts.key),
      writer_(parts.base_url),
      links_(parts.pool, sources_, secrets_, CancelOver(parts.services)),
      service_(parts.gate, parts.pool, links_),
      intake_(parts.pool, sources_),
      postman_({parts.pool, sources_, secrets_, writer_, parts.metrics}, parts.ways) {
  const auto start = [&](const char* name, absl::Duration pause,
                         std::function<absl::StatusOr<int>()> round) {
    workers_.push_back(
        std::make_unique<server::Worker>(name, pause, parts.metrics, std::move(round)));
  };
  start("notify-intake", kPause, [this, clock = parts.clock] { return intake_.TakeOne(clock()); });
  start("notify-postman", kPause,
        [this, clock = parts.clock] { return postman_.SendOne(clock()); });
  start("notify-forget", kForgetPause,
        [&pool = parts.pool, clock = parts.clock] { return Forget(pool, clock()); });
}

}  // namespace entraide::notify
