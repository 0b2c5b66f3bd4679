// SPDX-License-Identifier: EUPL-1.2
// The matcher over gRPC beside an empty echo RPC on the same server and socket, interleaved:
// FindHelp and Match a call at a time and many in flight (P3), and MatchBatch of 100 needs beside
// 100 calls of Match (P4). --scale 1 makes 2,000 calls a round.

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "clients/cpp/call.h"
#include "entraide/matcher/v1/matcher_service.grpc.pb.h"
#include "matcher/engine/kinds.h"
#include "matcher/matcher_service.h"
#include "services/platform/server/grpc_server.h"
#include "tests/bench/load.h"
#include "tests/bench/measure.h"
#include "tests/bench/territory.h"
#include "tests/services/gateway/echo_service.grpc.pb.h"

namespace entraide::bench {
namespace {

using echo::v1::EchoService;
using matcher::v1::MatcherService;

constexpr int kRounds = 5;
constexpr int kCallsAtScaleOne = 2000;
constexpr int kNeedsInABatch = 100;

// On the thread that received it, as Match is.
class EchoServer final : public EchoService::WithCallbackMethod_Echo<EchoService::Service> {
 public:
  grpc::ServerUnaryReactor* Echo(grpc::CallbackServerContext* context, const echo::v1::EchoRequest*,
                                 echo::v1::EchoResponse*) override {
    grpc::ServerUnaryReactor* const reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
};

void AsAService(grpc::ClientContext& context) {
  clients::Prepare({.service = "rides", .deadline = absl::Now() + absl::Seconds(20)}, context);
}

matcher::v1::Need ANeed(const std::string& kind, const std::string& commune) {
  matcher::v1::Need need;
  need.set_kind(kind);
  need.set_residence_commune(commune);
  return need;
}

// Needs of every kind, all over the territory.
matcher::v1::MatchBatchRequest ABatch(
    const std::vector<directory::v1::WatchOffersResponse>& territory) {
  std::vector<std::string> communes;
  for (const directory::v1::WatchOffersResponse& step : territory) {
    if (step.has_commune()) communes.push_back(step.commune().insee_code());
  }
  const std::vector<std::string>& kinds = matcher::RequestableKinds();
  matcher::v1::MatchBatchRequest batch;
  for (std::size_t i = 0; i < kNeedsInABatch; ++i) {
    *batch.add_needs() = ANeed(kinds[i % kinds.size()], communes[i % communes.size()]);
  }
  return batch;
}

StartCall Match(MatcherService::Stub& stub, const matcher::v1::Need& need) {
  matcher::v1::MatchRequest request;
  *request.mutable_need() = need;
  return CallsOf(*stub.async(), &MatcherService::Stub::async::Match, std::move(request),
                 AsAService);
}

StartCall FindHelp(MatcherService::Stub& stub, const matcher::v1::Need& need) {
  matcher::v1::FindHelpRequest request;
  *request.mutable_need() = need;
  return CallsOf(*stub.async(), &MatcherService::Stub::async::FindHelp, std::move(request),
                 AsAService);
}

StartCall MatchBatch(MatcherService::Stub& stub, const matcher::v1::MatchBatchRequest& batch) {
  return CallsOf(*stub.async(), &MatcherService::Stub::async::MatchBatch, batch, AsAService);
}

StartCall Echo(EchoService::Stub& stub) {
  return CallsOf(*stub.async(), &EchoService::Stub::async::Echo, echo::v1::EchoRequest(),
                 AsAService);
}

// The needs of `batch`, one a call, again and again.
StartCall OneByOne(MatcherService::Stub& stub, const matcher::v1::MatchBatchRequest& batch) {
  std::vector<StartCall> calls;
  for (const matcher::v1::Need& need : batch.needs()) calls.push_back(Match(stub, need));
  const auto next = std::make_shared<std::atomic<std::size_t>>(0);
  return [calls, next](std::function<void(bool)> done) {
    calls[(*next)++ % calls.size()](std::move(done));
  };
}

// The loads of `sides`, interleaved over the rounds; none if a call failed.
std::optional<std::vector<Load>> Interleave(const std::vector<std::pair<StartCall, int>>& sides,
                                            int in_flight) {
  std::vector<Load> all(sides.size());
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < sides.size(); ++i) {
      std::optional<Load> load = Drive(sides[i].first, sides[i].second, in_flight);
      if (!load.has_value()) return std::nullopt;
      all[i].seconds += load->seconds;
      all[i].latencies.insert(all[i].latencies.end(), load->latencies.begin(),
                              load->latencies.end());
    }
  }
  return all;
}

// False if a call failed.
bool CompareWithEcho(const std::string& name, const StartCall& call, const StartCall& echo,
                     int in_flight, double scale, Report& report) {
  const int calls = std::max(64, static_cast<int>(kCallsAtScaleOne * scale));
  const auto loads = Interleave({{echo, calls}, {call, calls}}, in_flight);
  if (!loads.has_value()) return false;
  const Load& echoed = loads->front();
  const Load& ours = loads->back();
  const bool goal = name == "Match";
  report.Add({.name = "P3",
              .what = absl::StrCat(name, " beside echo, ", in_flight, " in flight, rate"),
              .scale = scale,
              .ours = ours.calls_per_second(),
              .peer = echoed.calls_per_second(),
              .side_unit = "calls/s",
              .reached = ours.calls_per_second() / echoed.calls_per_second(),
              .unit = "x",
              .goal = goal ? std::optional(AtLeast(0.85)) : std::nullopt});
  for (const int percent : {50, 99}) {
    const double mine = Percentile(ours.latencies, percent);
    const double theirs = Percentile(echoed.latencies, percent);
    report.Add({.name = "P3",
                .what = absl::StrCat(name, " beside echo, ", in_flight, " in flight, p", percent),
                .scale = scale,
                .ours = mine,
                .peer = theirs,
                .side_unit = "us",
                .reached = mine / theirs,
                .unit = "x",
                .goal = goal && percent == 99 ? std::optional(AtMost(1.3)) : std::nullopt});
  }
  return true;
}

// The same 100 needs in one message and one a call. False if a call failed.
bool CompareBatch(const StartCall& batch, const StartCall& one_by_one, double scale,
                  Report& report) {
  const int batches = std::max(2, static_cast<int>(kCallsAtScaleOne / kNeedsInABatch * scale));
  const auto loads = Interleave({{one_by_one, batches * kNeedsInABatch}, {batch, batches}}, 1);
  if (!loads.has_value()) return false;
  const double needs = static_cast<double>(kRounds) * batches * kNeedsInABatch;
  const double alone = loads->front().seconds * 1e6 / needs;
  const double together = loads->back().seconds * 1e6 / needs;
  report.Add({.name = "P4",
              .what = "a need in a batch of 100 beside one a call",
              .scale = scale,
              .ours = together,
              .peer = alone,
              .side_unit = "us",
              .reached = alone / together,
              .unit = "x",
              .goal = AtLeast(10)});
  return true;
}

int Run(const Options& options, const std::string& territory) {
  const auto steps = ReadTerritory(territory);
  if (!steps.ok()) return std::cerr << steps.status() << "\n", 1;
  const auth::TrackingCodes codes{auth::SecretKey{}};
  const auth::Authenticator authenticator(
      [](absl::string_view, absl::Time) { return absl::UnauthenticatedError("no sessions here"); },
      codes);
  const auto access = auth::AccessTable::Of({"entraide.matcher.v1.MatcherService"});
  if (!access.ok()) return std::cerr << access.status() << "\n", 1;
  telemetry::Metrics metrics;
  const rpc::Gate gate(authenticator, *access, metrics, absl::Now);

  RecordedDirectory directory(*steps);
  const auto recorded = server::GrpcServer::Start({}, {&directory});
  if (!recorded.ok()) return std::cerr << recorded.status() << "\n", 1;
  const matcher::Feed feed({.directory = (*recorded)->InProcessChannel()}, "matcher",
                           matcher::TravelByGreatCircle({}));
  matcher::MatcherService matching(gate, feed);
  EchoServer echoing;
  const std::string socket = absl::StrCat("/tmp/entraide-bench.", getpid(), "/rpc.sock");
  const auto server = server::GrpcServer::Start({.socket_path = socket}, {&matching, &echoing});
  if (!server.ok()) return std::cerr << server.status() << "\n", 1;

  const auto channel = grpc::CreateChannel("unix:" + socket, grpc::InsecureChannelCredentials());
  const auto matcher = MatcherService::NewStub(channel);
  const auto echo_stub = EchoService::NewStub(channel);
  const matcher::v1::Need need = ANeed("repair", "62361");
  const matcher::v1::MatchBatchRequest batch = ABatch(*steps);
  const StartCall echo = Echo(*echo_stub);
  const StartCall match = Match(*matcher, need);
  const StartCall find_help = FindHelp(*matcher, need);
  const absl::Time end = absl::Now() + absl::Seconds(20);
  while (!Drive(match, 1, 1).has_value()) {
    if (absl::Now() > end) return std::cerr << "the territory did not load\n", 1;
  }
  Report report(options);
  for (const double scale : options.scales) {
    bool went_well = true;
    if (Wants(options, "P3")) {
      for (const int in_flight : {1, 16, 64}) {
        went_well = went_well && CompareWithEcho("Match", match, echo, in_flight, scale, report);
      }
      // Each holds one of the server's 24 threads, and 25 at once would be turned away.
      for (const int in_flight : {1, 8}) {
        went_well =
            went_well && CompareWithEcho("FindHelp", find_help, echo, in_flight, scale, report);
      }
    }
    if (Wants(options, "P4")) {
      went_well = went_well && CompareBatch(MatchBatch(*matcher, batch), OneByOne(*matcher, batch),
                                            scale, report);
    }
    if (!went_well) return std::cerr << "a call failed\n", 1;
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
