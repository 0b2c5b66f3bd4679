// SPDX-License-Identifier: EUPL-1.2
// Reading for a cold start: what PostgreSQL sends by COPY BINARY.
#include <libpq-fe.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "services/platform/base/status.h"
#include "tests/bench/match_peer.h"

namespace entraide::bench {
namespace {

constexpr char kStatement[] =
    "COPY candidate (kind, home, offer, slots, statuses, needs, is_listed, has_place,"
    " limit_seconds, notice_hours, answered, hours_to_answer, freshness) TO STDOUT (FORMAT binary)";
constexpr size_t kHeader = 19;  // Signature, flags, no extension; sent with the first row.

// Reads whole numbers of a row, most significant byte first, each after its length.
class SentRow {
 public:
  SentRow(const char* text, size_t skip) : at_(text + skip) {}

  int16_t Fields() { return static_cast<int16_t>(Number(2)); }  // -1: no more rows.

  template <typename To>
  void Read(To& to) {
    to = static_cast<To>(Number(Number(4)));
  }

 private:
  uint64_t Number(uint64_t bytes) {
    uint64_t number = 0;
    for (; bytes > 0; --bytes) number = number << 8 | static_cast<unsigned char>(*at_++);
    return number;
  }

  const char* at_;
};

}  // namespace

absl::StatusOr<std::vector<std::vector<Helper>>> MatchPeer::ReadHelpers() const {
  const matcher::index::Reach& reach = france_->ground()->reach;
  std::vector<std::vector<Helper>> helpers(static_cast<size_t>(france_->size().kinds));
  PQclear(PQexec(connection_.get(), kStatement));
  size_t skip = kHeader;
  char* text = nullptr;
  while (PQgetCopyData(connection_.get(), &text, 0) > 0) {
    SentRow row(text, std::exchange(skip, 0));
    if (row.Fields() >= 0) {
      size_t kind = 0;
      size_t offer = 0;
      uint32_t home = 0;
      int freshness = 0;
      Helper helper;
      row.Read(kind);
      row.Read(home);
      row.Read(offer);
      row.Read(helper.slots);
      row.Read(helper.statuses);
      row.Read(helper.needs);
      row.Read(helper.is_listed);
      row.Read(helper.has_place);
      row.Read(helper.limit_seconds);
      row.Read(helper.notice_hours);
      row.Read(helper.answered);
      row.Read(helper.hours_to_answer);
      row.Read(freshness);
      helper.home = static_cast<uint32_t>(reach.CommuneAt(home));
      helper.quality = static_cast<uint8_t>(freshness / 100);
      if (helpers[kind].size() <= offer) helpers[kind].resize(offer + 1);
      helpers[kind][offer] = helper;
    }
    PQfreemem(text);
  }
  PGresult* const last = PQgetResult(connection_.get());
  const bool done = PQresultStatus(last) == PGRES_COMMAND_OK;
  PQclear(last);
  while (PGresult* const more = PQgetResult(connection_.get())) PQclear(more);
  if (!done) return absl::UnavailableError(PQerrorMessage(connection_.get()));
  return helpers;
}

}  // namespace entraide::bench
