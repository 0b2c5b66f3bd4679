// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/database.h"

#include <gtest/gtest.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdlib>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "platform_migrations.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/connection.h"

namespace entraide {
namespace {

std::string NameOf(const std::vector<SchemaScripts>& migrations) {
  std::string all;
  for (const SchemaScripts& list : migrations) {
    absl::StrAppend(&all, list.schema, "\n", list.series, "\n");
    for (const auto& [path, text] : list.scripts) absl::StrAppend(&all, path, "\n", text, "\n");
  }
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(all.data()),
                     all.size(), nullptr, 0);
  return absl::StrCat("template_", absl::BytesToHexString(absl::string_view(
                                       reinterpret_cast<const char*>(hash.data()), hash.size())));
}

absl::StatusOr<pg::Connection> OpenMaintenance() {
  if (std::getenv("PGHOST") == nullptr) {
    return absl::FailedPreconditionError("run this test through tests/support/with-postgres");
  }
  return pg::Connection::Open("dbname=postgres", "public", Soon());
}

absl::Status MakeTemplate(pg::Connection& maintenance, const std::string& name,
                          const std::vector<SchemaScripts>& migrations) {
  const std::string unfinished = absl::StrCat(name, "_unfinished");
  for (const std::string& statement :
       {absl::StrCat("DROP DATABASE IF EXISTS ", unfinished, " WITH (FORCE)"),
        absl::StrCat("CREATE DATABASE ", unfinished,
                     " TEMPLATE template_entraide STRATEGY file_copy")}) {
    RETURN_IF_ERROR(maintenance.RunScript(statement, Soon()));
  }
  for (const SchemaScripts& list : migrations) {
    RETURN_IF_ERROR(pg::Migrate(absl::StrCat("dbname=", unfinished), list.schema, list.series,
                                list.scripts, Soon()));
  }
  return maintenance.RunScript(absl::StrCat("ALTER DATABASE ", unfinished, " RENAME TO ", name),
                               Soon());
}

// The template of `migrations`, made by whichever test process comes first.
absl::StatusOr<std::string> TemplateOf(pg::Connection& maintenance,
                                       const std::vector<SchemaScripts>& migrations) {
  constexpr pg::Sql kLock = "SELECT pg_advisory_lock(hashtextextended('entraide.test', 0))";
  constexpr pg::Sql kUnlock = "SELECT pg_advisory_unlock_all()";
  constexpr pg::Sql kFind = "SELECT oid FROM pg_database WHERE datname = $1";
  std::string name = NameOf(migrations);
  RETURN_IF_ERROR(maintenance.Execute(kLock, {}, Soon()).status());
  ASSIGN_OR_RETURN(const pg::Result found, maintenance.Execute(kFind, {name}, Soon()));
  if (found.rows() == 0) RETURN_IF_ERROR(MakeTemplate(maintenance, name, migrations));
  RETURN_IF_ERROR(maintenance.Execute(kUnlock, {}, Soon()).status());
  return name;
}

absl::Status CreateClone(const std::string& name, const std::vector<SchemaScripts>& migrations) {
  ASSIGN_OR_RETURN(pg::Connection maintenance, OpenMaintenance());
  ASSIGN_OR_RETURN(const std::string origin, TemplateOf(maintenance, migrations));
  return maintenance.RunScript(
      absl::StrCat("CREATE DATABASE ", name, " TEMPLATE ", origin, " STRATEGY file_copy"), Soon());
}

}  // namespace

SchemaScripts PlatformTables(const std::string& schema) {
  return {.schema = schema, .series = "platform", .scripts = platform_migrations::Files()};
}

TestDatabase::TestDatabase(const std::vector<SchemaScripts>& migrations) {
  static std::atomic<int> count = 0;
  name_ = absl::StrCat("test_", getpid(), "_", ++count);
  conninfo_ = absl::StrCat("dbname=", name_);
  const absl::Status created = CreateClone(name_, migrations);
  if (!created.ok()) ADD_FAILURE() << "no database for this test: " << created;
}

TestDatabase::~TestDatabase() {
  absl::StatusOr<pg::Connection> maintenance = OpenMaintenance();
  if (!maintenance.ok()) return;  // The constructor has told.
  maintenance->RunScript(absl::StrCat("DROP DATABASE IF EXISTS ", name_, " WITH (FORCE)"), Soon())
      .IgnoreError();  // with-postgres removes the whole cluster anyway.
}

std::unique_ptr<pg::Pool> TestDatabase::NewPool(const std::string& schema, int size) const {
  return std::make_unique<pg::Pool>(
      pg::Pool::Options{.conninfo = conninfo_, .schema = schema, .size = size});
}

}  // namespace entraide
