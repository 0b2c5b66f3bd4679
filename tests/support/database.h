// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "services/platform/pg/migrate.h"
#include "services/platform/pg/pool.h"

namespace entraide {

// Migrations of one schema, as services run them at start.
struct SchemaScripts {
  std::string schema{};
  std::string series{};
  pg::Scripts scripts{};
};

// The platform's own tables (outbox, answered_request) in `schema`.
SchemaScripts PlatformTables(const std::string& schema);

// A database of its own for one test: a clone (20 to 50 ms) of a template that holds `migrations`,
// made once per list of migrations. Needs the PostgreSQL of tests/support/with-postgres; without it
// the test fails and says so. Dropped at death, whoever is still connected.
class TestDatabase {
 public:
  explicit TestDatabase(const std::vector<SchemaScripts>& migrations);
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  const std::string& conninfo() const { return conninfo_; }
  std::unique_ptr<pg::Pool> NewPool(const std::string& schema, int size = 4) const;

 private:
  std::string name_{};
  std::string conninfo_{};
};

// A deadline far enough for any test step, near enough to end a test that hangs.
inline absl::Time Soon() { return absl::Now() + absl::Seconds(20); }

}  // namespace entraide
