// SPDX-License-Identifier: EUPL-1.2
#include "services/directory/store/travel_store.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
#include "services/platform/base/status.h"

namespace entraide::directory {
namespace {

constexpr std::size_t kRowsAStatement = 20'000;

absl::Status Insert(pg::Transaction& tx, absl::Span<const TravelTime> times) {
  constexpr pg::Sql kSql = R"sql(
    INSERT INTO travel_time (from_code, to_code, seconds, meters)
    SELECT way.from_code, way.to_code, way.seconds, nullif(way.meters, 0)
      FROM unnest($1::text[], $2::text[], $3::integer[], $4::integer[])
           AS way (from_code, to_code, seconds, meters))sql";
  std::vector<std::string> from;
  std::vector<std::string> to;
  std::vector<std::string> seconds;
  std::vector<std::string> meters;
  for (const TravelTime& time : times) {
    from.push_back(time.from);
    to.push_back(time.to);
    seconds.push_back(absl::StrCat(time.seconds));
    meters.push_back(absl::StrCat(time.meters));
  }
  return tx
      .Execute(kSql, {pg::TextArray(from), pg::TextArray(to), pg::TextArray(seconds),
                      pg::TextArray(meters)})
      .status();
}

}  // namespace

absl::StatusOr<std::vector<TravelTime>> ListTravelTimes(pg::Transaction& tx) {
  constexpr pg::Sql kSql = R"sql(
    SELECT from_code, to_code, seconds, meters
      FROM travel_time
     ORDER BY from_code, to_code)sql";
  ASSIGN_OR_RETURN(const pg::Result found, tx.Execute(kSql));
  std::vector<TravelTime> times;
  times.reserve(static_cast<std::size_t>(found.rows()));
  for (int i = 0; i < found.rows(); ++i) {
    const pg::Row row = found[i];
    times.push_back({.from = row.Text(0),
                     .to = row.Text(1),
                     .seconds = static_cast<int>(row.Number(2)),
                     .meters = static_cast<int>(row.Number(3))});
  }
  return times;
}

absl::StatusOr<std::int64_t> ReplaceTravelTimes(pg::Transaction& tx,
                                                const std::vector<TravelTime>& times) {
  // Two imports at once would leave the ways of both. Readers go on; TRUNCATE would show them an
  // empty table.
  constexpr pg::Sql kLock = "LOCK TABLE travel_time IN SHARE ROW EXCLUSIVE MODE";
  constexpr pg::Sql kDelete = "DELETE FROM travel_time";
  RETURN_IF_ERROR(tx.Execute(kLock).status());
  ASSIGN_OR_RETURN(const pg::Result removed, tx.Execute(kDelete));
  for (absl::Span<const TravelTime> left = times; !left.empty();) {
    const std::size_t count = std::min(left.size(), kRowsAStatement);
    RETURN_IF_ERROR(Insert(tx, left.first(count)));
    left.remove_prefix(count);
  }
  return removed.affected();
}

}  // namespace entraide::directory
