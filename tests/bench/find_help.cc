// SPDX-License-Identifier: EUPL-1.2
// FindHelp over gRPC beside an empty echo RPC on the same server and socket, interleaved: p50 and
// p99 of each, and their ratio. Usage: bench_find_help [calls a round]; tests/bench/run runs it.

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

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "clients/cpp/call.h"
#include "entraide/matcher/v1/matcher_service.grpc.pb.h"
#include "matcher/matcher_service.h"
#include "services/platform/server/grpc_server.h"
#include "tests/bench/territory.h"
#include "tests/services/gateway/echo_service.grpc.pb.h"

namespace entraide::bench {
namespace {

using echo::v1::EchoService;
using matcher::v1::MatcherService;
using Latencies = std::vector<absl::Duration>;
using OneCall = std::function<bool()>;  // False: it failed.

constexpr int kRounds = 5;
constexpr int kInFlight[] = {1, 8};

class EchoServer final : public EchoService::Service {
 public:
  grpc::Status Echo(grpc::ServerContext*, const echo::v1::EchoRequest*,
                    echo::v1::EchoResponse*) override {
    return grpc::Status::OK;
  }
};

clients::CallOptions Options() { return {.deadline = absl::Now() + absl::Seconds(5)}; }

// `calls` calls from `in_flight` threads; empty if one failed.
Latencies Measure(const OneCall& call, int calls, int in_flight) {
  std::vector<Latencies> measured(static_cast<std::size_t>(in_flight));
  std::vector<std::thread> threads;
  for (Latencies& own : measured) {
    threads.emplace_back([&own, &call, count = calls / in_flight] {
      for (int i = 0; i < count; ++i) {
        const absl::Time start = absl::Now();
        if (!call()) return own.clear();
        own.push_back(absl::Now() - start);
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

double Percentile(Latencies& latencies, int percent) {
  const auto at = latencies.begin() + static_cast<std::ptrdiff_t>(latencies.size()) * percent / 100;
  std::nth_element(latencies.begin(), at, latencies.end());
  return absl::ToDoubleMicroseconds(*at);
}

// One line of the table: both sides interleaved over the rounds. False if a call failed.
bool Compare(const OneCall& find_help, const OneCall& echo, int calls, int in_flight) {
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
    std::cout << absl::StrFormat(
        "in flight %2d  p%d  FindHelp %8.1f us  echo %8.1f us  ratio %.2f\n", in_flight, percent,
        mine, theirs, mine / theirs);
  }
  return true;
}

matcher::v1::FindHelpRequest ANeed() {
  matcher::v1::FindHelpRequest request;
  request.mutable_need()->set_kind("repair");
  request.mutable_need()->set_residence_commune("62361");
  return request;
}

int Run(int calls, const std::string& territory) {
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
        clients::Call(*matcher_stub, &MatcherService::Stub::FindHelp, need, Options());
    return answer.ok() && answer->match().candidates_size() > 0;
  };
  const OneCall echo = [&] {
    return clients::Call(*echo_stub, &EchoService::Stub::Echo, echo::v1::EchoRequest(), Options())
        .ok();
  };
  const absl::Time end = absl::Now() + absl::Seconds(20);
  while (!find_help()) {
    if (absl::Now() > end) return std::cerr << "the territory did not load\n", 1;
  }
  for (const int in_flight : kInFlight) {
    if (!Compare(find_help, echo, calls, in_flight)) return std::cerr << "a call failed\n", 1;
  }
  return 0;
}

}  // namespace
}  // namespace entraide::bench

int main(int argc, char** argv) {
  int calls = 2000;
  if (argc > 1 && (!absl::SimpleAtoi(argv[1], &calls) || calls < 16)) {
    std::cerr << "usage: bench_find_help [calls a round, at least 16]\n";
    return 2;
  }
  return entraide::bench::Run(calls, "deploy/data/ternois");
}
