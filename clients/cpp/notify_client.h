// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "clients/cpp/call.h"
#include "entraide/notify/v1/notify_service.grpc.pb.h"

namespace entraide::clients {

// NotifyService, for the services whose requests people are told about. Calls once: workers come
// again by themselves. Thread-safe.
class NotifyClient {
 public:
  // `service` is the caller's name: `rides`, `garage`, `homehelp`.
  NotifyClient(const std::shared_ptr<grpc::ChannelInterface>& channel, std::string service);

  absl::Status Announce(const notify::v1::AnnounceRequest& request, absl::Time deadline);

 private:
  std::unique_ptr<notify::v1::NotifyService::Stub> stub_;
  const std::string service_;
};

}  // namespace entraide::clients
