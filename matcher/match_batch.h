// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "entraide/matcher/v1/matcher_service.pb.h"
#include "matcher/live/version.h"

namespace entraide::matcher {

// One outcome a need, in their order, all seen in `version` at `now`. INVALID_ARGUMENT
// FIELDS_INVALID for what concerns the whole batch.
absl::StatusOr<v1::MatchBatchResponse> MatchBatch(const v1::MatchBatchRequest& request,
                                                  const live::Version& version, absl::Time now);

}  // namespace entraide::matcher
