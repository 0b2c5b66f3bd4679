// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "absl/status/status.h"

namespace entraide::directory {

// Copies the fields of `mask` from one resource onto another. INVALID_ARGUMENT: FIELDS_INVALID on
// `update_mask`, when it is empty or names a field that is not among `changeable`.
absl::Status ApplyMask(const google::protobuf::FieldMask& mask,
                       const std::vector<std::string>& changeable,
                       const google::protobuf::Message& from, google::protobuf::Message& onto);

}  // namespace entraide::directory
