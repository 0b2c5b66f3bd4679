// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/channel.h>

#include <memory>

#include "services/notify/links.h"
#include "services/notify/sources.h"

namespace entraide::notify {

// Asks rides, garage and home help what happened, and the directory for names and addresses, over
// `channel`.
Sources SourcesOver(const std::shared_ptr<grpc::ChannelInterface>& channel);

// Cancels at the owner of the request, as the holder of its tracking code.
CancelRequest CancelOver(const std::shared_ptr<grpc::ChannelInterface>& channel);

}  // namespace entraide::notify
