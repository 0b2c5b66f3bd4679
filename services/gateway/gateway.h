// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <google/protobuf/descriptor.h>
#include <grpcpp/generic/generic_stub.h>

#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/gateway/call.h"
#include "services/gateway/codec.h"
#include "services/gateway/wire.h"
#include "services/platform/http/message.h"

namespace entraide::gateway {

struct Options {
  std::string package_prefix = "entraide.";            // services outside are not served
  absl::Duration default_timeout = absl::Seconds(10);  // when the client names none
  absl::Duration max_timeout = absl::Seconds(30);
};

// Makes unary gRPC calls on `channel` out of Connect and gRPC-Web requests on the paths
// `/<package.Service>/<Method>`. It decides nothing about access: that is for the called service.
// The descriptors of the services must be linked into the program. Thread-safe; blocks.
class Gateway {
 public:
  Gateway(std::shared_ptr<grpc::ChannelInterface> channel, Options options);

  // Whether `path` is for the gateway, though perhaps of no method.
  bool Serves(absl::string_view path) const;

  http::Response Handle(const http::Request& request);

 private:
  using Method = google::protobuf::MethodDescriptor;

  Outcome Answer(const Wire& wire, const Method& method, const http::Request& request);
  absl::StatusOr<Call> CallOf(const Wire& wire, const Method& method,
                              const http::Request& request) const;
  http::Response Render(const Wire& wire, const Outcome& outcome) const;

  const Options options_;
  grpc::GenericStub stub_;
  const Codec codec_;
};

}  // namespace entraide::gateway
