// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/http/message.h"

#include <utility>

#include "absl/strings/match.h"

namespace entraide::http {

absl::string_view Request::HeaderOr(absl::string_view name, absl::string_view fallback) const {
  for (const Header& header : headers) {
    if (absl::EqualsIgnoreCase(header.name, name)) return header.value;
  }
  return fallback;
}

Response Reply(int status, absl::string_view content_type, std::string body) {
  return Response{.status = status,
                  .headers = {{"Content-Type", std::string(content_type)}},
                  .body = std::move(body)};
}

Response Redirect(absl::string_view location) {
  return Response{.status = 303, .headers = {{"Location", std::string(location)}}, .body = {}};
}

}  // namespace entraide::http
