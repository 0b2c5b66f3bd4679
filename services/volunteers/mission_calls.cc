// SPDX-License-Identifier: EUPL-1.2
// What changes missions: see volunteers_service.h.
#include <algorithm>
#include <string>
#include <utility>

#include "services/platform/base/status.h"
#include "services/platform/base/text.h"
#include "services/platform/base/uuid.h"
#include "services/platform/pg/transaction.h"
#include "services/platform/rpc/unary.h"
#include "services/volunteers/convert.h"
#include "services/volunteers/domain/checks.h"
#include "services/volunteers/store/mission_store.h"
#include "services/volunteers/volunteers_service.h"

namespace entraide::volunteers {
namespace {

absl::Status CheckEtag(absl::string_view etag, const Mission& mission) {
  if (etag.empty() || etag == EtagOf(mission)) return absl::OkStatus();
  return WithReason(absl::AbortedError("the etag is of another revision"), "CHANGED_MEANWHILE");
}

absl::StatusOr<std::string> ReasonIn(absl::string_view reason) {
  Violations found;
  CheckReason(reason, found);
  RETURN_IF_ERROR(found.ToStatus());
  return std::string(reason);
}

}  // namespace

absl::StatusOr<VolunteersService::Known> VolunteersService::AskDirectory(
    const grpc::ServerContext& context, const v1::CreateMissionRequest& request) const {
  ASSIGN_OR_RETURN(const rpc::Call call, gate_.Admit(context, MethodOf("CreateMission"), request));
  Known known;
  const auto organization = directory_.GetOrganization(call.caller.organization, call.deadline);
  const bool other_world = organization.ok() && call.caller.demo && !organization->demo();
  if (absl::IsNotFound(organization.status()) || other_world) {
    return WithReason(absl::NotFoundError("no such organization"), "ORGANIZATION_UNKNOWN");
  }
  RETURN_IF_ERROR(organization.status());
  known.demo = organization->demo();
  if (!IsInseeCode(request.mission().commune())) return known;  // For CheckMission to say.
  const auto commune = directory_.GetCommune(request.mission().commune(), call.deadline);
  known.commune_exists = !absl::IsNotFound(commune.status());
  if (!known.commune_exists) return known;
  RETURN_IF_ERROR(commune.status());
  known.commune = commune->insee_code();
  return known;
}

grpc::Status VolunteersService::CreateMission(Context context,
                                              const v1::CreateMissionRequest* request,
                                              v1::Mission* response) {
  const absl::StatusOr<Known> known = AskDirectory(*context, *request);
  return rpc::Mutate(
      gate_, pool_, *context, MethodOf("CreateMission"), *request, response,
      [&](const rpc::Call& call, pg::Transaction& tx) -> absl::StatusOr<v1::Mission> {
        RETURN_IF_ERROR(known.status());
        Violations found;
        Mission mission = FromProto(request->mission(), found);
        CheckMission(mission, call.now, found);
        if (!known->commune_exists) {
          found.Add("mission.commune", "UNKNOWN_VALUE", "a commune we have");
        }
        RETURN_IF_ERROR(found.ToStatus());
        mission.id = MissionId(NewUuid());
        mission.organization = OrganizationId(call.caller.organization);
        mission.revision = 1;
        mission.commune = known->commune;
        mission.demo = known->demo;
        mission.create_time = call.now;
        mission.update_time = call.now;
        std::stable_sort(mission.shifts.begin(), mission.shifts.end(),
                         [](const Shift& a, const Shift& b) { return a.start < b.start; });
        RETURN_IF_ERROR(InsertMission(tx, mission));
        return ToProto(mission);
      });
}

template <typename Request, typename Decide>
grpc::Status VolunteersService::Move(absl::string_view rpc, const grpc::ServerContext& context,
                                     const Request& request, v1::Mission* response,
                                     Decide&& decide) {
  return rpc::Mutate(
      gate_, pool_, context, MethodOf(rpc), request, response,
      [&](const rpc::Call& call, pg::Transaction& tx) -> absl::StatusOr<v1::Mission> {
        ASSIGN_OR_RETURN(const MissionId id, ParseMissionName(request.name()));
        ASSIGN_OR_RETURN(Mission stored, LockMission(tx, id, ViewerOf(call.caller)));
        RETURN_IF_ERROR(CheckEtag(request.etag(), stored));
        ASSIGN_OR_RETURN(Mission moved, decide(std::move(stored), call.now));
        RETURN_IF_ERROR(WriteMissionState(tx, moved));
        ++moved.revision;
        return ToProto(moved);
      });
}

grpc::Status VolunteersService::SubmitMission(Context context,
                                              const v1::SubmitMissionRequest* request,
                                              v1::Mission* response) {
  return Move("SubmitMission", *context, *request, response, Submit);
}

grpc::Status VolunteersService::PublishMission(Context context,
                                               const v1::PublishMissionRequest* request,
                                               v1::Mission* response) {
  return Move("PublishMission", *context, *request, response, Publish);
}

grpc::Status VolunteersService::SendBackMission(Context context,
                                                const v1::SendBackMissionRequest* request,
                                                v1::Mission* response) {
  return Move("SendBackMission", *context, *request, response,
              [&](Mission mission, absl::Time now) -> absl::StatusOr<Mission> {
                ASSIGN_OR_RETURN(std::string reason, ReasonIn(request->reason()));
                return SendBack(std::move(mission), std::move(reason), now);
              });
}

grpc::Status VolunteersService::CancelMission(Context context,
                                              const v1::CancelMissionRequest* request,
                                              v1::Mission* response) {
  return Move("CancelMission", *context, *request, response,
              [&](Mission mission, absl::Time now) -> absl::StatusOr<Mission> {
                ASSIGN_OR_RETURN(std::string reason, ReasonIn(request->reason()));
                return Cancel(std::move(mission), std::move(reason), now);
              });
}

}  // namespace entraide::volunteers
