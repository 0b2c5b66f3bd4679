// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/status.h"
#include "entraide/coverage/v1/coverage_service.pb.h"
#include "services/coverage/domain/supply.h"

namespace entraide::coverage {

// INVALID_ARGUMENT FIELDS_INVALID: no SIREN of nine digits, a kind that nobody may ask for, over 50
// kinds.
absl::Status Check(const v1::GetSupplyRequest& request);

v1::GetSupplyResponse ToProto(const Supply& supply, const matcher::World& world);

}  // namespace entraide::coverage
