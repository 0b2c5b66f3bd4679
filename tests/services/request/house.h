// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gmock/gmock.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "clients/cpp/requests_client.h"
#include "request_migrations.h"
#include "services/platform/base/uuid.h"
#include "services/platform/server/grpc_server.h"
#include "services/request/dispatcher.h"
#include "services/request/front.h"
#include "services/request/steps.h"
#include "tests/services/request/a_task.h"
#include "tests/support/database.h"
#include "tests/support/fake_directory.h"
#include "tests/support/fake_matcher.h"
#include "tests/support/status_matchers.h"

namespace entraide::request {

// A session token `staff:o1`, `coordinator:o1` or `prescriber:ccas` is one of that role in that
// organization; `admin` is an operator's.
inline absl::StatusOr<auth::Caller> SessionOf(absl::string_view token, absl::Time /*deadline*/) {
  auth::Caller caller{.person = "person"};
  if (absl::ConsumePrefix(&token, "staff:")) {
    caller.role = access::v1::ROLE_STAFF;
  } else if (absl::ConsumePrefix(&token, "coordinator:")) {
    caller.role = access::v1::ROLE_COORDINATOR;
  } else if (absl::ConsumePrefix(&token, "prescriber:")) {
    caller.role = access::v1::ROLE_PRESCRIBER;
  } else if (absl::ConsumePrefix(&token, "admin")) {
    caller.role = access::v1::ROLE_ADMIN;
  } else {
    return absl::UnauthenticatedError("no such session");
  }
  caller.organization = std::string(token);
  return caller;
}

// A clock that the test sets, and that handlers read from their threads.
class TestClock {
 public:
  TestClock& operator=(absl::Time time) {
    micros_ = absl::ToUnixMicros(time);
    return *this;
  }
  absl::Time load() const { return absl::FromUnixMicros(micros_); }

 private:
  std::atomic<std::int64_t> micros_{absl::ToUnixMicros(kNow)};
};

// One service that takes requests, as it runs: a database, the directory, the matcher, a dispatcher
// whose rounds the test calls, and a clock that the test moves.
template <typename Service>
class House {
 public:
  House(const std::string& schema, const std::string& rpcs, const pg::Scripts& details)
      : database_({PlatformTables(schema),
                   {schema, "request", request_migrations::Files()},
                   {schema, schema, details}}),
        pool(database_.NewPool(schema, 8)),
        table_(*auth::AccessTable::Of({rpcs})),
        outside_(*server::GrpcServer::Start({}, {&directory, &matcher})),
        directory_client_(outside_->InProcessChannel(), schema),
        matcher_client_(outside_->InProcessChannel(), schema),
        service_({gate_, *pool, codes, directory_client_, matcher_client_}),
        inside_(*server::GrpcServer::Start({}, {&service_})),
        client(inside_->InProcessChannel()) {
    matcher.Offer(2);
  }

  std::shared_ptr<grpc::Channel> channel() { return inside_->InProcessChannel(); }
  // To the directory and the matcher.
  std::shared_ptr<grpc::Channel> outside() { return outside_->InProcessChannel(); }
  Dispatcher NewDispatcher() {
    return {*pool, matcher_client_, Service::Dispatched(), WavePolicyOfFrance(),
            [this] { return now.load(); }};
  }
  absl::StatusOr<int> Round() { return NewDispatcher().Round(); }

  // Who calls.
  static clients::CallOptions Anybody() { return {.deadline = Soon()}; }
  static clients::CallOptions Session(absl::string_view token) {
    return {.authorization = clients::BearerCredential(token), .deadline = Soon()};
  }
  static clients::CallOptions Code(absl::string_view code) {
    return {.authorization = clients::CodeCredential(code), .deadline = Soon()};
  }

 private:
  TestDatabase database_;

 public:
  TestClock now;
  std::unique_ptr<pg::Pool> pool;
  FakeDirectory directory;
  FakeMatcher matcher;
  auth::TrackingCodes codes{auth::TrackingCodes::Key{7}};

 private:
  auth::Authenticator authenticator_{SessionOf, codes};
  auth::AccessTable table_;
  telemetry::Metrics metrics_;
  rpc::Gate gate_{authenticator_, table_, metrics_, [this] { return now.load(); }};
  std::unique_ptr<server::GrpcServer> outside_;
  clients::DirectoryClient directory_client_;
  clients::MatcherClient matcher_client_;
  Service service_;
  std::unique_ptr<server::GrpcServer> inside_;

 public:
  clients::RequestsClient client;
};

// A filing that nothing is wrong with.
inline common::v1::RequestInput AnInput(const std::string& kind) {
  common::v1::RequestInput input;
  input.set_kind(kind);
  input.set_residence_commune("62361");
  input.set_acting_for(common::v1::ACTING_FOR_SELF);
  input.mutable_contact()->set_display_name("Jeanne Martin");
  input.mutable_contact()->set_phone("06 12 34 56 78");
  input.set_note_private("the blue door");
  input.set_consent_version("2026-11");
  return input;
}

}  // namespace entraide::request
