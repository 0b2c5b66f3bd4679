// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "entraide/identity/v1/identity_service.grpc.pb.h"
#include "services/identity/identity_service.h"
#include "services/identity/mail_worker.h"
#include "services/platform/auth/authenticator.h"
#include "tests/support/database.h"

namespace entraide::identity {

// IdentityService behind an in-process channel, on a database of its own, with a clock that the
// test sets and a post office that keeps the mails.
class IdentityTest : public testing::Test {
 protected:
  IdentityTest();

  // One call, with a session token or without; each with its own request_id.
  absl::StatusOr<v1::RequestMagicLinkResponse> AskCode(const std::string& email);
  absl::StatusOr<v1::RedeemMagicLinkResponse> Redeem(const std::string& code,
                                                     const std::string& browser_token);
  absl::StatusOr<v1::Session> GetSession(const std::string& token);
  absl::Status Logout(const std::string& token);
  absl::StatusOr<v1::Grant> Grant(const std::string& token, v1::GrantRoleRequest request);
  absl::Status Revoke(const std::string& token, const std::string& grant);

  // The whole way in; the session token.
  std::string SignIn(const std::string& email);
  // The session of the built-in operator.
  std::string Operator();
  // Gives a role, as the operator.
  v1::Grant AGrant(const std::string& email, access::v1::Role role,
                   const std::string& organization = "");
  // Sends the mails that are due.
  int SendMails();
  // The code in a mail.
  static std::string CodeIn(const mail::Mail& mail);

  absl::Time Now() const { return absl::FromUnixSeconds(now_); }
  void Pass(absl::Duration time) { now_ += absl::ToInt64Seconds(time); }
  // One number that `sql` asks the database for.
  std::int64_t Count(pg::Sql sql);
  void SetDeadline(grpc::ClientContext& context, const std::string& token) const;

  std::atomic<std::int64_t> now_ = 1'800'000'000;
  const TestDatabase database_;
  const std::unique_ptr<pg::Pool> pool_;
  const Secrets secrets_{auth::SecretKey{1, 2, 3}};
  const auth::TrackingCodes codes_{auth::TrackingCodes::Key{4}};
  Sessions sessions_;
  const auth::Authenticator authenticator_;
  const auth::AccessTable access_;
  telemetry::Metrics metrics_{};
  const rpc::Gate gate_;
  IdentityService service_;
  std::vector<mail::Mail> mails_{};
  absl::Status post_office_{};  // What the next mails meet.
  const MailWorker mail_worker_;
  std::unique_ptr<grpc::Server> server_{};
  std::unique_ptr<v1::IdentityService::Stub> stub_{};
};

}  // namespace entraide::identity
