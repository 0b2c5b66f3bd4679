// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "clients/web/options.h"
#include "clients/web/site.h"
#include "services/platform/http/message.h"
#include "services/platform/http/router.h"

namespace entraide::web {

// The web pages, in French, for residents, associations and officials. Thread-safe; calls block.
class Pages {
 public:
  Pages(const std::shared_ptr<grpc::ChannelInterface>& channel, Options options);

  Pages(const Pages&) = delete;
  Pages& operator=(const Pages&) = delete;

  // Answers every path: what is no page is 404, a post from elsewhere 403.
  http::Response Handle(const http::Request& request) const;

 private:
  http::Response Answer(const http::Request& request) const;

  Site site_;
  http::Router router_;
};

}  // namespace entraide::web
