// SPDX-License-Identifier: EUPL-1.2
#include "services/volunteers/convert.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "services/platform/base/uuid.h"

namespace entraide::volunteers {
namespace {

constexpr absl::string_view kCollection = "missions/";

google::protobuf::Timestamp ToTimestamp(absl::Time time) {
  return google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(absl::ToUnixMicros(time));
}

std::vector<Shift> ReadShifts(const v1::Mission& proto, Violations& found) {
  std::vector<Shift> shifts;
  for (int i = 0; i < proto.shifts_size(); ++i) {
    const v1::Shift& shift = proto.shifts(i);
    const std::string field = absl::StrCat("mission.shifts[", i, "]");
    if (!shift.has_start_time()) found.Add(field + ".start_time", "REQUIRED", "when it begins");
    if (!shift.has_end_time()) found.Add(field + ".end_time", "REQUIRED", "when it ends");
    if (!shift.has_start_time() || !shift.has_end_time()) continue;
    shifts.push_back({.start = absl::FromUnixSeconds(shift.start_time().seconds()),
                      .end = absl::FromUnixSeconds(shift.end_time().seconds())});
  }
  return shifts;
}

}  // namespace

absl::StatusOr<MissionId> ParseMissionName(absl::string_view name) {
  if (!absl::ConsumePrefix(&name, kCollection) || !IsUuid(name)) {
    return InvalidField("name", "MALFORMED", "missions/{mission}");
  }
  return MissionId(absl::AsciiStrToLower(name));
}

std::string NameOf(const MissionId& id) { return absl::StrCat(kCollection, id.value()); }

std::string EtagOf(const Mission& mission) { return absl::StrCat(mission.revision); }

Mission FromProto(const v1::Mission& proto, Violations& found) {
  return {.title = proto.title(),
          .description = proto.description(),
          .commune = proto.commune(),
          .shifts = ReadShifts(proto, found),
          .places = proto.places(),
          .minors_ok = proto.minors_ok(),
          .remote = proto.remote(),
          .requirements = {proto.requirements().begin(), proto.requirements().end()}};
}

v1::Mission ToProto(const Mission& mission) {
  v1::Mission proto;
  proto.set_name(NameOf(mission.id));
  proto.set_etag(EtagOf(mission));
  proto.set_organization(absl::StrCat("organizations/", mission.organization.value()));
  proto.set_title(mission.title);
  proto.set_description(mission.description);
  proto.set_commune(mission.commune);
  for (const Shift& shift : mission.shifts) {
    v1::Shift& added = *proto.add_shifts();
    *added.mutable_start_time() = ToTimestamp(shift.start);
    *added.mutable_end_time() = ToTimestamp(shift.end);
  }
  proto.set_places(mission.places);
  proto.set_minors_ok(mission.minors_ok);
  proto.set_remote(mission.remote);
  for (const std::string& word : mission.requirements) proto.add_requirements(word);
  v1::Mission::State state = v1::Mission::STATE_UNSPECIFIED;
  v1::Mission::State_Parse(absl::StrCat("STATE_", WordOf(mission.state)), &state);
  proto.set_state(state);
  proto.set_state_reason(mission.reason);
  proto.set_demo(mission.demo);
  *proto.mutable_create_time() = ToTimestamp(mission.create_time);
  *proto.mutable_update_time() = ToTimestamp(mission.update_time);
  return proto;
}

absl::StatusOr<std::optional<MissionState>> FromProto(v1::Mission::State state) {
  if (state == v1::Mission::STATE_UNSPECIFIED) return std::optional<MissionState>();
  const std::string name = v1::Mission::State_Name(state);
  const auto known = MissionStateOf(absl::StripPrefix(name, "STATE_"));
  if (!known.has_value()) return InvalidField("state", "UNKNOWN_VALUE", "one of the states");
  return known;
}

Viewer ViewerOf(const auth::Caller& caller) {
  const auto opens = caller.demo ? Viewer::Opens::kDemoOnly : Viewer::Opens::kAll;
  if (caller.role == access::v1::ROLE_ADMIN) {
    return {.kind = Viewer::Kind::kOperator, .opens = opens};
  }
  const bool member =
      (caller.role == access::v1::ROLE_STAFF || caller.role == access::v1::ROLE_COORDINATOR) &&
      !caller.organization.empty();
  if (!member) return {};
  return {.kind = Viewer::Kind::kMember,
          .organization = OrganizationId(caller.organization),
          .opens = opens};
}

absl::StatusOr<Stretch> StretchOf(const rpc::Page& page) {
  Stretch stretch{.limit = page.size + 1};
  if (page.after.empty()) return stretch;
  std::int64_t micros = 0;
  if (page.after.size() != 2 || !absl::SimpleAtoi(page.after[0], &micros) ||
      !IsUuid(page.after[1])) {
    return InvalidField("page_token", "MALFORMED",
                        "the next_page_token of the same list, unchanged");
  }
  stretch.after = Place{.time = absl::FromUnixMicros(micros), .id = MissionId(page.after[1])};
  return stretch;
}

std::vector<std::string> SortKey(absl::Time time, const MissionId& id) {
  return {absl::StrCat(absl::ToUnixMicros(time)), id.value()};
}

}  // namespace entraide::volunteers
