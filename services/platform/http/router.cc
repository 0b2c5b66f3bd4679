// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/http/router.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/platform/http/form.h"

namespace entraide::http {
namespace {

bool IsName(absl::string_view segment) {
  return absl::StartsWith(segment, "{") && absl::EndsWith(segment, "}");
}

std::optional<Params> Match(const std::vector<std::string>& pattern,
                            const std::vector<absl::string_view>& path) {
  if (pattern.size() != path.size()) return std::nullopt;
  Params params;
  for (size_t i = 0; i < pattern.size(); ++i) {
    if (!IsName(pattern[i])) {
      if (pattern[i] != path[i]) return std::nullopt;
      continue;
    }
    if (path[i].empty()) return std::nullopt;
    params.emplace(pattern[i].substr(1, pattern[i].size() - 2), UrlDecode(path[i]));
  }
  return params;
}

}  // namespace

Router::Router(std::vector<Route> routes) {
  for (Route& route : routes) {
    std::vector<std::string> segments = absl::StrSplit(route.pattern, '/');
    entries_.push_back({std::move(route), std::move(segments)});
  }
}

std::optional<Response> Router::Handle(const Request& request) const {
  const std::vector<absl::string_view> path = absl::StrSplit(request.path, '/');
  const std::string method = request.method == "HEAD" ? "GET" : request.method;
  std::vector<std::string> allowed;
  for (const Entry& entry : entries_) {
    const std::optional<Params> params = Match(entry.segments, path);
    if (!params.has_value()) continue;
    if (entry.route.method == method) return entry.route.handle(request, *params);
    allowed.push_back(entry.route.method);
  }
  if (allowed.empty()) return std::nullopt;
  Response refusal = Reply(405, "text/plain; charset=utf-8", "method not allowed\n");
  refusal.headers.push_back({"Allow", absl::StrJoin(allowed, ", ")});
  return refusal;
}

}  // namespace entraide::http
