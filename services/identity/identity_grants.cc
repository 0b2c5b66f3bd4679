// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/convert.h"
#include "services/identity/identity_service.h"
#include "services/identity/store/grant_store.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"
#include "services/platform/rpc/unary.h"

namespace entraide::identity {
namespace {

constexpr char kGrantRole[] = "/entraide.identity.v1.IdentityService/GrantRole";
constexpr char kRevokeRole[] = "/entraide.identity.v1.IdentityService/RevokeRole";

}  // namespace

grpc::Status IdentityService::GrantRole(grpc::ServerContext* context,
                                        const v1::GrantRoleRequest* request, v1::Grant* response) {
  return rpc::Mutate(
      with_.gate, with_.pool, *context, kGrantRole, *request, response,
      [&](const rpc::Call& call, pg::Transaction& tx) -> absl::StatusOr<v1::Grant> {
        ASSIGN_OR_RETURN(const Email email, Email::Parse(request->email()));
        ASSIGN_OR_RETURN(Grant grant, ParseGrant(*request));
        RETURN_IF_ERROR(CheckGranter(GranterOf(call.caller), grant));
        ASSIGN_OR_RETURN(grant.person, EnsurePerson(tx, email, PersonId(NewUuid())));
        grant.id = GrantId(NewUuid());
        ASSIGN_OR_RETURN(
            grant.id, EnsureGrant(tx, grant,
                                  {.principal = auth::PrincipalOf(call.caller), .time = call.now}));
        return ToProto(grant);
      });
}

grpc::Status IdentityService::RevokeRole(grpc::ServerContext* context,
                                         const v1::RevokeRoleRequest* request,
                                         v1::RevokeRoleResponse* response) {
  const grpc::Status done = rpc::Mutate(
      with_.gate, with_.pool, *context, kRevokeRole, *request, response,
      [&](const rpc::Call& call, pg::Transaction& tx) -> absl::StatusOr<v1::RevokeRoleResponse> {
        ASSIGN_OR_RETURN(const GrantId id, ParseGrantName(request->name()));
        ASSIGN_OR_RETURN(const Grant grant, LockGrant(tx, id));
        // Who may not give a role may not learn that somebody has it.
        const bool may = CheckGranter(GranterOf(call.caller), grant).ok();
        if (!may) return absl::NotFoundError("no such grant");
        RETURN_IF_ERROR(DeleteGrant(tx, id));
        return v1::RevokeRoleResponse();
      });
  with_.sessions.ForgetAll();
  return done;
}

}  // namespace entraide::identity
