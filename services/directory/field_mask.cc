// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/field_mask.h"

#include <google/protobuf/util/field_mask_util.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"

namespace entraide::directory {

absl::Status ApplyMask(const google::protobuf::FieldMask& mask,
                       const std::vector<std::string>& changeable,
                       const google::protobuf::Message& from, google::protobuf::Message& onto) {
  Violations found;
  if (mask.paths().empty()) found.Add("update_mask", "REQUIRED", "the fields to change");
  for (int i = 0; i < mask.paths_size(); ++i) {
    if (std::find(changeable.begin(), changeable.end(), mask.paths(i)) == changeable.end()) {
      found.Add(absl::StrCat("update_mask.paths[", i, "]"), "UNKNOWN_VALUE",
                "a field of the resource that may change");
    }
  }
  RETURN_IF_ERROR(found.ToStatus());
  google::protobuf::util::FieldMaskUtil::MergeOptions options;
  options.set_replace_message_fields(true);
  options.set_replace_repeated_fields(true);
  google::protobuf::util::FieldMaskUtil::MergeMessageTo(from, mask, options, &onto);
  return absl::OkStatus();
}

}  // namespace entraide::directory
