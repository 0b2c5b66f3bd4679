// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/identity.h"

#include <functional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "absl/time/clock.h"
#include "services/identity/store/sweep_store.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/transaction.h"

namespace entraide::identity {
namespace {

constexpr absl::Duration kMailPause = absl::Milliseconds(200);
constexpr absl::Duration kSweepPause = absl::Minutes(1);

absl::StatusOr<int> SweepOnce(pg::Pool& pool, absl::Time now) {
  ASSIGN_OR_RETURN(pg::Transaction tx,
                   pg::Transaction::Begin(pool, absl::Now() + absl::Seconds(5)));
  RETURN_IF_ERROR(Sweep(tx, now));
  RETURN_IF_ERROR(tx.Commit());
  return 0;
}

}  // namespace

std::vector<server::Flag> Flags() {
  return {{"base-url", "", "where the pages are, for the links in mails"},
          {"demo", "true", "whether roles of the demonstration open anything"}};
}

absl::StatusOr<Settings> SettingsOf(const server::Config& config) {
  ASSIGN_OR_RETURN(const bool demo, config.Bool("demo"));
  return Settings{.base_url = std::string(absl::StripSuffix(config.Text("base-url"), "/")),
                  .demo = demo ? DemoGrants::kOpen : DemoGrants::kRefused};
}

absl::StatusOr<std::unique_ptr<Identity>> Identity::Open(const Settings& settings,
                                                         mail::Sender sender, pg::Pool& pool,
                                                         telemetry::Metrics& metrics, Clock clock) {
  ASSIGN_OR_RETURN(const auth::SecretKey key,
                   auth::KeyFromFile(absl::StrCat(settings.state_dir, "/identity.key")));
  std::unique_ptr<Identity> identity(
      new Identity(settings, key, std::move(sender), pool, metrics, std::move(clock)));
  RETURN_IF_ERROR(identity->operator_token_.Renew(identity->clock_()).status());
  return identity;
}

Identity::Identity(const Settings& settings, const auth::SecretKey& key, mail::Sender sender,
                   pg::Pool& pool, telemetry::Metrics& metrics, Clock clock)
    : pool_(pool),
      metrics_(metrics),
      clock_(std::move(clock)),
      demo_(settings.demo),
      secrets_(key),
      sessions_(pool, clock_, demo_),
      mail_worker_(pool, secrets_, std::move(sender), settings.base_url),
      operator_token_(pool, absl::StrCat(settings.state_dir, "/operator.token")) {}

auth::SessionLookup Identity::Lookup() {
  return [this](absl::string_view token, absl::Time deadline) {
    return sessions_.Lookup(token, deadline);
  };
}

grpc::Service& Identity::Serve(const rpc::Gate& gate) {
  service_.emplace(IdentityService::Dependencies{
      .gate = gate, .pool = pool_, .sessions = sessions_, .secrets = secrets_, .demo = demo_});
  const auto start = [this](const char* name, absl::Duration pause,
                            std::function<absl::StatusOr<int>()> round) {
    workers_.push_back(std::make_unique<server::Worker>(name, pause, metrics_, std::move(round)));
  };
  start("identity-mail", kMailPause, [this] { return mail_worker_.SendOne(clock_()); });
  start("identity-operator", kSweepPause, [this] { return operator_token_.Renew(clock_()); });
  start("identity-sweep", kSweepPause, [this] { return SweepOnce(pool_, clock_()); });
  return *service_;
}

}  // namespace entraide::identity
