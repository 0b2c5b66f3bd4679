// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "clients/cpp/call.h"
#include "clients/cpp/requests_client.h"
#include "clients/web/options.h"
#include "entraide/coverage/v1/coverage_service.grpc.pb.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"
#include "entraide/identity/v1/identity_service.grpc.pb.h"
#include "entraide/matcher/v1/matcher_service.grpc.pb.h"

namespace entraide::web {

using DirectoryStub = directory::v1::DirectoryService::Stub;
using MatcherStub = matcher::v1::MatcherService::Stub;
using CoverageStub = coverage::v1::CoverageService::Stub;
using IdentityStub = identity::v1::IdentityService::Stub;

// What pages work with: the services, and how the pages are served. Thread-safe; outlives pages.
struct Site {
  Site(const std::shared_ptr<grpc::ChannelInterface>& channel, Options with);

  // What goes with a call made for anybody, for a signed-in user, for the holder of a code. The
  // pages are the outermost callers, so they retry: writes need their request_id.
  clients::CallOptions ForAnybody() const;
  clients::CallOptions ForSession(absl::string_view token) const;
  clients::CallOptions ForCode(absl::string_view code) const;

  Options options;
  std::unique_ptr<DirectoryStub> directory;
  std::unique_ptr<MatcherStub> matcher;
  std::unique_ptr<CoverageStub> coverage;
  std::unique_ptr<IdentityStub> identity;
  std::unique_ptr<clients::RequestsClient> requests;
};

}  // namespace entraide::web
