// SPDX-License-Identifier: EUPL-1.2
#include "services/identity/identity_service.h"

#include <optional>

#include "services/identity/convert.h"
#include "services/identity/sign_in.h"
#include "services/identity/store/magic_link_store.h"
#include "services/identity/store/mail_quota_store.h"
#include "services/identity/store/session_store.h"
#include "services/platform/auth/secret.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"
#include "services/platform/base/violations.h"
#include "services/platform/rpc/unary.h"

namespace entraide::identity {
namespace {

constexpr char kRequestMagicLink[] = "/entraide.identity.v1.IdentityService/RequestMagicLink";
constexpr char kRedeemMagicLink[] = "/entraide.identity.v1.IdentityService/RedeemMagicLink";
constexpr char kGetSession[] = "/entraide.identity.v1.IdentityService/GetSession";
constexpr char kLogout[] = "/entraide.identity.v1.IdentityService/Logout";

absl::Status CheckRedeem(const v1::RedeemMagicLinkRequest& request) {
  Violations found;
  if (request.code().empty()) found.Add("code", "REQUIRED", "the mailed code");
  if (request.browser_token().empty()) {
    found.Add("browser_token", "REQUIRED", "from RequestMagicLink");
  }
  return found.ToStatus();
}

}  // namespace

// Known and unknown addresses take the same statements: only the mail worker sees a difference.
grpc::Status IdentityService::RequestMagicLink(grpc::ServerContext* context,
                                               const v1::RequestMagicLinkRequest* request,
                                               v1::RequestMagicLinkResponse* response) {
  const std::string browser_token = with_.secrets.BrowserToken(request->request_id());
  return rpc::Mutate(
      with_.gate, with_.pool, *context, kRequestMagicLink, *request, response,
      [&](const rpc::Call& call,
          pg::Transaction& tx) -> absl::StatusOr<v1::RequestMagicLinkResponse> {
        ASSIGN_OR_RETURN(const Email email, Email::Parse(request->email()));
        RETURN_IF_ERROR(CountMail(tx, with_.secrets.AddressHash(email), call.now));
        const LinkId link(NewUuid());
        RETURN_IF_ERROR(InsertLink(tx,
                                   {.id = link,
                                    .browser_hash = auth::Hash(browser_token),
                                    .code_hash = with_.secrets.CodeHash(with_.secrets.CodeOf(link)),
                                    .now = call.now},
                                   email, with_.demo));
        v1::RequestMagicLinkResponse answer;
        answer.set_browser_token(browser_token);
        return answer;
      },
      [&](v1::RequestMagicLinkResponse& stored) {
        stored.set_browser_token(browser_token);
        return absl::OkStatus();
      });
}

grpc::Status IdentityService::RedeemMagicLink(grpc::ServerContext* context,
                                              const v1::RedeemMagicLinkRequest* request,
                                              v1::RedeemMagicLinkResponse* response) {
  return rpc::Unary(
      with_.gate, *context, kRedeemMagicLink, *request, response,
      [&](const rpc::Call& call) -> absl::StatusOr<v1::RedeemMagicLinkResponse> {
        RETURN_IF_ERROR(CheckRedeem(*request));
        ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(with_.pool, call.deadline));
        const absl::StatusOr<SignedIn> signed_in =
            SignIn(tx,
                   {.browser_hash = auth::Hash(request->browser_token()),
                    .code_hash = with_.secrets.CodeHash(request->code()),
                    .now = call.now},
                   with_.demo);
        // A wrong code is kept as a try.
        const bool keeps = signed_in.ok() || absl::IsUnauthenticated(signed_in.status());
        if (keeps) RETURN_IF_ERROR(tx.Commit());
        RETURN_IF_ERROR(signed_in.status());
        v1::RedeemMagicLinkResponse answer;
        answer.set_session_token(signed_in->token);
        *answer.mutable_session() = ToProto(signed_in->session);
        return answer;
      });
}

grpc::Status IdentityService::GetSession(grpc::ServerContext* context,
                                         const v1::GetSessionRequest* request,
                                         v1::Session* response) {
  return rpc::Unary(
      with_.gate, *context, kGetSession, *request, response,
      [&](const rpc::Call& call) -> absl::StatusOr<v1::Session> {
        ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(with_.pool, call.deadline));
        ASSIGN_OR_RETURN(const std::optional<Session> session,
                         FindSession(tx, call.caller.session_hash, call.now));
        if (!session.has_value()) {
          return WithReason(absl::UnauthenticatedError("session has ended"), "CREDENTIAL_INVALID");
        }
        return ToProto(*session);
      });
}

grpc::Status IdentityService::Logout(grpc::ServerContext* context, const v1::LogoutRequest* request,
                                     v1::LogoutResponse* response) {
  return rpc::Unary(with_.gate, *context, kLogout, *request, response,
                    [&](const rpc::Call& call) -> absl::StatusOr<v1::LogoutResponse> {
                      ASSIGN_OR_RETURN(pg::Transaction tx,
                                       pg::Transaction::Begin(with_.pool, call.deadline));
                      RETURN_IF_ERROR(DeleteSession(tx, call.caller.session_hash));
                      RETURN_IF_ERROR(tx.Commit());
                      with_.sessions.Forget(call.caller.session_hash);
                      return v1::LogoutResponse();
                    });
}

}  // namespace entraide::identity
