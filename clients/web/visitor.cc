// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/visitor.h"

#include <sodium.h>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/platform/http/form.h"

namespace entraide::web {
namespace {

absl::string_view NameOf(Cookie cookie) {
  switch (cookie) {
    case Cookie::kSession:
      return "entraide";
    case Cookie::kCode:
      return "entraide-suivi";
    case Cookie::kSignIn:
      break;
  }
  return "entraide-connexion";
}

std::string FullName(const Site& site, Cookie cookie) {
  return absl::StrCat(site.options.https ? "__Host-" : "", NameOf(cookie));
}

// `https://host:port` without the scheme.
absl::string_view HostOf(absl::string_view origin) {
  const size_t colon = origin.find("://");
  return colon == absl::string_view::npos ? absl::string_view() : origin.substr(colon + 3);
}

}  // namespace

std::string ReadCookie(const Site& site, const http::Request& request, Cookie cookie) {
  const http::Form cookies = http::ParseCookies(request.HeaderOr("cookie", ""));
  return http::UrlDecode(cookies.ValueOr(FullName(site, cookie), ""));
}

void SetCookie(const Site& site, Cookie cookie, absl::string_view value, absl::Duration lifetime,
               http::Response& response) {
  const int64_t seconds = value.empty() ? 0 : absl::ToInt64Seconds(lifetime);
  response.headers.push_back(
      {"Set-Cookie", absl::StrCat(FullName(site, cookie), "=", http::UrlEncode(value),
                                  "; Path=/; Max-Age=", seconds, "; HttpOnly; SameSite=Lax",
                                  site.options.https ? "; Secure" : "")});
}

std::string FormToken(const Site& site, absl::string_view credential) {
  const std::string& key = site.options.form_key;
  const size_t key_size = std::min<size_t>(key.size(), crypto_generichash_KEYBYTES_MAX);
  unsigned char hash[crypto_generichash_BYTES_MIN];
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(credential.data()),
                     credential.size(), reinterpret_cast<const unsigned char*>(key.data()),
                     key_size);
  return absl::BytesToHexString(
      absl::string_view(reinterpret_cast<const char*>(hash), sizeof hash));
}

bool IsFormToken(const Site& site, absl::string_view credential, absl::string_view token) {
  const std::string wanted = FormToken(site, credential);
  return token.size() == wanted.size() &&
         sodium_memcmp(token.data(), wanted.data(), wanted.size()) == 0;
}

bool IsFromOurPages(const http::Request& request) {
  const absl::string_view origin = request.HeaderOr("origin", "");
  if (!origin.empty()) {
    const absl::string_view host = HostOf(origin);
    return !host.empty() && absl::EqualsIgnoreCase(host, request.HeaderOr("host", ""));
  }
  const absl::string_view site = request.HeaderOr("sec-fetch-site", "same-origin");
  return site == "same-origin" || site == "none";
}

}  // namespace entraide::web
