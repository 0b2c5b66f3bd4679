// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "entraide/common/v1/serving.pb.h"
#include "services/request/domain/serving.h"

namespace entraide::request {

// Does what the message says. INVALID_ARGUMENT FIELDS_INVALID: it says nothing; else as in
// domain/serving.h.
absl::StatusOr<Served> Serve(Served served, const common::v1::ServingAction& action, Act act);
absl::StatusOr<Served> Serve(Served served, const common::v1::ServedAction& action, Act act);

// For the organization that holds it, and for whoever asked, who is not told who goes.
common::v1::Serving RenderForHolder(const Serving& serving);
common::v1::Serving RenderForRequester(const Serving& serving);

}  // namespace entraide::request
