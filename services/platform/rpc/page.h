// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace entraide::rpc {

// Which part of a list is asked for.
struct Page {
  int size = 0;
  std::vector<std::string> after{};  // Sort key of the last row seen; empty on the first page.
};

// `key_size` is how many parts the sort key has. `filter` is what else the request holds: a token
// of another filter is refused. The parts of a token may be forged: they are text, no more.
// INVALID_ARGUMENT: FIELDS_INVALID on `page_size` (negative) or `page_token`.
absl::StatusOr<Page> ParsePage(std::int32_t page_size, absl::string_view page_token,
                               absl::string_view filter, std::size_t key_size);

// An opaque token that goes on after the row with this sort key.
std::string PageToken(const std::vector<std::string>& last_key, absl::string_view filter);

// A List request without its page, as bytes.
template <typename Request>
std::string FilterOf(Request request) {
  request.clear_page_size();
  request.clear_page_token();
  return request.SerializeAsString();
}

// ParsePage and PageToken for a request with `page_size` and `page_token`.
template <typename Request>
absl::StatusOr<Page> PageOf(const Request& request, std::size_t key_size) {
  return ParsePage(request.page_size(), request.page_token(), FilterOf(request), key_size);
}
template <typename Request>
std::string NextPageToken(const Request& request, const std::vector<std::string>& last_key) {
  return PageToken(last_key, FilterOf(request));
}

}  // namespace entraide::rpc
