// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "services/platform/outbox/watch.h"
#include "tests/support/database.h"
#include "tests/support/status_matchers.h"
#include "watch_testing.grpc.pb.h"

namespace entraide::outbox {

using testing::v1::WatchThingsRequest;
using testing::v1::WatchThingsResponse;

constexpr char kWatchThings[] = "/entraide.testing.v1.ThingService/WatchThings";

// Things are rows of a table; each change of one is an event of topic `thing`.
WatchSource<WatchThingsResponse> ThingSource();
SchemaScripts ThingTables();
void WriteThing(pg::Transaction& tx, const std::string& name);

class ThingService final : public testing::v1::ThingService::WithCallbackMethod_WatchThings<
                               testing::v1::ThingService::Service> {
 public:
  ThingService(const rpc::Gate& gate, pg::Pool& pool, WatchLimits limits)
      : watch_(gate, pool, ThingSource(), limits) {}

  grpc::ServerWriteReactor<WatchThingsResponse>* WatchThings(
      grpc::CallbackServerContext* context, const WatchThingsRequest* request) override {
    return watch_.Open(context, request);
  }
  void Stop() { watch_.Stop(); }

 private:
  Watch<WatchThingsRequest, WatchThingsResponse> watch_;
};

// One reader of the stream.
class Reader {
 public:
  Reader(testing::v1::ThingService::Stub& stub, const std::string& resume_token,
         const std::string& service = "matcher");
  ~Reader();

  // The next `count` messages, each as its thing, "end" or "beat"; fewer if the stream ends.
  std::vector<std::string> Read(int count);
  // Why the stream ended; waits until it does.
  absl::Status End();
  void Cancel() { context_.TryCancel(); }
  const std::string& token() const { return token_; }

 private:
  grpc::ClientContext context_{};
  std::unique_ptr<grpc::ClientReader<WatchThingsResponse>> reader_{};
  std::string token_{};  // The last one received.
  bool ended_ = false;
};

// A server of things, and its database.
class WatchTest : public ::testing::Test {
 protected:
  void Start(WatchLimits limits = {.pause = absl::Milliseconds(5)});
  void TearDown() override;
  void Write(const std::string& name);
  Reader Open(const std::string& resume_token = "") { return Reader(*stub_, resume_token); }

  TestDatabase database_{{PlatformTables("rides"), ThingTables()}};
  std::unique_ptr<pg::Pool> pool_ = database_.NewPool("rides");
  const auth::TrackingCodes codes_{auth::TrackingCodes::Key{7}};
  const auth::Authenticator authenticator_{
      [](absl::string_view, absl::Time) -> absl::StatusOr<auth::Caller> {
        return absl::UnauthenticatedError("nobody has a session here");
      },
      codes_};
  const auth::AccessTable access_ = *auth::AccessTable::Of({"entraide.testing.v1.ThingService"});
  telemetry::Metrics metrics_{};
  const rpc::Gate gate_{authenticator_, access_, metrics_, [] { return absl::Now(); }};
  std::unique_ptr<ThingService> service_{};
  std::unique_ptr<grpc::Server> server_{};
  std::unique_ptr<testing::v1::ThingService::Stub> stub_{};
};

}  // namespace entraide::outbox
