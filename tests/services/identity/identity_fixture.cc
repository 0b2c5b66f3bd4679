// SPDX-License-Identifier: EUPL-1.2
#include "tests/services/identity/identity_fixture.h"

#include <filesystem>
#include <fstream>
#include <regex>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "identity_migrations.h"
#include "services/identity/operator_token.h"
#include "services/platform/base/uuid.h"
#include "services/platform/pg/transaction.h"
#include "services/platform/rpc/status.h"
#include "tests/support/status_matchers.h"

namespace entraide::identity {
namespace {

std::vector<SchemaScripts> Schemas() {
  return {PlatformTables("identity"),
          {.schema = "identity", .series = "identity", .scripts = identity_migrations::Files()}};
}

template <typename Response>
absl::StatusOr<Response> Answer(const grpc::Status& status, const Response& response) {
  if (!status.ok()) return rpc::FromGrpc(status);
  return response;
}

}  // namespace

IdentityTest::IdentityTest()
    : database_(Schemas()),
      pool_(database_.NewPool("identity")),
      sessions_(
          *pool_, [this] { return Now(); }, DemoGrants::kOpen),
      authenticator_([this](absl::string_view token,
                            absl::Time deadline) { return sessions_.Lookup(token, deadline); },
                     codes_),
      access_(*auth::AccessTable::Of({"entraide.identity.v1.IdentityService"})),
      gate_(authenticator_, access_, metrics_, [this] { return Now(); }),
      service_({.gate = gate_,
                .pool = *pool_,
                .sessions = sessions_,
                .secrets = secrets_,
                .demo = DemoGrants::kOpen}),
      mail_worker_(
          *pool_, secrets_,
          [this](const mail::Mail& mail) {
            if (post_office_.ok()) mails_.push_back(mail);
            return post_office_;
          },
          "https://entraide.example") {
  grpc::ServerBuilder builder;
  builder.RegisterService(&service_);
  server_ = builder.BuildAndStart();
  stub_ = v1::IdentityService::NewStub(server_->InProcessChannel({}));
}

void IdentityTest::SetDeadline(grpc::ClientContext& context, const std::string& token) const {
  context.set_deadline(absl::ToChronoTime(Soon()));
  if (!token.empty()) context.AddMetadata("authorization", absl::StrCat("Bearer ", token));
}

absl::StatusOr<v1::RequestMagicLinkResponse> IdentityTest::AskCode(const std::string& email) {
  grpc::ClientContext context;
  SetDeadline(context, "");
  v1::RequestMagicLinkRequest request;
  request.set_email(email);
  request.set_request_id(NewUuid());
  v1::RequestMagicLinkResponse response;
  return Answer(stub_->RequestMagicLink(&context, request, &response), response);
}

absl::StatusOr<v1::RedeemMagicLinkResponse> IdentityTest::Redeem(const std::string& code,
                                                                 const std::string& browser_token) {
  grpc::ClientContext context;
  SetDeadline(context, "");
  v1::RedeemMagicLinkRequest request;
  request.set_code(code);
  request.set_browser_token(browser_token);
  v1::RedeemMagicLinkResponse response;
  return Answer(stub_->RedeemMagicLink(&context, request, &response), response);
}

absl::StatusOr<v1::Session> IdentityTest::GetSession(const std::string& token) {
  grpc::ClientContext context;
  SetDeadline(context, token);
  v1::Session response;
  return Answer(stub_->GetSession(&context, v1::GetSessionRequest(), &response), response);
}

absl::Status IdentityTest::Logout(const std::string& token) {
  grpc::ClientContext context;
  SetDeadline(context, token);
  v1::LogoutResponse response;
  return rpc::FromGrpc(stub_->Logout(&context, v1::LogoutRequest(), &response));
}

absl::StatusOr<v1::Grant> IdentityTest::Grant(const std::string& token,
                                              v1::GrantRoleRequest request) {
  grpc::ClientContext context;
  SetDeadline(context, token);
  request.set_request_id(NewUuid());
  v1::Grant response;
  return Answer(stub_->GrantRole(&context, request, &response), response);
}

absl::Status IdentityTest::Revoke(const std::string& token, const std::string& grant) {
  grpc::ClientContext context;
  SetDeadline(context, token);
  v1::RevokeRoleRequest request;
  request.set_name(grant);
  request.set_request_id(NewUuid());
  v1::RevokeRoleResponse response;
  return rpc::FromGrpc(stub_->RevokeRole(&context, request, &response));
}

std::string IdentityTest::SignIn(const std::string& email) {
  const auto asked = AskCode(email);
  EXPECT_THAT(asked, IsOk());
  EXPECT_EQ(SendMails(), 1);
  if (!asked.ok() || mails_.empty()) return "";
  const auto session = Redeem(CodeIn(mails_.back()), asked->browser_token());
  EXPECT_THAT(session, IsOk());
  return session.ok() ? session->session_token() : "";
}

std::string IdentityTest::Operator() {
  std::string pattern = "/tmp/entraide-operatorXXXXXX";
  const std::string folder = mkdtemp(pattern.data());
  EXPECT_THAT(OperatorToken(*pool_, folder + "/operator.token").Renew(Now()), IsOk());
  std::string token;
  std::ifstream(folder + "/operator.token") >> token;
  std::filesystem::remove_all(folder);
  return token;
}

v1::Grant IdentityTest::AGrant(const std::string& email, access::v1::Role role,
                               const std::string& organization) {
  v1::GrantRoleRequest request;
  request.set_email(email);
  request.set_role(role);
  if (!organization.empty()) {
    request.set_organization(absl::StrCat("organizations/", organization));
  }
  const auto grant = Grant(Operator(), request);
  EXPECT_THAT(grant, IsOk());
  return grant.ok() ? *grant : v1::Grant();
}

int IdentityTest::SendMails() {
  int sent = 0;
  for (;;) {
    const absl::StatusOr<int> one = mail_worker_.SendOne(Now());
    EXPECT_THAT(one, IsOk());
    if (!one.ok() || *one == 0) return sent;
    ++sent;
  }
}

std::string IdentityTest::CodeIn(const mail::Mail& mail) {
  std::smatch found;
  return std::regex_search(mail.text, found, std::regex("#code=([0-9A-Z-]+)")) ? found[1].str()
                                                                               : "";
}

std::int64_t IdentityTest::Count(pg::Sql sql) {
  absl::StatusOr<pg::Transaction> tx = pg::Transaction::Begin(*pool_, Soon());
  EXPECT_THAT(tx, IsOk());
  if (!tx.ok()) return -1;
  const absl::StatusOr<pg::Result> result = tx->Execute(sql);
  EXPECT_THAT(result, IsOk());
  return result.ok() ? (*result)[0].Number(0) : -1;
}

}  // namespace entraide::identity
