// SPDX-License-Identifier: EUPL-1.2
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "entraide/identity/v1/identity_service.grpc.pb.h"
#include "services/platform/base/status.h"
#include "services/platform/base/uuid.h"

namespace entraide::cli {
namespace {

using identity::v1::IdentityService;

// Only its owner may read it, from the first byte on.
absl::Status KeepToken(const std::string& token) {
  const std::filesystem::path path = TokenPath();
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return absl::ErrnoToStatus(errno, absl::StrCat("écriture de ", path.string()));
  const bool written =
      write(file, token.data(), token.size()) == static_cast<ssize_t>(token.size());
  close(file);
  return written ? absl::OkStatus() : absl::DataLossError("la session n'a pas pu être gardée");
}

absl::Status SignIn(const Run& run, const std::string& email) {
  const auto stub = IdentityService::NewStub(run.session.Channel());
  identity::v1::RequestMagicLinkRequest ask;
  ask.set_email(email);
  ask.set_request_id(NewUuid());
  clients::CallOptions options = run.session.Options();
  options.authorization.clear();
  ASSIGN_OR_RETURN(const auto asked,
                   clients::Call(*stub, &IdentityService::Stub::RequestMagicLink, ask, options));
  std::cerr << "Un code part à cette adresse si nous la connaissons.\nCode reçu : " << std::flush;
  identity::v1::RedeemMagicLinkRequest redeem;
  if (!std::getline(std::cin, *redeem.mutable_code())) {
    return absl::InvalidArgumentError("aucun code n'a été donné");
  }
  redeem.set_browser_token(asked.browser_token());
  options = run.session.Options();
  options.authorization.clear();
  options.attempts = clients::Attempts::kOnce;  // A code serves once.
  ASSIGN_OR_RETURN(const auto session,
                   clients::Call(*stub, &IdentityService::Stub::RedeemMagicLink, redeem, options));
  RETURN_IF_ERROR(KeepToken(session.session_token()));
  std::cout << "Connecté.\n";
  return absl::OkStatus();
}

absl::Status SignOut(const Run& run) {
  const auto stub = IdentityService::NewStub(run.session.Channel());
  const auto done = clients::Call(*stub, &IdentityService::Stub::Logout,
                                  identity::v1::LogoutRequest(), run.session.Options());
  std::error_code error;
  std::filesystem::remove(TokenPath(), error);
  RETURN_IF_ERROR(done.status());
  std::cout << "Déconnecté.\n";
  return absl::OkStatus();
}

}  // namespace

void AddSignIn(CLI::App& app, Run& run) {
  const auto email = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("sign-in", "Ouvre une session avec un code reçu par e-mail");
  command->add_option("adresse", *email, "Votre adresse e-mail")->required();
  command->callback([&run, email] { run.status = SignIn(run, *email); });
  app.add_subcommand("sign-out", "Ferme la session")->callback([&run] {
    run.status = SignOut(run);
  });
}

}  // namespace entraide::cli
