// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "clients/cpp/matcher_client.h"
#include "matcher/feed/feed.h"
#include "matcher/matcher_service.h"
#include "services/platform/base/violations.h"
#include "services/platform/server/grpc_server.h"
#include "tests/support/fake_directory.h"
#include "tests/support/watched.h"

namespace entraide::matcher {

// A Tuesday morning in Paris.
inline const absl::Time kNow = absl::FromUnixSeconds(1'801'558'800);  // 2027-02-02 09:00 UTC

inline absl::StatusOr<auth::Caller> SessionOf(absl::string_view token, absl::Time /*deadline*/) {
  if (token != "staff") return absl::UnauthenticatedError("no such session");
  return auth::Caller{.role = access::v1::ROLE_STAFF, .person = "person", .organization = "o1"};
}

// MatcherService as it runs: over gRPC, on a feed that watches a directory of these offers in three
// communes.
class MatcherHouse {
 public:
  explicit MatcherHouse(std::vector<directory::v1::WatchOffersResponse> offers) {
    directory_.snapshot = ThreeCommunes();
    directory_.snapshot.insert(directory_.snapshot.end(), offers.begin(), offers.end());
    outside_ = *server::GrpcServer::Start({}, {&directory_});
    feed_.emplace(Sources{outside_->InProcessChannel()}, "matcher", TravelByGreatCircle({}));
    EXPECT_TRUE(feed_->AwaitFirst(Soon()));
    service_.emplace(gate_, *feed_);
    inside_ = *server::GrpcServer::Start({}, {&*service_});
  }

  std::shared_ptr<grpc::Channel> channel() { return inside_->InProcessChannel(); }
  // As the service that owns the need.
  clients::MatcherClient Client(const std::string& service = "garage") {
    return {channel(), service};
  }
  const World& world() { return feed_->Current()->world; }
  // As the staff of an organization.
  static clients::CallOptions Staff() {
    return {.authorization = clients::BearerCredential("staff"), .deadline = Soon()};
  }
  static absl::Time Soon() { return absl::Now() + absl::Seconds(10); }

 private:
  auth::TrackingCodes codes_{auth::TrackingCodes::Key{7}};
  auth::Authenticator authenticator_{SessionOf, codes_};
  auth::AccessTable table_ = *auth::AccessTable::Of({"entraide.matcher.v1.MatcherService"});
  telemetry::Metrics metrics_;
  rpc::Gate gate_{authenticator_, table_, metrics_, [] { return kNow; }};
  FakeDirectory directory_;
  std::unique_ptr<server::GrpcServer> outside_;
  std::optional<Feed> feed_{};
  std::optional<MatcherService> service_{};
  std::unique_ptr<server::GrpcServer> inside_;
};

inline v1::Need ANeed(const std::string& commune, const std::string& kind = "repair") {
  v1::Need need;
  need.set_kind(kind);
  need.set_residence_commune(commune);
  return need;
}

}  // namespace entraide::matcher
