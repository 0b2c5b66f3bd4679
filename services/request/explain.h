// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/time/time.h"
#include "clients/cpp/matcher_client.h"
#include "entraide/matcher/v1/explanation.pb.h"
#include "services/platform/auth/caller.h"
#include "services/request/domain/need.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// Who reads an explanation: an organization, or an operator.
struct Viewer {
  std::optional<OrganizationId> organization{};
  absl::Time now{};
};
Viewer ViewerOf(const auth::Caller& caller, absl::Time now);

// Display names of organizations; who is not in it is shown without.
using OrganizationNames = absl::flat_hash_map<OrganizationId, std::string>;

// Those that were asked, each once, in the order of asking.
std::vector<OrganizationId> OrganizationsAsked(const Task& task);

// What was stored of `task`, all that `viewer` may see of it.
matcher::v1::Explanation RenderExplanation(const Task& task, const Viewer& viewer,
                                           const OrganizationNames& names);

// Adds what the matcher answers now, while somebody is looked for. A matcher that does not answer
// is named in the explanation, for what was stored is still worth telling.
absl::Status AddMatch(clients::MatcherClient& matcher, const Need& need, absl::Time deadline,
                      matcher::v1::Explanation& explanation);

// Takes out what an operator is not to see: where the person lives, and what they need.
void HideFromOperators(matcher::v1::Explanation& explanation);

}  // namespace entraide::request
