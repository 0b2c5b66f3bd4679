// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/http/form.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace entraide::http {
namespace {

std::optional<int> HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::string DecodeField(absl::string_view text) {
  return UrlDecode(absl::StrReplaceAll(text, {{"+", " "}}));
}

}  // namespace

std::optional<std::string> Form::Find(absl::string_view name) const {
  for (const auto& [key, value] : fields) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::string Form::ValueOr(absl::string_view name, absl::string_view fallback) const {
  return Find(name).value_or(std::string(fallback));
}

std::vector<std::string> Form::All(absl::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : fields) {
    if (key == name) values.push_back(value);
  }
  return values;
}

Form ParseForm(absl::string_view text) {
  Form form;
  for (const absl::string_view pair : absl::StrSplit(text, '&', absl::SkipEmpty())) {
    const std::pair<absl::string_view, absl::string_view> parts =
        absl::StrSplit(pair, absl::MaxSplits('=', 1));
    form.fields.emplace_back(DecodeField(parts.first), DecodeField(parts.second));
  }
  return form;
}

Form ParseCookies(absl::string_view header) {
  Form form;
  for (const absl::string_view pair : absl::StrSplit(header, ';', absl::SkipWhitespace())) {
    const std::pair<absl::string_view, absl::string_view> parts =
        absl::StrSplit(pair, absl::MaxSplits('=', 1));
    form.fields.emplace_back(absl::StripAsciiWhitespace(parts.first),
                             absl::StripAsciiWhitespace(parts.second));
  }
  return form;
}

std::string UrlEncode(absl::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '.' || c == '_' ||
        c == '~') {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += {'%', kHex[byte >> 4], kHex[byte & 15]};
  }
  return encoded;
}

std::string UrlDecode(absl::string_view text) {
  std::string decoded;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto high = text[i] == '%' && i + 2 < text.size() ? HexDigit(text[i + 1]) : std::nullopt;
    const auto low = high.has_value() ? HexDigit(text[i + 2]) : std::nullopt;
    if (!low.has_value()) {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(*high * 16 + *low);
    i += 2;
  }
  return decoded;
}

}  // namespace entraide::http
