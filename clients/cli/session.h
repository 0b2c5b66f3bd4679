// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/channel.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "clients/cpp/call.h"
#include "entraide/directory/v1/commune.pb.h"

namespace entraide::cli {

enum class Output { kTable, kJson };

// What every command shares: where the server is, as whom, and how to print.
struct Session {
  std::string server{};      // `unix:PATH`; empty: ENTRAIDE_SERVER, else var/state/rpc.sock.
  std::string token_file{};  // Empty: ENTRAIDE_TOKEN_FILE, else the one that sign-in wrote, else
                             // the operator's.
  Output output = Output::kTable;

  std::shared_ptr<grpc::Channel> Channel() const;
  // A deadline, the session's credential if there is one, and retries.
  clients::CallOptions Options(absl::Duration timeout = absl::Seconds(10)) const;
  // The same, as the holder of a tracking code.
  clients::CallOptions WithCode(absl::string_view code) const;
};

// Where sign-in keeps its token: $XDG_CONFIG_HOME/entraide/token, mode 0600.
std::string TokenPath();

// The one commune that `text` names: an INSEE code, a name, or a postcode of a single commune.
// NOT_FOUND: none. INVALID_ARGUMENT: several, and the message lists them.
absl::StatusOr<directory::v1::Commune> FindCommune(const Session& session, const std::string& text);

}  // namespace entraide::cli
