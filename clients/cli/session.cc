// SPDX-License-Identifier: EUPL-1.2
#include "clients/cli/session.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "absl/time/clock.h"
#include "clients/cpp/fold.h"
#include "entraide/directory/v1/directory_service.grpc.pb.h"
#include "services/platform/base/status.h"

namespace entraide::cli {
namespace {

std::string Environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string AddressOf(const Session& session) {
  if (!session.server.empty()) return session.server;
  const std::string from_environment = Environment("ENTRAIDE_SERVER");
  return from_environment.empty() ? "unix:var/state/rpc.sock" : from_environment;
}

// The first line of a file; empty if it cannot be read.
std::string FirstLine(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return std::string(absl::StripAsciiWhitespace(line));
}

std::string TokenOf(const Session& session) {
  if (!session.token_file.empty()) return FirstLine(session.token_file);
  if (const auto path = Environment("ENTRAIDE_TOKEN_FILE"); !path.empty()) return FirstLine(path);
  if (const std::string token = FirstLine(TokenPath()); !token.empty()) return token;
  const std::string address = AddressOf(session);
  absl::string_view socket = address;
  if (!absl::ConsumePrefix(&socket, "unix:")) return "";
  return FirstLine(std::filesystem::path(std::string(socket)).parent_path() / "operator.token");
}

}  // namespace

std::string TokenPath() {
  const std::string config = Environment("XDG_CONFIG_HOME");
  const std::filesystem::path home = config.empty()
                                         ? std::filesystem::path(Environment("HOME")) / ".config"
                                         : std::filesystem::path(config);
  return home / "entraide" / "token";
}

std::shared_ptr<grpc::Channel> Session::Channel() const {
  // Insecure by name only: unix sockets, in a folder that nobody else enters.
  return grpc::CreateChannel(AddressOf(*this), grpc::InsecureChannelCredentials());
}

clients::CallOptions Session::Options(absl::Duration timeout) const {
  const std::string token = TokenOf(*this);
  return {.authorization = token.empty() ? "" : clients::BearerCredential(token),
          .deadline = absl::Now() + timeout,
          .attempts = clients::Attempts::kRetry};
}

clients::CallOptions Session::WithCode(absl::string_view code) const {
  return {.authorization = clients::CodeCredential(code),
          .deadline = absl::Now() + absl::Seconds(10),
          .attempts = clients::Attempts::kRetry};
}

absl::StatusOr<directory::v1::Commune> FindCommune(const Session& session,
                                                   const std::string& text) {
  using directory::v1::DirectoryService;
  const auto stub = DirectoryService::NewStub(session.Channel());
  directory::v1::SearchCommunesRequest request;
  request.set_query(text);
  request.set_limit(50);
  ASSIGN_OR_RETURN(
      const directory::v1::SearchCommunesResponse found,
      clients::Call(*stub, &DirectoryService::Stub::SearchCommunes, request, session.Options()));
  if (found.communes().empty()) {
    return absl::NotFoundError(absl::StrCat("aucune commune ne correspond à « ", text, " »"));
  }
  if (found.communes_size() == 1) return found.communes(0);
  for (const directory::v1::Commune& commune : found.communes()) {
    if (clients::Fold(commune.display_name()) == clients::Fold(text)) return commune;
  }
  return absl::InvalidArgumentError(absl::StrCat(
      "plusieurs communes correspondent à « ", text,
      " » : ", absl::StrJoin(found.communes(), ", ", [](std::string* out, const auto& commune) {
        absl::StrAppend(out, commune.display_name(), " (", commune.insee_code(), ")");
      })));
}

}  // namespace entraide::cli
