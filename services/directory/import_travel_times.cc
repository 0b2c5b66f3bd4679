// SPDX-License-Identifier: EUPL-1.2
#include <limits>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "services/directory/convert.h"
#include "services/directory/directory_service.h"
#include "services/directory/handling.h"
#include "services/directory/import.h"
#include "services/directory/store/commune_store.h"
#include "services/directory/store/travel_store.h"
#include "services/platform/base/text.h"

namespace entraide::directory {
namespace {

constexpr std::size_t kMaxRows = 1'000'000;  // All ways between a thousand communes.
constexpr int kAll = std::numeric_limits<int>::max();

using Way = std::pair<absl::string_view, absl::string_view>;

// The rows of a stream, the lines they stand in, and what is wrong with them.
struct TravelTimeRows {
  std::vector<TravelTime> times{};
  std::vector<int> lines{};
  Violations found{};
};

void Take(const v1::TravelTimeRow& row, TravelTimeRows& rows) {
  TravelTime time = FromProto(row.travel_time());
  Check(time, LinePath(row.line()), rows.found);
  rows.times.push_back(std::move(time));
  rows.lines.push_back(row.line());
}

absl::flat_hash_set<Way> WaysOf(const std::vector<TravelTime>& times) {
  absl::flat_hash_set<Way> ways;
  for (const TravelTime& time : times) ways.emplace(time.from, time.to);
  return ways;
}

void FindDuplicates(TravelTimeRows& rows) {
  absl::flat_hash_set<Way> above;
  for (std::size_t i = 0; i < rows.times.size(); ++i) {
    if (above.emplace(rows.times[i].from, rows.times[i].to).second) continue;
    rows.found.Add(absl::StrCat(LinePath(rows.lines[i]), "to"), "DUPLICATE",
                   "a way that no line has above");
  }
}

absl::Status FindUnknown(pg::Transaction& tx, TravelTimeRows& rows) {
  ASSIGN_OR_RETURN(const std::vector<std::string> codes, ListCommuneCodes(tx, "", "", kAll));
  const absl::flat_hash_set<absl::string_view> known(codes.begin(), codes.end());
  for (std::size_t i = 0; i < rows.times.size(); ++i) {
    const TravelTime& time = rows.times[i];
    for (const auto& [field, code] : {Way{"from", time.from}, Way{"to", time.to}}) {
      if (known.contains(code) || !IsInseeCode(code)) continue;
      rows.found.Add(absl::StrCat(LinePath(rows.lines[i]), field), "UNKNOWN_VALUE",
                     "a commune we have, by its code of today");
    }
  }
  return absl::OkStatus();
}

int CountOneWay(const std::vector<TravelTime>& times) {
  const absl::flat_hash_set<Way> ways = WaysOf(times);
  int count = 0;
  for (const auto& [from, to] : ways) count += ways.contains(Way{to, from}) ? 0 : 1;
  return count;
}

}  // namespace

grpc::Status DirectoryService::ImportTravelTimes(
    grpc::ServerContext* context, grpc::ServerReader<v1::ImportTravelTimesRequest>* reader,
    v1::ImportTravelTimesResponse* response) {
  return rpc::Unary(
      gate_, *context, MethodOf("ImportTravelTimes"), v1::ImportTravelTimesRequest(), response,
      [&](const rpc::Call& call) -> absl::StatusOr<v1::ImportTravelTimesResponse> {
        TravelTimeRows rows;
        RETURN_IF_ERROR(ReadRows(*reader, kMaxRows, [&](const auto& row) { Take(row, rows); }));
        FindDuplicates(rows);
        ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(pool_, call.deadline));
        RETURN_IF_ERROR(FindUnknown(tx, rows));
        RETURN_IF_ERROR(ImportInvalid(rows.found));
        ASSIGN_OR_RETURN(const std::int64_t replaced, ReplaceTravelTimes(tx, rows.times));
        RETURN_IF_ERROR(AnnounceTravelTimes(tx));
        RETURN_IF_ERROR(tx.Commit());
        v1::ImportTravelTimesResponse done;
        done.set_pair_count(static_cast<int>(rows.times.size()));
        done.set_one_way_count(CountOneWay(rows.times));
        done.set_replaced_count(static_cast<int>(replaced));
        return done;
      });
}

}  // namespace entraide::directory
