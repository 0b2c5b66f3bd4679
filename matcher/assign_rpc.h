// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "entraide/matcher/v1/matcher_service.pb.h"
#include "matcher/assign/assignment.h"
#include "matcher/assign/problem.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// When a computation happens, and until when its answer is waited for.
struct Moment {
  absl::Time now{};
  absl::Time deadline{};
};

// What a request asks, in the words of the library.
struct AssignInput {
  assign::Problem problem;
  // By task id, of needs that nobody in the territory serves: the rule that left nobody.
  absl::flat_hash_map<std::string, std::string> blocking_rules{};
};

// INVALID_ARGUMENT FIELDS_INVALID names every wrong field. DEADLINE_EXCEEDED when needs take too
// long to be matched.
absl::StatusOr<AssignInput> ToAssignInput(const v1::AssignRequest& request, const World& world,
                                          const Moment& moment);

v1::AssignResponse ToProto(const AssignInput& input, const assign::Assignment& assignment);

// The two around assign::Assign, whose proof is checked before anybody is told. INTERNAL: it fails.
absl::StatusOr<v1::AssignResponse> Assign(const v1::AssignRequest& request, const World& world,
                                          const Moment& moment);

}  // namespace entraide::matcher
