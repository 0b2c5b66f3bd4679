// SPDX-License-Identifier: EUPL-1.2
// P5: `Match` in a synthetic France while 10,000 changes a second are applied, beside the same when
// nothing changes, in turns; and how long it takes until a change is seen. One thread asks, one
// writes, one indexes. `tests/bench/run P5` runs it.
#include "matcher/live/live.h"

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <thread>

#include "absl/strings/str_format.h"
#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "tests/bench/live_traffic.h"
#include "tests/bench/measure.h"

namespace entraide::bench {
namespace {

using matcher::live::Live;
using matcher::live::Version;

constexpr int kRounds = 5;
constexpr int kChangesPerSecond = 10'000;
constexpr int kAsks = 4000;

// Applies changes at their pace, each alone, until it dies.
class Writer {
 public:
  Writer(Live& live, LiveTraffic& traffic) : live_(live), traffic_(traffic) {}
  ~Writer() { Stop(); }

  void Start() {
    stop_ = std::make_unique<absl::Notification>();
    thread_ = std::thread([this] { Run(); });
  }
  void Stop() {
    if (!thread_.joinable()) return;
    stop_->Notify();
    thread_.join();
  }

  // Microseconds from the handing over of each change until `Current` has it.
  const std::vector<double>& until_seen() const { return until_seen_; }
  double changes_per_second() const { return static_cast<double>(until_seen_.size()) / seconds_; }

 private:
  void Run() {
    const absl::Time start = absl::Now();
    for (int i = 0; !stop_->HasBeenNotified(); ++i) {
      matcher::Changes changes = traffic_.Next();
      const absl::Time due = start + i * (absl::Seconds(1) / kChangesPerSecond);
      // A millisecond at least, and then a few at once.
      if (absl::Now() < due) stop_->WaitForNotificationWithTimeout(absl::Milliseconds(1));
      const uint64_t before = live_.Current()->change;
      until_seen_.push_back(1e6 * SecondsOf([&] {
                              live_.Apply(std::move(changes));
                              while (live_.Current()->change == before) std::this_thread::yield();
                            }));
    }
    seconds_ += absl::ToDoubleSeconds(absl::Now() - start);
  }

  Live& live_;
  LiveTraffic& traffic_;
  std::unique_ptr<absl::Notification> stop_{};
  std::vector<double> until_seen_{};
  double seconds_ = 0;
  std::thread thread_;
};

// Microseconds of each of the needs that are answered in this time, again and again all of them.
void AskFor(absl::Duration time, const std::vector<Ask>& asks, size_t& next,
            const std::function<std::shared_ptr<const Version>()>& version,
            std::vector<double>& each) {
  matcher::index::Scratch scratch;
  const absl::Time end = absl::Now() + time;
  for (; absl::Now() < end; ++next) {
    const matcher::Need& need = asks[next % asks.size()].need;
    each.push_back(1e6 * SecondsOf([&] { Keep(version()->Match(need, Now(), scratch)); }));
  }
}

bool AreSame(const std::vector<matcher::Candidate>& a, const std::vector<matcher::Candidate>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return x.offer == y.offer && x.score == y.score;
  });
}

// Whether the last version answers like an index of all that was told.
bool AnswersAsFromScratch(const Version& version, const LiveTraffic& traffic,
                          const std::vector<Ask>& asks) {
  const matcher::World world = traffic.Now();
  const matcher::index::Index index(world, version.ground);
  matcher::index::Scratch scratch;
  for (size_t i = 0; i < std::min<size_t>(asks.size(), 200); ++i) {
    const auto ours = version.Match(asks[i].need, Now(), scratch);
    const auto truth = index.Match(asks[i].need, Now(), scratch);
    if (!AreSame(ours.candidates, truth.candidates) ||
        !AreSame(ours.conditional, truth.conditional) ||
        ours.refusals.size() != truth.refusals.size()) {
      return false;
    }
  }
  return true;
}

int IndexingsSince(const Version& first, const Version& last) {
  int kinds = 0;
  for (const auto& [name, kind] : last.kinds) {
    kinds += first.kinds.at(name).indexed != kind.indexed ? 1 : 0;
  }
  return kinds;
}

bool MeasureAt(double scale, Report& report) {
  const SyntheticFrance france(FranceAt(scale));
  LiveTraffic traffic(france, 5);
  Live live(traffic.Now(), france.ground());
  const std::shared_ptr<const Version> first = live.Current();
  const std::vector<Ask> asks = france.Asks(kAsks, 6);
  const absl::Duration turn = std::min(absl::Seconds(3), absl::Seconds(20) * scale);
  std::vector<double> idle;
  std::vector<double> busy;
  size_t next_idle = 0;
  size_t next_busy = 0;
  Writer writer(live, traffic);
  for (int round = 0; round < kRounds; ++round) {
    AskFor(
        turn, asks, next_idle, [&] { return first; }, idle);
    writer.Start();
    AskFor(
        turn, asks, next_busy, [&] { return live.Current(); }, busy);
    writer.Stop();
  }
  if (!AnswersAsFromScratch(*live.Current(), traffic, asks)) {
    return std::cerr << "the answers are not those of an index made from scratch\n", false;
  }
  for (const double percent : {50.0, 99.0}) {
    const double ours = Percentile(busy, percent);
    const double theirs = Percentile(idle, percent);
    report.Add({.name = "P5",
                .what = absl::StrFormat("Match at %.0f changes/s beside idle, p%.0f",
                                        writer.changes_per_second(), percent),
                .scale = scale,
                .ours = ours,
                .peer = theirs,
                .side_unit = "us",
                .reached = ours / theirs,
                .unit = "x",
                .goal = percent == 99 ? std::optional(AtMost(1.5)) : std::nullopt});
  }
  for (const double percent : {50.0, 99.0, 99.9}) {
    report.Add({.name = "P5",
                .what = absl::StrFormat("from commit to seen, p%g; %d kinds indexed anew", percent,
                                        IndexingsSince(*first, *live.Current())),
                .scale = scale,
                .reached = Percentile(writer.until_seen(), percent),
                .unit = "us",
                .goal = AtMost(1000)});
  }
  return true;
}

int Run(const Options& options) {
  Report report(options);
  for (const double scale : options.scales) {
    if (!MeasureAt(scale, report)) return 1;
  }
  const absl::Status finished = report.Finish();
  if (!finished.ok()) return std::cerr << finished.message() << "\n", 1;
  return 0;
}

}  // namespace
}  // namespace entraide::bench

int main(int argc, char** argv) {
  const absl::StatusOr<entraide::bench::Options> options =
      entraide::bench::ParseOptions(argc, argv);
  if (!options.ok()) return std::cerr << options.status().message() << "\n", 2;
  return entraide::bench::Run(*options);
}
