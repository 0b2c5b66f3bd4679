// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace entraide::http {

// Decoded names and values in the order sent. Bytes are the client's: check UTF-8 and NUL before
// use (base/text).
struct Form {
  std::vector<std::pair<std::string, std::string>> fields{};

  // The first value of that name.
  std::optional<std::string> Find(absl::string_view name) const;
  std::string ValueOr(absl::string_view name, absl::string_view fallback) const;
  // Every value of that name: checkboxes and multiple selects.
  std::vector<std::string> All(absl::string_view name) const;
};

// An application/x-www-form-urlencoded body, or a query. '+' is a space; a '%' without two
// hexadecimal digits stands for itself, as in browsers.
Form ParseForm(absl::string_view text);

// Name and value of each cookie in a Cookie header, as sent (cookies have no encoding of their
// own).
Form ParseCookies(absl::string_view header);

// Keeps letters, digits and "-._~"; safe in a path segment and in a query.
std::string UrlEncode(absl::string_view text);

// The opposite of UrlEncode; '+' is itself.
std::string UrlDecode(absl::string_view text);

}  // namespace entraide::http
