// SPDX-License-Identifier: EUPL-1.2
#include "services/volunteers/volunteers_service.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"
#include "services/platform/pg/transaction.h"
#include "services/platform/rpc/page.h"
#include "services/platform/rpc/unary.h"
#include "services/volunteers/convert.h"
#include "services/volunteers/store/list_store.h"
#include "services/volunteers/store/mission_store.h"

namespace entraide::volunteers {
namespace {

// One page of `missions`, of which one more than its size was asked for; `sort_time(mission)` is
// the time that the list is sorted by.
template <typename Response, typename Request, typename SortTime>
Response PageOfMissions(const Request& request, const rpc::Page& page,
                        const std::vector<Mission>& missions, SortTime&& sort_time) {
  Response response;
  const std::size_t size = std::min(missions.size(), static_cast<std::size_t>(page.size));
  for (std::size_t i = 0; i < size; ++i) *response.add_missions() = ToProto(missions[i]);
  if (size < missions.size()) {
    const Mission& last = missions[size - 1];
    response.set_next_page_token(rpc::NextPageToken(request, SortKey(sort_time(last), last.id)));
  }
  return response;
}

}  // namespace

std::string VolunteersService::MethodOf(absl::string_view rpc) {
  return absl::StrCat("/entraide.volunteers.v1.VolunteersService/", rpc);
}

absl::StatusOr<std::string> VolunteersService::KnownCommune(absl::string_view code,
                                                            absl::Time deadline) const {
  if (code.empty()) return std::string();
  if (!IsInseeCode(code)) return InvalidField("commune", "MALFORMED", "an INSEE code");
  const auto commune = directory_.GetCommune(code, deadline);
  if (absl::IsNotFound(commune.status())) {
    return InvalidField("commune", "UNKNOWN_VALUE", "a commune we have");
  }
  if (!commune.ok()) return commune.status();
  return commune->insee_code();
}

grpc::Status VolunteersService::GetMission(Context context, const v1::GetMissionRequest* request,
                                           v1::Mission* response) {
  return rpc::Unary(gate_, *context, MethodOf("GetMission"), *request, response,
                    [&](const rpc::Call& call) -> absl::StatusOr<v1::Mission> {
                      ASSIGN_OR_RETURN(const MissionId id, ParseMissionName(request->name()));
                      ASSIGN_OR_RETURN(pg::Transaction tx,
                                       pg::Transaction::BeginSnapshot(pool_, call.deadline));
                      ASSIGN_OR_RETURN(const Mission mission,
                                       ReadMission(tx, id, ViewerOf(call.caller), call.now));
                      return ToProto(mission);
                    });
}

grpc::Status VolunteersService::ListMissions(Context context,
                                             const v1::ListMissionsRequest* request,
                                             v1::ListMissionsResponse* response) {
  return rpc::Unary(
      gate_, *context, MethodOf("ListMissions"), *request, response,
      [&](const rpc::Call& call) -> absl::StatusOr<v1::ListMissionsResponse> {
        ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(*request, 2));
        ASSIGN_OR_RETURN(const Stretch stretch, StretchOf(page));
        ASSIGN_OR_RETURN(const std::string commune,
                         KnownCommune(request->commune(), call.deadline));
        ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::BeginSnapshot(pool_, call.deadline));
        ASSIGN_OR_RETURN(const auto missions, ListPublished(tx, commune, call.now, stretch));
        return PageOfMissions<v1::ListMissionsResponse>(
            *request, page, missions,
            [](const Mission& mission) { return FirstStart(mission).value_or(absl::Time()); });
      });
}

grpc::Status VolunteersService::ListOwnMissions(Context context,
                                                const v1::ListOwnMissionsRequest* request,
                                                v1::ListOwnMissionsResponse* response) {
  return rpc::Unary(
      gate_, *context, MethodOf("ListOwnMissions"), *request, response,
      [&](const rpc::Call& call) -> absl::StatusOr<v1::ListOwnMissionsResponse> {
        ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(*request, 2));
        ASSIGN_OR_RETURN(const Stretch stretch, StretchOf(page));
        ASSIGN_OR_RETURN(const std::optional<MissionState> state, FromProto(request->state()));
        ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::BeginSnapshot(pool_, call.deadline));
        ASSIGN_OR_RETURN(const auto missions, ListOwn(tx, ViewerOf(call.caller), state, stretch));
        return PageOfMissions<v1::ListOwnMissionsResponse>(
            *request, page, missions, [](const Mission& mission) { return mission.create_time; });
      });
}

}  // namespace entraide::volunteers
