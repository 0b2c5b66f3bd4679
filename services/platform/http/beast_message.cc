// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/http/beast_message.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace entraide::http {
namespace {

namespace beast_http = boost::beast::http;
using boost::beast::string_view;

constexpr size_t kMaxHeaderLine = 8 * 1024;
constexpr absl::string_view kText = "text/plain; charset=utf-8";

absl::string_view View(string_view text) { return {text.data(), text.size()}; }
string_view BeastView(const std::string& text) { return {text.data(), text.size()}; }

bool IsSafe(const Header& header) {
  const auto token = [](char c) {
    return absl::ascii_isgraph(static_cast<unsigned char>(c)) && c != ':';
  };
  const auto control = [](char c) { return absl::ascii_iscntrl(static_cast<unsigned char>(c)); };
  return !header.name.empty() && header.name.size() + header.value.size() <= kMaxHeaderLine &&
         std::all_of(header.name.begin(), header.name.end(), token) &&
         std::none_of(header.value.begin(), header.value.end(), control);
}

}  // namespace

std::optional<Response> RefusalOf(const boost::beast::error_code& error, const Options& options) {
  using Error = beast_http::error;
  if (error.category() != make_error_code(Error::bad_target).category()) return std::nullopt;
  if (error == Error::end_of_stream || error == Error::partial_message) return std::nullopt;
  if (error == Error::body_limit) {
    // It also meets people, whose form was too long: in their language first.
    return Reply(413, kText,
                 absl::StrCat("C'est trop long : ", options.max_body_bytes, " octets au plus.\n",
                              "a request body may have ", options.max_body_bytes, " bytes\n"));
  }
  if (error == Error::header_limit || error == Error::buffer_overflow) {
    return Reply(431, kText,
                 absl::StrCat("request headers may have ", options.max_header_bytes, " bytes\n"));
  }
  return Reply(400, kText, "not an HTTP request\n");
}

std::optional<Response> RefusalOf(const Incoming& message) {
  const auto hosts = message.count(beast_http::field::host);
  if (hosts > 1 || (hosts == 0 && message.version() >= 11)) {
    return Reply(400, kText, "one Host header is required\n");
  }
  if (message.count(beast_http::field::transfer_encoding) > 0 && !message.chunked()) {
    return Reply(501, kText, "the only transfer encoding is chunked\n");
  }
  if (!absl::StartsWith(View(message.target()), "/")) {
    return Reply(400, kText, "the request target must start with a slash\n");
  }
  return std::nullopt;
}

Request HeadOf(const Incoming& message) {
  Request request;
  request.method = std::string(View(message.method_string()));
  const absl::string_view target = View(message.target());
  const size_t mark = target.find('?');
  request.path = std::string(target.substr(0, mark));
  if (mark != absl::string_view::npos) request.query = std::string(target.substr(mark + 1));
  for (const auto& field : message) {
    request.headers.push_back(
        {std::string(View(field.name_string())), std::string(View(field.value()))});
  }
  return request;
}

Outgoing Render(Response response, const Incoming& request) {
  const bool safe = response.status >= 200 && response.status <= 599 &&
                    std::all_of(response.headers.begin(), response.headers.end(), IsSafe);
  if (!safe) response = Reply(500, kText, "internal error\n");
  Outgoing message(static_cast<beast_http::status>(response.status), request.version());
  for (const Header& header : response.headers) {
    message.insert(BeastView(header.name), BeastView(header.value));
  }
  const bool bodiless = response.status == 204 || response.status == 304;
  if (!bodiless) message.content_length(response.body.size());
  if (!bodiless && request.method() != beast_http::verb::head) {
    message.body() = std::move(response.body);
  }
  return message;
}

}  // namespace entraide::http
