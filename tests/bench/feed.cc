// SPDX-License-Identifier: EUPL-1.2
// P5, in the matcher's feed: what one change costs that a stream tells, beside the making of the
// whole world anew; and Match afterwards, beside the plain engine. In the example territory, and in
// one with its offers many times (100 at scale 1), each of which holds a request.
#include <algorithm>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/match.h"
#include "matcher/feed/keeper.h"
#include "matcher/feed/offer_convert.h"
#include "tests/bench/measure.h"
#include "tests/bench/territory.h"

namespace entraide::bench {
namespace {

using directory::v1::WatchedOffer;
using OfferStep = directory::v1::WatchOffersResponse;
using TradeStep = common::v1::WatchCommitmentsResponse;

constexpr int kCopiesAtScaleOne = 100;
constexpr int kRounds = 7;
constexpr int kChangesARound = 300;
constexpr int kNeeds = 300;

TradeStep HoldingOf(const std::string& offer) {
  TradeStep step;
  step.mutable_commitment()->set_request("rides/" + offer);
  step.mutable_commitment()->set_service_offer(offer);
  step.mutable_commitment()->mutable_accept_time()->set_seconds(1'801'558'800);
  return step;
}

// What the streams have told: the communes and, so many times, the offers of a territory.
struct Streams {
  Streams(const std::vector<OfferStep>& territory, int copies) {
    for (const OfferStep& step : territory) {
      if (step.has_commune()) communes.push_back(step);
    }
    for (int copy = 0; copy < copies; ++copy) {
      for (const OfferStep& step : territory) {
        if (!step.has_offer()) continue;
        WatchedOffer& offer = *offers.emplace_back(step).mutable_offer();
        offer.mutable_service_offer()->set_name(
            absl::StrCat(offer.service_offer().name(), "-", copy));
        held.push_back(HoldingOf(offer.service_offer().name()));
      }
    }
  }

  std::vector<OfferStep> communes{};
  std::vector<OfferStep> offers{};
  std::vector<TradeStep> held{};
};

matcher::Keeper KeeperOf(const Streams& streams) {
  matcher::Keeper keeper(matcher::TravelByGreatCircle({}), 1);
  std::vector<OfferStep> all = streams.communes;
  all.insert(all.end(), streams.offers.begin(), streams.offers.end());
  all.emplace_back().mutable_snapshot_end();
  std::vector<TradeStep> held = streams.held;
  held.emplace_back().mutable_snapshot_end();
  keeper.Take({.steps = std::move(all)});
  keeper.Take(0, {.steps = std::move(held)});
  return keeper;
}

// All that was told, converted and put into a world that shares nothing with the last one.
matcher::World MakeAnew(const Streams& streams, const matcher::World& last) {
  matcher::Territory territory{.communes = last.communes(), .time_zone = last.time_zone()};
  std::map<std::string, const WatchedOffer*> by_name;
  for (const OfferStep& step : streams.offers) {
    by_name[step.offer().service_offer().name()] = &step.offer();
    territory.offers.push_back(matcher::ToOffer(step.offer(), territory.communes));
  }
  for (const TradeStep& step : streams.held) {
    const WatchedOffer& offer = *by_name.at(step.commitment().service_offer());
    for (auto& one : matcher::ToCommitments(step.commitment(), offer, last)) {
      territory.commitments.push_back(std::move(one));
    }
  }
  return matcher::World(std::move(territory));
}

// Microseconds of its own time of each of so many changes, each told alone: an offer that is told
// again, or that takes a request on, or one that is done.
std::vector<double> TimeChanges(const Streams& streams, matcher::Keeper& keeper,
                                std::mt19937& random) {
  std::vector<double> each;
  for (int i = 0; i < kChangesARound; ++i) {
    const std::size_t which = random() % streams.offers.size();
    matcher::Told<OfferStep> offers{.kind = matcher::Told<OfferStep>::Kind::kChanges};
    matcher::Told<TradeStep> held{.kind = matcher::Told<TradeStep>::Kind::kChanges};
    if (i % 3 == 0) offers.steps = {streams.offers[which]};
    if (i % 3 == 1) held.steps = {streams.held[which]};
    if (i % 3 == 2) {
      held.steps.emplace_back().set_released_request(streams.held[which].commitment().request());
    }
    each.push_back(1e6 * CpuSecondsOf([&] {
                     if (i % 3 == 0) {
                       keeper.Take(std::move(offers));
                     } else {
                       keeper.Take(0, std::move(held));
                     }
                   }));
  }
  return each;
}

std::vector<matcher::Need> NeedsIn(const matcher::World& world, std::mt19937& random) {
  const std::vector<std::string>& kinds = matcher::RequestableKinds();
  const auto communes = world.communes().Indices();
  std::vector<matcher::Need> needs;
  for (int i = 0; i < kNeeds; ++i) {
    needs.push_back({.kind = kinds[random() % kinds.size()],
                     .residence = communes[random() % communes.size()]});
  }
  return needs;
}

// Microseconds of each need, by the version and by the plain engine, which take turns in being the
// first to look at its offers. False: they differ.
bool TimeMatches(const matcher::live::Version& version, const std::vector<matcher::Need>& needs,
                 std::vector<double>& ours, std::vector<double>& plain) {
  const absl::Time now = absl::Now();
  for (const matcher::Need& need : needs) {
    matcher::MatchResult found;
    matcher::MatchResult truth;
    const auto find = [&] {
      ours.push_back(1e6 * CpuSecondsOf([&] { found = version.Match(need, now); }));
    };
    const bool we_begin = ours.size() % 2 == 0;
    if (we_begin) find();
    plain.push_back(1e6 * CpuSecondsOf([&] { truth = matcher::Match(version.world, need, now); }));
    if (!we_begin) find();
    const auto same = [](const matcher::Candidate& a, const matcher::Candidate& b) {
      return a.offer == b.offer && a.score == b.score;
    };
    if (!std::equal(found.candidates.begin(), found.candidates.end(), truth.candidates.begin(),
                    truth.candidates.end(), same)) {
      return false;
    }
  }
  return true;
}

void AddBeside(Report& report, const std::string& what, double scale, double ours, double peer) {
  report.Add({.name = "P5",
              .what = what,
              .scale = scale,
              .ours = ours,
              .peer = peer,
              .side_unit = "us",
              .reached = peer / ours,
              .unit = "x"});
}

// False if the answers are not the engine's.
bool MeasureIn(const std::vector<OfferStep>& territory, int copies, double scale, Report& report) {
  const Streams streams(territory, copies);
  std::mt19937 random(7);
  matcher::Keeper keeper = KeeperOf(streams);
  const auto first = keeper.live()->Current();
  const std::vector<matcher::Need> needs = NeedsIn(first->world, random);
  std::vector<double> changes;
  std::vector<double> anew;
  std::vector<double> ours;
  std::vector<double> plain;
  std::vector<double> ours_later;
  std::vector<double> plain_later;
  for (int round = 0; round < kRounds; ++round) {
    anew.push_back(1e6 * CpuSecondsOf([&] { Keep(MakeAnew(streams, first->world)); }));
    const std::vector<double> told = TimeChanges(streams, keeper, random);
    changes.insert(changes.end(), told.begin(), told.end());
    if (!TimeMatches(*first, needs, ours, plain)) return false;
    if (!TimeMatches(*keeper.live()->Current(), needs, ours_later, plain_later)) return false;
  }
  const std::string where = absl::StrFormat("%d offers", streams.offers.size());
  AddBeside(report, absl::StrCat("a change beside the world anew, ", where), scale,
            Percentile(changes, 50), Percentile(anew, 50));
  report.Add({.name = "P5",
              .what = absl::StrCat("a change, p99, ", where),
              .scale = scale,
              .reached = Percentile(changes, 99),
              .unit = "us",
              .goal = AtMost(1000)});
  for (const double percent : {50.0, 99.0}) {
    AddBeside(report, absl::StrFormat("Match beside the plain engine, p%.0f, %s", percent, where),
              scale, Percentile(ours, percent), Percentile(plain, percent));
    AddBeside(report,
              absl::StrFormat("the same after %d changes, p%.0f, %s", kRounds * kChangesARound,
                              percent, where),
              scale, Percentile(ours_later, percent), Percentile(plain_later, percent));
  }
  return true;
}

int Run(const Options& options, const std::string& folder) {
  const auto territory = ReadTerritory(folder);
  if (!territory.ok()) return std::cerr << territory.status() << "\n", 1;
  Report report(options);
  bool same = MeasureIn(*territory, 1, 0, report);
  for (const double scale : options.scales) {
    const int copies = std::max(1, static_cast<int>(kCopiesAtScaleOne * scale));
    same = same && MeasureIn(*territory, copies, scale, report);
  }
  if (!same) return std::cerr << "the answers are not the engine's\n", 1;
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
