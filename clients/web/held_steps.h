// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "clients/cpp/requests_client.h"
#include "clients/web/view.h"
#include "entraide/common/v1/action.pb.h"
#include "services/platform/http/form.h"

namespace entraide::web {

// What the organization that holds a request can do with it now, each a form: templates/held_step.
std::vector<View> StepViews(const clients::HeldRequest& held);

// The codes of a vocabulary to choose from, `code` and `word`.
std::vector<View> ReasonViews(absl::string_view vocabulary, bool required = true);

// What such a form asks for; none: it is not one of ours.
std::optional<common::v1::HolderAction> ReadStep(const http::Form& form);

}  // namespace entraide::web
