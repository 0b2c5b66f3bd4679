// SPDX-License-Identifier: EUPL-1.2
#include "services/all_in_one/schemas.h"

#include <vector>

#include "absl/time/clock.h"
#include "directory_migrations.h"
#include "garage_migrations.h"
#include "homehelp_migrations.h"
#include "identity_migrations.h"
#include "notify_migrations.h"
#include "platform_migrations.h"
#include "request_migrations.h"
#include "rides_migrations.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/migrate.h"
#include "services/platform/telemetry/log.h"
#include "volunteers_migrations.h"

namespace entraide::all_in_one {
namespace {

constexpr absl::Duration kPause = absl::Milliseconds(200);

// One named list of scripts for one schema.
struct Series {
  std::string schema{};
  absl::string_view name{};
  const pg::Scripts& scripts;
};

std::vector<Series> AllSeries() {
  std::vector<Series> all;
  for (const char* schema :
       {"directory", "identity", "rides", "garage", "homehelp", "volunteers", "notify"}) {
    all.push_back({schema, "platform", platform_migrations::Files()});
  }
  for (const char* schema : {"rides", "garage", "homehelp"}) {
    all.push_back({schema, "request", request_migrations::Files()});
  }
  all.push_back({"directory", "directory", directory::migrations::Files()});
  all.push_back({"identity", "identity", identity_migrations::Files()});
  all.push_back({"rides", "rides", rides_migrations::Files()});
  all.push_back({"garage", "garage", garage_migrations::Files()});
  all.push_back({"homehelp", "homehelp", homehelp_migrations::Files()});
  all.push_back({"volunteers", "volunteers", volunteers_migrations::Files()});
  all.push_back({"notify", "notify", notify_migrations::Files()});
  return all;
}

}  // namespace

absl::Status MigrateAll(const std::string& database, absl::Time deadline) {
  for (const Series& series : AllSeries()) {
    absl::Status status;
    // Any order of starting works: a database that does not answer yet is waited for.
    while (true) {
      status = pg::Migrate(database, series.schema, series.name, series.scripts, deadline);
      if (status.code() != absl::StatusCode::kUnavailable || absl::Now() + kPause > deadline) break;
      telemetry::LogInfo("waiting for the database");
      absl::SleepFor(kPause);
    }
    RETURN_IF_ERROR(status);
  }
  return absl::OkStatus();
}

}  // namespace entraide::all_in_one
