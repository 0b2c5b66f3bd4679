// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "clients/cpp/directory_client.h"
#include "entraide/volunteers/v1/volunteers_service.grpc.pb.h"
#include "services/platform/pg/pool.h"
#include "services/platform/rpc/gate.h"
#include "services/volunteers/domain/mission.h"

namespace entraide::volunteers {

// Serves entraide.volunteers.v1.VolunteersService. `gate`, `pool` (of schema `volunteers`) and
// `directory` outlive it.
class VolunteersService final : public v1::VolunteersService::Service {
 public:
  using Context = grpc::ServerContext*;

  VolunteersService(const rpc::Gate& gate, pg::Pool& pool, clients::DirectoryClient& directory)
      : gate_(gate), pool_(pool), directory_(directory) {}

  grpc::Status GetMission(Context context, const v1::GetMissionRequest* request,
                          v1::Mission* response) override;
  grpc::Status ListMissions(Context context, const v1::ListMissionsRequest* request,
                            v1::ListMissionsResponse* response) override;
  grpc::Status ListOwnMissions(Context context, const v1::ListOwnMissionsRequest* request,
                               v1::ListOwnMissionsResponse* response) override;

  grpc::Status CreateMission(Context context, const v1::CreateMissionRequest* request,
                             v1::Mission* response) override;
  grpc::Status SubmitMission(Context context, const v1::SubmitMissionRequest* request,
                             v1::Mission* response) override;
  grpc::Status PublishMission(Context context, const v1::PublishMissionRequest* request,
                              v1::Mission* response) override;
  grpc::Status SendBackMission(Context context, const v1::SendBackMissionRequest* request,
                               v1::Mission* response) override;
  grpc::Status CancelMission(Context context, const v1::CancelMissionRequest* request,
                             v1::Mission* response) override;

 private:
  // `/entraide.volunteers.v1.VolunteersService/GetMission`
  static std::string MethodOf(absl::string_view rpc);

  // What the directory knows of what a mission names; asked before the transaction, since no remote
  // call may happen inside one.
  struct Known {
    std::string commune{};  // Today's code; "" of none.
    bool commune_exists = true;
    bool demo = false;  // The organization's.
  };
  absl::StatusOr<Known> AskDirectory(const grpc::ServerContext& context,
                                     const v1::CreateMissionRequest& request) const;
  // Today's code of a commune that a filter names; "" stays "". INVALID_ARGUMENT: FIELDS_INVALID.
  absl::StatusOr<std::string> KnownCommune(absl::string_view code, absl::Time deadline) const;

  // Locks the mission of the request's name, lets `decide(mission, call)` give what becomes of it,
  // writes that, if `decide` allows.
  template <typename Request, typename Decide>
  grpc::Status Move(absl::string_view rpc, const grpc::ServerContext& context,
                    const Request& request, v1::Mission* response, Decide&& decide);

  const rpc::Gate& gate_;
  pg::Pool& pool_;
  clients::DirectoryClient& directory_;
};

}  // namespace entraide::volunteers
