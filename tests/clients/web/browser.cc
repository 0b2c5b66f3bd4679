// SPDX-License-Identifier: EUPL-1.2
#include "tests/clients/web/browser.h"

#include <regex>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "services/platform/http/form.h"

namespace entraide::web {
namespace {

std::string Decoded(const std::string& text) {
  return absl::StrReplaceAll(text, {{"&lt;", "<"},
                                    {"&gt;", ">"},
                                    {"&quot;", "\""},
                                    {"&apos;", "'"},
                                    {"&amp;", "&"},
                                    {"\u00a0", " "},
                                    {"\u202f", " "}});
}

std::string Attribute(const std::string& tag, const std::string& name) {
  std::smatch found;
  const std::regex pattern(" " + name + "=\"([^\"]*)\"");
  return std::regex_search(tag, found, pattern) ? Decoded(found[1]) : "";
}

// The `nth` form that posts to `action`, tags and all; empty if there is none.
std::string FormOf(const std::string& html, const std::string& action, size_t nth) {
  const std::string wanted = absl::StrCat("action=\"", action, "\"");
  for (const absl::string_view piece : absl::StrSplit(html, "<form ")) {
    const std::string form(piece.substr(0, piece.find("</form>")));
    if (!absl::StartsWith(form, "method=\"post\"") || !absl::StrContains(form, wanted)) continue;
    if (nth-- == 0) return form;
  }
  return {};
}

// What the form would send as it stands.
Fields FieldsOf(const std::string& form) {
  Fields fields;
  const std::regex input("<input [^>]*>");
  for (std::sregex_iterator i(form.begin(), form.end(), input), end; i != end; ++i) {
    const std::string tag = i->str();
    const std::string type = Attribute(tag, "type");
    const bool is_chosen = type != "radio" && type != "checkbox";
    if (!is_chosen && !absl::StrContains(tag, " checked")) continue;
    fields.emplace_back(Attribute(tag, "name"), Attribute(tag, "value"));
  }
  const std::regex area("<textarea id=\"[^\"]*\" name=\"([^\"]*)\"[^>]*>([^<]*)</textarea>");
  for (std::sregex_iterator i(form.begin(), form.end(), area), end; i != end; ++i) {
    fields.emplace_back((*i)[1].str(), Decoded((*i)[2].str()));
  }
  return fields;
}

}  // namespace

const std::string& Browser::Get(const std::string& path) {
  http::Request request{.method = "GET"};
  const std::vector<std::string> parts = absl::StrSplit(path, absl::MaxSplits('?', 1));
  request.path = parts[0];
  request.query = parts.size() > 1 ? parts[1] : "";
  return Go(std::move(request));
}

const std::string& Browser::Post(const std::string& path, const Fields& fields) {
  http::Request request{.method = "POST", .path = path};
  for (const auto& [name, value] : fields) {
    absl::StrAppend(&request.body, request.body.empty() ? "" : "&", http::UrlEncode(name), "=",
                    http::UrlEncode(value));
  }
  request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
  request.headers.push_back({"Origin", origin_});
  return Go(std::move(request));
}

const std::string& Browser::Submit(const std::string& action, const Fields& typed, size_t nth) {
  const std::string form = FormOf(html_, action, nth);
  if (form.empty()) {
    html_ = absl::StrCat("no form for ", action, " on: ", TextOf(html_));
    return html_;
  }
  Fields fields = typed;
  for (const auto& field : FieldsOf(form)) {
    const auto same = [&](const auto& other) { return other.first == field.first; };
    if (std::none_of(typed.begin(), typed.end(), same)) fields.push_back(field);
  }
  return Post(action, fields);
}

std::string Browser::Header(const std::string& name) const {
  for (const http::Header& header : headers_) {
    if (absl::EqualsIgnoreCase(header.name, name)) return header.value;
  }
  return {};
}

const std::string& Browser::Go(http::Request request) {
  request.headers.push_back({"Host", "localhost"});
  std::string cookies;
  for (const auto& [name, value] : cookies_) {
    absl::StrAppend(&cookies, cookies.empty() ? "" : "; ", name, "=", value);
  }
  if (!cookies.empty()) request.headers.push_back({"Cookie", cookies});
  const http::Response response = pages_.Handle(request);
  status_ = response.status;
  headers_ = response.headers;
  path_ = request.path;
  html_ = response.body;
  for (const http::Header& header : response.headers) {
    if (header.name != "Set-Cookie") continue;
    const std::vector<std::string> parts =
        absl::StrSplit(header.value.substr(0, header.value.find(';')), absl::MaxSplits('=', 1));
    cookies_[parts[0]] = parts[1];
    if (parts[1].empty()) cookies_.erase(parts[0]);
  }
  const std::string location = Header("Location");
  return status_ == 303 && !location.empty() ? Get(location) : html_;
}

std::string TextOf(const std::string& html) {
  const std::string main = html.substr(std::min(html.size(), html.find("<main")));
  const std::string text = std::regex_replace(main, std::regex("<[^>]*>"), " ");
  return std::regex_replace(Decoded(text), std::regex("\\s+"), " ");
}

}  // namespace entraide::web
