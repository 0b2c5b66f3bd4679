// SPDX-License-Identifier: EUPL-1.2
// `entraide-all`: every service in one process, the embedded default.

#include <google/protobuf/stubs/logging.h>
#include <sodium.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <system_error>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/all_in_one/house.h"
#include "services/all_in_one/schemas.h"
#include "services/all_in_one/settings.h"
#include "services/platform/base/status.h"
#include "services/platform/server/signals.h"
#include "services/platform/telemetry/log.h"

namespace entraide::all_in_one {
namespace {

constexpr absl::Duration kStartPatience = absl::Seconds(20);  // For a database that starts with us.

// Whole from the first look: a reader never finds half of it.
void TellReady(const std::string& path, int port) {
  const std::string unfinished = path + ".unfinished";
  std::ofstream(unfinished) << "ready port=" << port << "\n";
  std::error_code error;
  std::filesystem::rename(unfinished, path, error);
}

absl::Status Run(const Settings& settings) {
  RETURN_IF_ERROR(MigrateAll(settings.database, absl::Now() + kStartPatience));
  ASSIGN_OR_RETURN(const auto house, House::Open(settings));
  if (!settings.ready_file.empty()) TellReady(settings.ready_file, house->http_port());
  telemetry::LogInfo("serving", {{"port", absl::StrCat(house->http_port())}});
  server::WaitForStop();
  telemetry::LogInfo("draining");
  house->Drain();
  telemetry::LogInfo("stopped");
  return absl::OkStatus();
}

int Main(const std::vector<std::string>& arguments) {
  const auto config = server::Config::Parse(arguments, Flags());
  if (config.ok() && config->help()) {
    std::cout << server::Config::Help("entraide-all", Flags());
    return 0;
  }
  const auto settings = config.ok() ? SettingsOf(*config) : config.status();
  if (!settings.ok()) {
    std::cerr << "entraide-all: " << settings.status().message() << "\n";
    return 2;
  }
  if (const absl::Status status = Run(*settings); !status.ok()) {
    telemetry::LogError("start failed",
                        {{"reason", ReasonOf(status)}, {"message", std::string(status.message())}});
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace entraide::all_in_one

int main(int argc, char** argv) {
  entraide::server::HoldStopSignals();       // Before any thread.
  google::protobuf::SetLogHandler(nullptr);  // It would write to our log of JSON lines.
  if (sodium_init() < 0) return 1;
  return entraide::all_in_one::Main({argv + 1, argv + argc});
}
