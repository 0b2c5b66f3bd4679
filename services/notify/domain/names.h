// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/notify/domain/message.h"

namespace entraide::notify {

// How parts, states and channels are called in tables: `PERSON`, `WAITING`, `EMAIL`.
absl::string_view NameOf(Part part);
absl::string_view NameOf(State state);
absl::string_view NameOf(Channel channel);

// The way back. DATA_LOSS: no such name.
absl::StatusOr<Part> ParsePart(absl::string_view name);
absl::StatusOr<State> ParseState(absl::string_view name);
absl::StatusOr<Channel> ParseChannel(absl::string_view name);

}  // namespace entraide::notify
