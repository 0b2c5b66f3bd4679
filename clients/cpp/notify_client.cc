// SPDX-License-Identifier: EUPL-1.2
#include "clients/cpp/notify_client.h"

#include <utility>

namespace entraide::clients {

using notify::v1::NotifyService;

NotifyClient::NotifyClient(const std::shared_ptr<grpc::ChannelInterface>& channel,
                           std::string service)
    : stub_(NotifyService::NewStub(channel)), service_(std::move(service)) {}

absl::Status NotifyClient::Announce(const notify::v1::AnnounceRequest& request,
                                    absl::Time deadline) {
  return Call(*stub_, &NotifyService::Stub::Announce, request,
              {.service = service_, .deadline = deadline})
      .status();
}

}  // namespace entraide::clients
