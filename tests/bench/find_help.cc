// SPDX-License-Identifier: EUPL-1.2
// FindHelp over gRPC beside an empty echo RPC on the same server and socket, interleaved: p50 and
// p99 of each, and their ratio. `tests/bench/run P3` runs it; --scale 1 makes 2,000 calls a round.

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <iostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "clients/cpp/call.h"
#include "entraide/matcher/v1/matcher_service.grpc.pb.h"
#include "matcher/matcher_service.h"
#include "services/platform/server/grpc_server.h"
#include "tests/bench/measure.h"
#include "tests/bench/territory.h"
#include "tests/services/gateway/echo_service.grpc.pb.h"

namespace entraide::bench {
namespace {

using echo::v1::EchoService;
using matcher::v1::MatcherService;
using Latencies = std::vector<double>;  // In microseconds.
using OneCall = std::function<bool()>;  // False: it failed.

constexpr int kRounds = 5;
constexpr int kInFlight[] = {1, 8};
constexpr int kCallsAtScaleOne = 2000;

class EchoServer final : public EchoService::Service {
 public:
  grpc::Status Echo(grpc::ServerContext*, const echo::v1::EchoRequest*,
                    echo::v1::EchoResponse*) override {
    return grpc::Status::OK;
  }
};

clients::CallOptions WithinSeconds() { return {.deadline = absl::Now() + absl::Seconds(5)}; }

// `calls` calls from `in_flight` threads; empty if one failed.
Latencies Measure(const OneCall& call, int calls, int in_flight) {
  std::vector<Latencies> measured(static_cast<std::size_t>(in_flight));
  std::vector<std::thread> threads;
  for (Latencies& own : measured) {
    threads.emplace_back([&own, &call, count = calls / in_flight] {
      for (int i = 0; i < count; ++i) {
        const absl::Time start = absl::Now();
        if (!call()) return own.clear();
        own.push_back(absl::ToDoubleMicroseconds(absl::Now() - start));
      }
    });
  }
  Latencies all;
  for (std::size_t i = 0; i < threads.size(); ++i) {
    threads[i].join();
    if (measured[i].empty()) return {};
    all.insert(all.end(), measured[i].begin(), measured[i].end());
  }
  return all;
}

// Both sides interleaved over the rounds. False if a call failed.
bool Compare(const OneCall& find_help, const OneCall& echo, double scale, int in_flight,
             Report& report) {
  const int calls = std::max(16, static_cast<int>(kCallsAtScaleOne * scale));
  Latencies found;
  Latencies echoed;
  for (int round = 0; round < kRounds; ++round) {
    const Latencies a = Measure(echo, calls, in_flight);
    const Latencies b = Measure(find_help, calls, in_flight);
    if (a.empty() || b.empty()) return false;
    echoed.insert(echoed.end(), a.begin(), a.end());
    found.insert(found.end(), b.begin(), b.end());
  }
  for (const int percent : {50, 99}) {
    const double mine = Percentile(found, percent);
    const double theirs = Percentile(echoed, percent);
    report.Add({.name = "P3",
                .what = absl::StrCat("FindHelp beside echo, ", in_flight, " in flight, p", percent),
                .scale = scale,
                .ours = mine,
                .peer = theirs,
                .side_unit = "us",
                .reached = mine / theirs,
                .unit = "x",
                .goal = percent == 99 ? std::optional(AtMost(1.3)) : std::nullopt});
  }
  return true;
}

matcher::v1::FindHelpRequest ANeed() {
  matcher::v1::FindHelpRequest request;
  request.mutable_need()->set_kind("repair");
  request.mutable_need()->set_residence_commune("62361");
  return request;
}

int Run(const Options& options, const std::string& territory) {
  auto steps = ReadTerritory(territory);
  if (!steps.ok()) return std::cerr << steps.status() << "\n", 1;
  const auth::TrackingCodes codes{auth::SecretKey{}};
  const auth::Authenticator authenticator(
      [](absl::string_view, absl::Time) { return absl::UnauthenticatedError("no sessions here"); },
      codes);
  const auto access = auth::AccessTable::Of({"entraide.matcher.v1.MatcherService"});
  if (!access.ok()) return std::cerr << access.status() << "\n", 1;
  telemetry::Metrics metrics;
  const rpc::Gate gate(authenticator, *access, metrics, absl::Now);

  RecordedDirectory directory(*std::move(steps));
  const auto recorded = server::GrpcServer::Start({}, {&directory});
  if (!recorded.ok()) return std::cerr << recorded.status() << "\n", 1;
  const matcher::Feed feed((*recorded)->InProcessChannel(), "matcher",
                           matcher::TravelByGreatCircle({}));
  matcher::MatcherService matching(gate, feed);
  EchoServer echoing;
  const std::string socket = absl::StrCat("/tmp/entraide-bench.", getpid(), "/rpc.sock");
  const auto server = server::GrpcServer::Start({.socket_path = socket}, {&matching, &echoing});
  if (!server.ok()) return std::cerr << server.status() << "\n", 1;

  const auto channel = grpc::CreateChannel("unix:" + socket, grpc::InsecureChannelCredentials());
  const auto matcher_stub = MatcherService::NewStub(channel);
  const auto echo_stub = EchoService::NewStub(channel);
  const matcher::v1::FindHelpRequest need = ANeed();
  const OneCall find_help = [&] {
    const auto answer =
        clients::Call(*matcher_stub, &MatcherService::Stub::FindHelp, need, WithinSeconds());
    return answer.ok() && answer->match().candidates_size() > 0;
  };
  const OneCall echo = [&] {
    return clients::Call(*echo_stub, &EchoService::Stub::Echo, echo::v1::EchoRequest(),
                         WithinSeconds())
        .ok();
  };
  const absl::Time end = absl::Now() + absl::Seconds(20);
  while (!find_help()) {
    if (absl::Now() > end) return std::cerr << "the territory did not load\n", 1;
  }
  Report report(options);
  for (const double scale : options.scales) {
    for (const int in_flight : kInFlight) {
      if (!Compare(find_help, echo, scale, in_flight, report)) {
        return std::cerr << "a call failed\n", 1;
      }
    }
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
  return entraide::bench::Run(*options, "deploy/data/ternois");
}
