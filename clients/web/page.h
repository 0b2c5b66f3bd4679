// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "clients/web/site.h"
#include "clients/web/view.h"
#include "services/platform/http/message.h"

namespace entraide::web {

// What every page shows: its title, where it stands in the navigation, who is signed in.
View PageView(const Site& site, const http::Request& request, absl::string_view title);

// The page of a template. A template that fails answers 500 in one plain line.
http::Response Html(int status, absl::string_view template_name, const View& view);

// The page that says what went wrong: 404, 403, 503, 500, or the way to sign in for who must.
// Never says more than the code: messages of services are for developers.
http::Response ProblemPage(const Site& site, const http::Request& request,
                           const absl::Status& status);

// Whether a write may have happened although its answer is missing.
bool IsOutcomeUnknown(const absl::Status& status);

}  // namespace entraide::web
