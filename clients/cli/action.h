// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "absl/status/status.h"

namespace entraide::cli {

// An action as it is typed: `release reason=too-far`.
struct TypedAction {
  std::string name{};
  std::vector<std::string>
      fields{};  // `field=value`; repeated fields several times, messages as JSON.
};

// Sets what was typed in the `action` of an ActOn... or ReplyOn... request, or in a group of them
// (`common`). INVALID_ARGUMENT: the action or a field is not known, which lists those that are; or
// a value is not of its field.
absl::Status FillAction(const TypedAction& typed, google::protobuf::Message& request);

}  // namespace entraide::cli
