// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "entraide/matcher/v1/matcher_service.pb.h"
#include "google/protobuf/repeated_ptr_field.h"
#include "matcher/engine/match.h"
#include "matcher/engine/need.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// INVALID_ARGUMENT FIELDS_INVALID names every wrong field under `path` (for example `need`), an
// unknown commune among them.
absl::StatusOr<Need> ToNeed(const v1::Need& proto, const World& world, absl::string_view path);

// Best first; the offers of `world` carry names and phones.
v1::MatchResponse ToProto(const MatchResult& result, const World& world, const Need& need);

}  // namespace entraide::matcher
