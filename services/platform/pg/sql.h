// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace entraide::pg {

// The text of a statement: a literal, so that no value can be spliced into it.
struct Sql {
  consteval Sql(const char* literal) : text(literal) {}  // NOLINT(google-explicit-constructor)
  const char* text;
};

// One `$n` of a statement, as text; nullopt is NULL. Must hold no NUL byte.
using Param = std::optional<std::string>;

// Parameters in PostgreSQL's text forms.
Param Number(std::int64_t value);
Param Real(double value);
Param Bool(bool value);
Param Time(absl::Time value);
Param Bytes(absl::string_view value);                     // bytea
Param TextArray(const std::vector<std::string>& values);  // text[]
Param OrNull(absl::string_view value);                    // NULL when empty

// One row of a result; valid while its Result lives. Columns count from 0.
class Row {
 public:
  Row(const PGresult* result, int row) : result_(result), row_(row) {}

  bool IsNull(int column) const { return PQgetisnull(result_, row_, column) == 1; }
  std::string Text(int column) const { return PQgetvalue(result_, row_, column); }
  std::int64_t Number(int column) const;  // 0 when NULL
  double Real(int column) const;          // 0 when NULL
  bool Bool(int column) const;            // false when NULL
  absl::Time Time(int column) const;      // InfinitePast when NULL
  std::string Bytes(int column) const;
  std::vector<std::string> TextArray(int column) const;

 private:
  const PGresult* result_;
  int row_;
};

// What a statement gave back.
class Result {
 public:
  explicit Result(PGresult* result) : result_(result, &PQclear) {}

  int rows() const { return PQntuples(result_.get()); }
  // Rows that an INSERT, UPDATE or DELETE touched.
  std::int64_t affected() const;
  Row operator[](int row) const { return {result_.get(), row}; }

 private:
  std::unique_ptr<PGresult, decltype(&PQclear)> result_;
};

}  // namespace entraide::pg
