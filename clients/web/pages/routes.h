// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "clients/web/site.h"
#include "services/platform/http/router.h"

namespace entraide::web {

// The routes of each page; `site` outlives them.
std::vector<http::Route> HomeRoutes(const Site& site);
std::vector<http::Route> AskRoutes(const Site& site);
std::vector<http::Route> FollowRoutes(const Site& site);
std::vector<http::Route> SignInRoutes(const Site& site);
std::vector<http::Route> InboxRoutes(const Site& site);
std::vector<http::Route> DirectoryRoutes(const Site& site);
std::vector<http::Route> PartnerRoutes(const Site& site);
std::vector<http::Route> TerritoryRoutes(const Site& site);
std::vector<http::Route> AssetRoutes();

}  // namespace entraide::web
