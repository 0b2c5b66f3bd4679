// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "clients/web/site.h"
#include "services/platform/http/message.h"

namespace entraide::web {

// What a browser keeps for us; each is HttpOnly and SameSite=Lax.
enum class Cookie {
  kSession,  // the session token
  kCode,     // the tracking code of the request that is followed
  kSignIn,   // binds a mailed code to the browser that asked for it
};

// The cookie's value; empty without it.
std::string ReadCookie(const Site& site, const http::Request& request, Cookie cookie);
// Adds the header that keeps `value` for `lifetime`; an empty value ends the cookie.
void SetCookie(const Site& site, Cookie cookie, absl::string_view value, absl::Duration lifetime,
               http::Response& response);

// A token for the forms of whoever holds `credential` (a session token, a tracking code): another
// site cannot know it.
std::string FormToken(const Site& site, absl::string_view credential);
bool IsFormToken(const Site& site, absl::string_view credential, absl::string_view token);

// Whether a POST comes from one of our own pages, as the browser says (Origin, else
// Sec-Fetch-Site). True when it says nothing: then it is no browser of this decade.
bool IsFromOurPages(const http::Request& request);

}  // namespace entraide::web
