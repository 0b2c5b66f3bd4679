// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "clients/web/view.h"

namespace entraide::web {

// The text of templates/`name`.html for `view`, everything escaped; `t` holds the sentences, and
// `{{> templates/other}}` takes in templates/other.html. INTERNAL: no such template, or a broken
// one.
absl::StatusOr<std::string> Render(absl::string_view name, const View& view);

// Changes whenever a style, a script or a template does: goes into their addresses.
const std::string& AssetVersion();

}  // namespace entraide::web
