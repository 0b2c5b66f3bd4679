// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// The closed lists that requests draw on.
bool IsNeed(absl::string_view need);
bool IsDeclineReason(absl::string_view reason);
bool IsCancelReason(absl::string_view reason);
bool IsWaitReason(absl::string_view reason);
bool IsPriorityReason(absl::string_view reason);
bool IsTurnDownReason(absl::string_view reason);

// Facts that eligibility rules read, and the details that the matcher may ask for as if they were:
// `purpose`, `dropoff`, `health-insurance-paid`; of a minor alone, `guardian-authorisation`.
bool IsFact(absl::string_view fact);

// At most 20 facts of the list or of `asked`, each with a short kebab-case value (`dropoff`: an
// INSEE code). Reports under `{field}[0].value`.
void CheckFacts(const std::vector<Fact>& facts, const std::vector<std::string>& asked,
                absl::string_view field, Violations& violations);

// At most 20 needs of the list.
void CheckNeeds(const std::vector<std::string>& needs, absl::string_view field,
                Violations& violations);

}  // namespace entraide::request
