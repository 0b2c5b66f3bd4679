// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "entraide/volunteers/v1/mission.pb.h"
#include "services/platform/auth/caller.h"
#include "services/platform/base/violations.h"
#include "services/platform/rpc/page.h"
#include "services/volunteers/domain/mission.h"
#include "services/volunteers/domain/viewer.h"
#include "services/volunteers/store/list_store.h"

namespace entraide::volunteers {

// INVALID_ARGUMENT: FIELDS_INVALID on `name`, MALFORMED.
absl::StatusOr<MissionId> ParseMissionName(absl::string_view name);
std::string NameOf(const MissionId& id);
std::string EtagOf(const Mission& mission);

// What people write of a mission, its shifts in order, with what cannot be read as violations;
// whether it is right is for the domain.
Mission FromProto(const v1::Mission& proto, Violations& found);
v1::Mission ToProto(const Mission& mission);

// The state that a filter names, nothing for UNSPECIFIED. INVALID_ARGUMENT: FIELDS_INVALID on
// `state`, UNKNOWN_VALUE.
absl::StatusOr<std::optional<MissionState>> FromProto(v1::Mission::State state);

Viewer ViewerOf(const auth::Caller& caller);

// One more than the page holds, to see whether there is a next one. INVALID_ARGUMENT:
// FIELDS_INVALID on `page_token`, MALFORMED.
absl::StatusOr<Stretch> StretchOf(const rpc::Page& page);
// The sort key in page tokens.
std::vector<std::string> SortKey(absl::Time time, const MissionId& id);

}  // namespace entraide::volunteers
