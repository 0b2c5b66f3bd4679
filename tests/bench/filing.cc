// SPDX-License-Identifier: EUPL-1.2
// Requests filed over gRPC, each on disk before it is answered, beside the same statements with a
// commit of their own for each request, straight in the database: P6. The cluster must be durable:
// `DURABLE=on tests/support/with-postgres bench_filing`. --scale 1 files 2,000 a round.
#include <algorithm>
#include <atomic>
#include <iostream>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "clients/cpp/call.h"
#include "entraide/rides/v1/rides_service.grpc.pb.h"
#include "services/request/filing_desk.h"
#include "services/rides/ride_trade.h"
#include "tests/bench/load.h"
#include "tests/bench/measure.h"
#include "tests/services/rides/a_filing.h"
#include "tests/services/rides/rides_house.h"

namespace entraide::bench {
namespace {

constexpr int kRounds = 5;
constexpr int kFilingsAtScaleOne = 2000;
constexpr int kSessions = 8;   // Of the pool of a service.
constexpr int kInFlight = 20;  // Under the server's 24 threads.

void AsAnybody(grpc::ClientContext& context) {
  clients::Prepare({.deadline = absl::Now() + absl::Seconds(20)}, context);
}

// A filing with a request_id of its own each time.
StartCall OverGrpc(rides::v1::RidesService::Stub& stub) {
  rides::v1::CreateRideRequest request;
  *request.mutable_request() = request::AnInput("volunteer-ride");
  *request.mutable_details() = rides::ARide();
  return [&stub, request](std::function<void(bool)> done) mutable {
    request.set_request_id(NewUuid());
    CallsOf(*stub.async(), &rides::v1::RidesService::Stub::async::CreateRide, request,
            AsAnybody)(std::move(done));
  };
}

// `count` filings from `sessions` at once, each of which commits its own one by one.
std::optional<Load> EachItsCommit(pg::Pool& pool, int count, int sessions) {
  static std::atomic<int> number = 0;
  std::atomic<bool> went_well = true;
  std::vector<Load> loads(static_cast<std::size_t>(sessions));
  std::vector<std::thread> threads;
  const absl::Time begun = absl::Now();
  for (Load& load : loads) {
    threads.emplace_back([&pool, &went_well, &load, share = count / sessions] {
      request::FilingDesk<rides::RideTrade> desk(pool);
      for (int i = 0; i < share; ++i) {
        const int mine = ++number;
        rides::Filed filed = rides::AFiling(mine, mine);
        const absl::Time start = absl::Now();
        desk.Store(filed);
        load.latencies.push_back(absl::ToDoubleMicroseconds(absl::Now() - start));
        if (!filed.outcome.ok()) went_well = false;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  Load all{.seconds = absl::ToDoubleSeconds(absl::Now() - begun)};
  for (const Load& load : loads) {
    all.latencies.insert(all.latencies.end(), load.latencies.begin(), load.latencies.end());
  }
  return went_well ? std::optional(std::move(all)) : std::nullopt;
}

void Add(Load& to, const Load& more) {
  to.seconds += more.seconds;
  to.latencies.insert(to.latencies.end(), more.latencies.begin(), more.latencies.end());
}

void ReportRate(const Load& ours, const Load& peer, absl::string_view beside, double scale,
                std::optional<Goal> goal, Report& report) {
  report.Add({.name = "P6",
              .what = absl::StrCat("filed over gRPC, ", kInFlight, " in flight, beside ", beside),
              .scale = scale,
              .ours = ours.calls_per_second(),
              .peer = peer.calls_per_second(),
              .side_unit = "filings/s",
              .reached = ours.calls_per_second() / peer.calls_per_second(),
              .unit = "x",
              .goal = goal});
}

// False if a filing failed.
bool Compare(rides::RidesHouse& house, const StartCall& over_grpc, double scale, Report& report) {
  const int count = std::max(kInFlight * 2, static_cast<int>(kFilingsAtScaleOne * scale));
  Load many;
  Load one_session;
  Load all_sessions;
  Load alone;
  for (int round = 0; round < kRounds; ++round) {
    const auto grouped = Drive(over_grpc, count, kInFlight);
    const auto single = EachItsCommit(*house.pool, std::max(20, count / 8), 1);
    const auto pooled = EachItsCommit(*house.pool, count, kSessions);
    const auto lone = Drive(over_grpc, std::max(20, count / 8), 1);
    if (!grouped || !single || !pooled || !lone) return false;
    Add(many, *grouped);
    Add(one_session, *single);
    Add(all_sessions, *pooled);
    Add(alone, *lone);
  }
  ReportRate(many, one_session, "one commit a request, one after another", scale, AtLeast(10),
             report);
  ReportRate(many, all_sessions, "one commit a request, 8 sessions at once", scale, std::nullopt,
             report);
  const double ours = Percentile(alone.latencies, 99) / 1000;
  const double peer = Percentile(one_session.latencies, 99) / 1000;
  report.Add({.name = "P6",
              .what = "added to the p99 of a filing that comes alone",
              .scale = scale,
              .ours = ours,
              .peer = peer,
              .side_unit = "ms",
              .reached = ours - peer,
              .unit = "ms",
              .goal = AtMost(2)});
  return true;
}

int Run(const Options& options) {
  rides::RidesHouse house;
  const auto stub = rides::v1::RidesService::NewStub(house.channel());
  const StartCall over_grpc = OverGrpc(*stub);
  Report report(options);
  for (const double scale : options.scales) {
    if (!Compare(house, over_grpc, scale, report)) return std::cerr << "a filing failed\n", 1;
  }
  const absl::Status written = report.Finish();
  if (!written.ok()) return std::cerr << written << "\n", 1;
  return 0;
}

}  // namespace
}  // namespace entraide::bench

int main(int argc, char** argv) {
  const auto options = entraide::bench::ParseOptions(argc, argv);
  if (!options.ok()) return std::cerr << options.status().message() << "\n", 2;
  return entraide::bench::Run(*options);
}
