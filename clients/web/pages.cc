// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/pages.h"

#include <iterator>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/status/status.h"
#include "clients/web/page.h"
#include "clients/web/pages/message_link.h"
#include "clients/web/pages/routes.h"
#include "clients/web/visitor.h"
#include "services/platform/http/security.h"

namespace entraide::web {
namespace {

std::vector<http::Route> AllRoutes(const Site& site,
                                   const std::shared_ptr<grpc::ChannelInterface>& channel) {
  std::vector<http::Route> all;
  for (std::vector<http::Route> routes :
       {HomeRoutes(site), AskRoutes(site), FollowRoutes(site), SignInRoutes(site),
        InboxRoutes(site), MessageLinkRoutes(site, channel), DirectoryRoutes(site),
        PartnerRoutes(site), TerritoryRoutes(site), AssetRoutes()}) {
    absl::c_move(routes, std::back_inserter(all));
  }
  return all;
}

}  // namespace

Pages::Pages(const std::shared_ptr<grpc::ChannelInterface>& channel, Options options)
    : site_(channel, std::move(options)), router_(AllRoutes(site_, channel)) {}

http::Response Pages::Handle(const http::Request& request) const {
  http::Response response = Answer(request);
  http::AddSecurityHeaders(response);
  return response;
}

http::Response Pages::Answer(const http::Request& request) const {
  if (request.method == "POST" && !IsFromOurPages(request)) {
    return ProblemPage(site_, request, absl::PermissionDeniedError("posted from elsewhere"));
  }
  std::optional<http::Response> response = router_.Handle(request);
  if (response.has_value()) return *std::move(response);
  return ProblemPage(site_, request, absl::NotFoundError("no such page"));
}

}  // namespace entraide::web
