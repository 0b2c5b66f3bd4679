// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/channel.h>

#include <memory>
#include <vector>

#include "clients/web/site.h"
#include "services/platform/http/router.h"

namespace entraide::web {

// The pages behind the links of messages, which alone speak with notify, over `channel`. `site`
// outlives them.
std::vector<http::Route> MessageLinkRoutes(const Site& site,
                                           const std::shared_ptr<grpc::ChannelInterface>& channel);

}  // namespace entraide::web
