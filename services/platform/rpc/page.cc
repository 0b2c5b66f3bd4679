// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/rpc/page.h"

#include <sodium.h>

#include <algorithm>

#include "absl/strings/escaping.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "services/platform/base/text.h"
#include "services/platform/base/violations.h"

namespace entraide::rpc {
namespace {

constexpr int kDefaultSize = 50;
constexpr int kMaxSize = 500;
constexpr std::size_t kHashSize = 16;           // The smallest that libsodium calls secure.
constexpr absl::string_view kDivider("\0", 1);  // In no text of ours.

std::string HashOf(absl::string_view filter) {
  std::string hash(kHashSize, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(filter.data()), filter.size(), nullptr,
                     0);
  return hash;
}

absl::Status BadToken(absl::string_view reason) {
  return InvalidField("page_token", reason, "the next_page_token of the same list, unchanged");
}

}  // namespace

absl::StatusOr<Page> ParsePage(std::int32_t page_size, absl::string_view page_token,
                               absl::string_view filter, std::size_t key_size) {
  if (page_size < 0) return InvalidField("page_size", "OUT_OF_RANGE", "0 or more");
  Page page{.size = page_size == 0 ? kDefaultSize : std::min(page_size, kMaxSize)};
  if (page_token.empty()) return page;
  std::string bytes;
  if (!absl::WebSafeBase64Unescape(page_token, &bytes) || bytes.size() < kHashSize) {
    return BadToken("MALFORMED");
  }
  if (bytes.compare(0, kHashSize, HashOf(filter)) != 0) return BadToken("OTHER_FILTER");
  page.after = absl::StrSplit(absl::string_view(bytes).substr(kHashSize), kDivider);
  if (page.after.size() != key_size || !std::all_of(page.after.begin(), page.after.end(), IsText)) {
    return BadToken("MALFORMED");
  }
  return page;
}

std::string PageToken(const std::vector<std::string>& last_key, absl::string_view filter) {
  return absl::WebSafeBase64Escape(HashOf(filter) + absl::StrJoin(last_key, kDivider));
}

}  // namespace entraide::rpc
