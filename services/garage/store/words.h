// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/garage/domain/progress.h"

namespace entraide::garage {

// How the tables call them. DATA_LOSS: no such name.
absl::string_view NameOf(Place place);
absl::string_view NameOf(ShareState state);
absl::string_view NameOf(Outcome outcome);
absl::string_view NameOf(DepositState state);
absl::StatusOr<Place> ParsePlace(absl::string_view name);
absl::StatusOr<ShareState> ParseShareState(absl::string_view name);
absl::StatusOr<Outcome> ParseOutcome(absl::string_view name);
absl::StatusOr<DepositState> ParseDepositState(absl::string_view name);

}  // namespace entraide::garage
