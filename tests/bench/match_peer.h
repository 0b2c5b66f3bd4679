// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tests/bench/synthetic_france.h"

struct pg_conn;  // libpq's.

namespace entraide::bench {

// The terms that SQL finds too: all that differ in a synthetic France.
constexpr std::array<absl::string_view, 5> kPeerTerms = {"detour", "continuity", "reactivity",
                                                         "margin", "freshness"};

// Among the engine's `WeightedTerms`.
size_t PlaceOfTerm(absl::string_view term);

// The same France in PostgreSQL 15 (PGHOST, PGUSER: tests/support/with-postgres), asked by prepared
// statements over its unix socket. SQL stands in tests/bench/sql.
class MatchPeer {
 public:
  // With an index by kind and home; with all columns in that index; the same, and the homes around
  // a commune as runs along the Hilbert curve.
  enum class Form { kPlain, kCovering, kExpert };

  struct Row {
    int offer = 0;
    int score = 0;
    std::array<int, kPeerTerms.size()> terms{};  // As in the index.
    friend bool operator==(const Row&, const Row&) = default;
  };
  using Rows = std::vector<Row>;

  // With plain indexes.
  static absl::StatusOr<MatchPeer> Load(const SyntheticFrance& france);

  // Covering indexes instead of plain ones.
  absl::Status IndexCovering();

  absl::StatusOr<Rows> Answer(Form form, const Ask& ask) const;

  // All helpers, by kind and offer, by COPY BINARY.
  absl::StatusOr<std::vector<std::vector<Helper>>> ReadHelpers() const;

  // Of the tables and indexes that a form reads: covering or expert.
  absl::StatusOr<double> Bytes(Form form) const;

 private:
  using Connection = std::unique_ptr<pg_conn, void (*)(pg_conn*)>;
  MatchPeer(Connection connection, const SyntheticFrance& france)
      : connection_(std::move(connection)), france_(&france) {}

  absl::Status RunFile(const std::string& file) const;
  absl::Status PrepareFile(const std::string& name, const std::string& file) const;
  absl::Status Copy(const std::string& statement, const std::string& rows) const;
  absl::Status CopyCandidates() const;
  absl::Status CopyNear() const;

  Connection connection_;
  const SyntheticFrance* france_;
};

}  // namespace entraide::bench
