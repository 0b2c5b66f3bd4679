// SPDX-License-Identifier: EUPL-1.2
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "clients/web/pages/routes.h"
#include "web_assets.h"

namespace entraide::web {
namespace {

absl::string_view TypeOf(absl::string_view name) {
  if (absl::EndsWith(name, ".css")) return "text/css; charset=utf-8";
  if (absl::EndsWith(name, ".js")) return "text/javascript; charset=utf-8";
  return "image/svg+xml";
}

// Pages ask for an address that changes with the content, so browsers may keep what they got.
http::Response Asset(absl::string_view name) {
  const std::string path = absl::StrCat("static/", name);
  for (const auto& [file, bytes] : assets::Files()) {
    if (file != path) continue;
    http::Response response = http::Reply(200, TypeOf(name), std::string(bytes));
    response.headers.push_back({"Cache-Control", "public, max-age=31536000, immutable"});
    return response;
  }
  return http::Reply(404, "text/plain; charset=utf-8", "");
}

}  // namespace

std::vector<http::Route> AssetRoutes() {
  return {{"GET", "/static/{name}", [](const http::Request&, const http::Params& params) {
             return Asset(params.at("name"));
           }}};
}

}  // namespace entraide::web
