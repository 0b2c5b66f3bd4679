// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/identity/v1/identity_service.grpc.pb.h"
#include "services/identity/domain/grant.h"
#include "services/identity/secrets.h"
#include "services/identity/sessions.h"
#include "services/platform/pg/pool.h"
#include "services/platform/rpc/gate.h"

namespace entraide::identity {

// Serves entraide.identity.v1.IdentityService.
class IdentityService final : public v1::IdentityService::Service {
 public:
  // All of it outlives the service.
  struct Dependencies {
    const rpc::Gate& gate;
    pg::Pool& pool;
    Sessions& sessions;
    const Secrets& secrets;
    DemoGrants demo = DemoGrants::kRefused;
  };
  explicit IdentityService(const Dependencies& dependencies) : with_(dependencies) {}

  grpc::Status RequestMagicLink(grpc::ServerContext* context,
                                const v1::RequestMagicLinkRequest* request,
                                v1::RequestMagicLinkResponse* response) override;
  grpc::Status RedeemMagicLink(grpc::ServerContext* context,
                               const v1::RedeemMagicLinkRequest* request,
                               v1::RedeemMagicLinkResponse* response) override;
  grpc::Status GetSession(grpc::ServerContext* context, const v1::GetSessionRequest* request,
                          v1::Session* response) override;
  grpc::Status Logout(grpc::ServerContext* context, const v1::LogoutRequest* request,
                      v1::LogoutResponse* response) override;
  // In identity_grants.cc:
  grpc::Status GrantRole(grpc::ServerContext* context, const v1::GrantRoleRequest* request,
                         v1::Grant* response) override;
  grpc::Status RevokeRole(grpc::ServerContext* context, const v1::RevokeRoleRequest* request,
                          v1::RevokeRoleResponse* response) override;

 private:
  const Dependencies with_;
};

}  // namespace entraide::identity
