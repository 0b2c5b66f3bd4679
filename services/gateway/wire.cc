// SPDX-License-Identifier: EUPL-1.2
#include "services/gateway/wire.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/platform/base/status.h"
#include "services/platform/http/form.h"

namespace entraide::gateway {
namespace {

struct MediaType {
  absl::string_view name;
  Protocol protocol;
  Encoding encoding;
};

constexpr MediaType kMediaTypes[] = {
    {"application/json", Protocol::kConnect, Encoding::kJson},
    {"application/proto", Protocol::kConnect, Encoding::kProto},
    {"application/connect+json", Protocol::kConnectStream, Encoding::kJson},
    {"application/connect+proto", Protocol::kConnectStream, Encoding::kProto},
    {"application/grpc-web", Protocol::kGrpcWeb, Encoding::kProto},
    {"application/grpc-web+proto", Protocol::kGrpcWeb, Encoding::kProto},
    {"application/grpc-web+json", Protocol::kGrpcWeb, Encoding::kJson},
    {"application/grpc-web-text", Protocol::kGrpcWebText, Encoding::kProto},
    {"application/grpc-web-text+proto", Protocol::kGrpcWebText, Encoding::kProto},
};

struct Unit {
  char letter;
  absl::Duration length;
};

const Unit kUnits[] = {
    {'H', absl::Hours(1)},        {'M', absl::Minutes(1)},      {'S', absl::Seconds(1)},
    {'m', absl::Milliseconds(1)}, {'u', absl::Microseconds(1)}, {'n', absl::Nanoseconds(1)},
};

constexpr absl::string_view kForwarded[] = {"authorization", "traceparent"};

std::optional<Wire> WireNamed(absl::string_view name) {
  for (const MediaType& type : kMediaTypes) {
    if (type.name == name) return Wire{type.protocol, type.encoding, std::string(name)};
  }
  return std::nullopt;
}

bool IsUtf8(absl::string_view parameters) {
  const std::string lower = absl::AsciiStrToLower(absl::StripAsciiWhitespace(parameters));
  return lower.empty() || lower == "charset=utf-8" || lower == "charset=\"utf-8\"";
}

// Digits only: no sign, no space, at most `max_digits`.
std::optional<int64_t> Count(absl::string_view text, size_t max_digits) {
  const auto digit = [](char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); };
  int64_t count = 0;
  if (text.empty() || text.size() > max_digits || !std::all_of(text.begin(), text.end(), digit) ||
      !absl::SimpleAtoi(text, &count)) {
    return std::nullopt;
  }
  return count;
}

std::optional<absl::Duration> GrpcTimeout(absl::string_view text) {
  if (text.empty()) return std::nullopt;
  const std::optional<int64_t> count = Count(text.substr(0, text.size() - 1), 8);
  for (const Unit& unit : kUnits) {
    if (count.has_value() && unit.letter == text.back()) return *count * unit.length;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Wire> WireOf(const http::Request& request) {
  if (request.method == "GET") {
    const std::string encoding = http::ParseForm(request.query).ValueOr("encoding", "");
    const std::optional<Wire> wire = WireNamed(absl::StrCat("application/", encoding));
    return wire.has_value() && wire->protocol == Protocol::kConnect ? wire : std::nullopt;
  }
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(request.HeaderOr("content-type", ""), absl::MaxSplits(';', 1));
  if (!IsUtf8(parts.second)) return std::nullopt;
  return WireNamed(absl::AsciiStrToLower(absl::StripAsciiWhitespace(parts.first)));
}

absl::StatusOr<std::optional<absl::Duration>> TimeoutOf(const http::Request& request) {
  if (const auto text = request.HeaderOr("connect-timeout-ms", ""); !text.empty()) {
    const std::optional<int64_t> count = Count(text, 10);
    if (!count.has_value()) return Malformed("Connect-Timeout-Ms is not 1 to 10 digits");
    return absl::Milliseconds(*count);
  }
  if (const auto text = request.HeaderOr("grpc-timeout", ""); !text.empty()) {
    const std::optional<absl::Duration> timeout = GrpcTimeout(text);
    if (!timeout.has_value()) return Malformed("grpc-timeout is not 1 to 8 digits and a unit");
    return timeout;
  }
  return std::optional<absl::Duration>();
}

absl::StatusOr<std::vector<http::Header>> MetadataOf(const http::Request& request) {
  const auto printable = [](char c) { return c >= ' ' && c <= '~'; };
  std::vector<http::Header> metadata;
  for (const absl::string_view name : kForwarded) {
    const absl::string_view value = request.HeaderOr(name, "");
    if (value.empty()) continue;
    if (!std::all_of(value.begin(), value.end(), printable)) {
      return Malformed(absl::StrCat("header ", name, " is not printable ASCII"));
    }
    metadata.push_back({std::string(name), std::string(value)});
  }
  return metadata;
}

absl::Status Malformed(absl::string_view message) {
  return WithReason(absl::InvalidArgumentError(message), "REQUEST_MALFORMED");
}

}  // namespace entraide::gateway
