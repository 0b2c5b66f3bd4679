// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/platform/http/message.h"

namespace entraide::http {

// What the `{names}` of a pattern matched, decoded.
using Params = absl::flat_hash_map<std::string, std::string>;

struct Route {
  std::string method{};   // "GET" serves HEAD too
  std::string pattern{};  // "/rides/{ride}": a name matches one segment, never an empty one
  std::function<Response(const Request&, const Params&)> handle{};
};

// A table of routes; the first whose pattern and method match answers. Thread-safe if they are.
class Router {
 public:
  explicit Router(std::vector<Route> routes);

  // Nothing: no pattern matches the path. 405 with Allow: one does, but not for that method.
  std::optional<Response> Handle(const Request& request) const;

 private:
  struct Entry {
    Route route;
    std::vector<std::string> segments;
  };
  std::vector<Entry> entries_;
};

}  // namespace entraide::http
