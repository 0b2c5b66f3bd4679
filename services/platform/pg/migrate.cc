// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/pg/migrate.h"

#include <sodium.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/connection.h"

namespace entraide::pg {
namespace {

std::string Checksum(absl::string_view text) {
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// 12 of `migrations/0012_what.sql`.
absl::StatusOr<std::int64_t> NumberOf(absl::string_view path) {
  const absl::string_view name = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  std::size_t digits = 0;
  while (digits < name.size() && absl::ascii_isdigit(name[digits])) ++digits;
  std::int64_t number = 0;
  if (!absl::SimpleAtoi(name.substr(0, digits), &number) || number == 0) {
    return absl::InvalidArgumentError(absl::StrCat("a migration without a number: ", path));
  }
  return number;
}

// Number and text of each script, in order; INVALID_ARGUMENT if two share a number.
absl::StatusOr<std::map<std::int64_t, absl::string_view>> Numbered(const Scripts& scripts) {
  std::map<std::int64_t, absl::string_view> numbered;
  for (const auto& [path, text] : scripts) {
    ASSIGN_OR_RETURN(const std::int64_t number, NumberOf(path));
    if (!numbered.emplace(number, text).second) {
      return absl::InvalidArgumentError(absl::StrCat("two migrations have number ", number));
    }
  }
  return numbered;
}

// Waits for whoever else migrates this schema; the lock ends with the connection.
absl::Status Prepare(Connection& connection, const std::string& schema, absl::Time deadline) {
  constexpr Sql kLock = R"sql(
    SELECT pg_advisory_lock(hashtextextended('entraide.migrate.' || $1, 0)))sql";
  RETURN_IF_ERROR(connection.Execute(kLock, {schema}, deadline).status());
  return connection.RunScript(absl::StrCat("CREATE SCHEMA IF NOT EXISTS ", schema, R"sql(;
    CREATE TABLE IF NOT EXISTS schema_migration (
      series   text        NOT NULL,
      number   bigint      NOT NULL,
      checksum bytea       NOT NULL,
      applied  timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (series, number)))sql"),
                              deadline);
}

// Checksums of what ran, by number.
absl::StatusOr<std::map<std::int64_t, std::string>> Applied(Connection& connection,
                                                            absl::string_view series,
                                                            absl::Time deadline) {
  constexpr Sql kSql = "SELECT number, checksum FROM schema_migration WHERE series = $1";
  ASSIGN_OR_RETURN(const Result found, connection.Execute(kSql, {std::string(series)}, deadline));
  std::map<std::int64_t, std::string> applied;
  for (int i = 0; i < found.rows(); ++i) applied[found[i].Number(0)] = found[i].Bytes(1);
  return applied;
}

absl::Status Apply(Connection& connection, absl::string_view series, std::int64_t number,
                   absl::string_view text, absl::Time deadline) {
  constexpr Sql kRecord = R"sql(
    INSERT INTO schema_migration (series, number, checksum) VALUES ($1, $2, $3))sql";
  RETURN_IF_ERROR(connection.Execute("BEGIN", {}, deadline).status());
  RETURN_IF_ERROR(connection.RunScript(std::string(text), deadline));
  const std::vector<Param> record = {std::string(series), Number(number), Bytes(Checksum(text))};
  RETURN_IF_ERROR(connection.Execute(kRecord, record, deadline).status());
  return connection.Execute("COMMIT", {}, deadline).status();
}

}  // namespace

absl::Status Migrate(const std::string& conninfo, const std::string& schema,
                     absl::string_view series, const Scripts& scripts, absl::Time deadline) {
  ASSIGN_OR_RETURN(const auto numbered, Numbered(scripts));
  ASSIGN_OR_RETURN(Connection connection, Connection::Open(conninfo, schema, deadline));
  RETURN_IF_ERROR(Prepare(connection, schema, deadline));
  ASSIGN_OR_RETURN(const auto applied, Applied(connection, series, deadline));
  for (const auto& [number, checksum] : applied) {
    const std::string which = absl::StrCat(schema, " ", series, " ", number);
    const auto listed = numbered.find(number);
    if (listed == numbered.end()) {
      return WithReason(absl::FailedPreconditionError(absl::StrCat(which, " is not known here")),
                        "SCHEMA_NEWER");
    }
    if (Checksum(listed->second) != checksum) {
      return WithReason(absl::FailedPreconditionError(absl::StrCat(which, " has changed")),
                        "MIGRATION_CHANGED");
    }
  }
  for (const auto& [number, text] : numbered) {
    if (applied.contains(number)) continue;
    if (const absl::Status done = Apply(connection, series, number, text, deadline); !done.ok()) {
      return absl::Status(done.code(),
                          absl::StrCat(schema, " ", series, " ", number, ": ", done.message()));
    }
  }
  return absl::OkStatus();
}

}  // namespace entraide::pg
