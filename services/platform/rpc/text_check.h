// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <google/protobuf/message.h>

#include "absl/status/status.h"

namespace entraide::rpc {

// INVALID_ARGUMENT FIELDS_INVALID, NOT_TEXT for each string of `request` that holds U+0000, by its
// path: PostgreSQL would cut it there without a word. (Protobuf itself refuses invalid UTF-8.)
absl::Status CheckText(const google::protobuf::Message& request);

}  // namespace entraide::rpc
