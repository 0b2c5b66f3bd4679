// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <future>
#include <iostream>
#include <set>
#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "absl/time/clock.h"
#include "matcher/live/live.h"

// Whoever asks while ten thousand changes a second are applied sees each of them whole, and those
// that belong together all at once or not at all. Built with ThreadSanitizer too.
namespace entraide::matcher::live {
namespace {

constexpr int kPairs = 17;
constexpr int kChangesOfATurn = 6 * kPairs;
constexpr int kTurnsPerSecond = 100;
constexpr absl::Duration kLong = absl::Seconds(3);
constexpr int kLeastChanges = 4'000;  // However slow the machine is.
constexpr int kReaders = 2;
constexpr int kLeastAnswers = 50;               // Of each reader.
constexpr std::chrono::milliseconds kPause{1};  // Of each reader before an answer.

absl::Time OnDay(int hour) {
  return absl::FromCivil(absl::CivilHour(2027, 2, 1, hour), absl::UTCTimeZone());
}

Offer AnOffer(const std::string& name, int pair, const std::string& kind) {
  return {.id = {absl::StrCat(name, "-", pair)}, .kind = kind, .zone = {.everywhere = true}};
}

Offer Hidden(Offer offer) {
  offer.listing = Listing::kHidden;
  return offer;
}

Offer WithOnePlace(Offer offer) {
  offer.capacity = {{.unit = "place", .maximum = 1}};
  return offer;
}

// Who has the one task of the pair: one of two who have one place each.
Agreement Taken(const std::string& by, int pair) {
  const std::string task = absl::StrCat("task-", pair);
  return {.task = task,
          .commitments = {{.task = task,
                           .offer = {absl::StrCat(by, "-", pair)},
                           .unit = "place",
                           .span = {.start = OnDay(0), .end = OnDay(24)}}}};
}

// How all pairs are: `a` is listed or `b`; `c` exists or `d`; `e` or `f` has its place; `g` brings
// meals or visits.
enum class Side { kOne, kOther };

Changes To(Side side) {
  const bool one = side == Side::kOne;
  Changes changes;
  for (int pair = 0; pair < kPairs; ++pair) {
    changes.offers.push_back(Hidden(AnOffer(one ? "b" : "a", pair, "meal")));
    changes.offers.push_back(AnOffer(one ? "a" : "b", pair, "meal"));
    changes.removed_offers.push_back({absl::StrCat(one ? "d-" : "c-", pair)});
    changes.offers.push_back(AnOffer(one ? "c" : "d", pair, "meal"));
    changes.agreements.push_back(Taken(one ? "e" : "f", pair));
    changes.offers.push_back(AnOffer("g", pair, one ? "meal" : "visit"));
  }
  return changes;
}

World AtFirst() {
  Territory territory{.communes = Communes({Commune{.insee_code = "62361"}}),
                      .time_zone = absl::UTCTimeZone()};
  for (int pair = 0; pair < kPairs; ++pair) {
    territory.offers.push_back(WithOnePlace(AnOffer("e", pair, "meal")));
    territory.offers.push_back(WithOnePlace(AnOffer("f", pair, "meal")));
  }
  return World(std::move(territory)).With(To(Side::kOne));
}

std::set<std::string> FoundOn(Side side) {
  const bool one = side == Side::kOne;
  std::set<std::string> found;
  for (int pair = 0; pair < kPairs; ++pair) {
    for (const char* const name : {one ? "a" : "b", one ? "c" : "d", one ? "f" : "e"}) {
      found.insert(absl::StrCat("meal by ", name, "-", pair));
    }
    found.insert(absl::StrCat(one ? "meal" : "visit", " by g-", pair));
  }
  return found;
}

std::set<std::string> FoundIn(const Version& version, index::Scratch& scratch) {
  std::set<std::string> found;
  for (const char* const kind : {"meal", "visit"}) {
    for (const Candidate& one : version.Match({.kind = kind}, OnDay(9), scratch).candidates) {
      found.insert(absl::StrCat(kind, " by ", one.offer.value));
    }
  }
  return found;
}

// What a reader has seen.
struct Seen {
  int answers = 0;
  std::set<uint64_t> versions{};
  std::set<std::string> half{};  // Found in a version that is on neither side.
};

void ReadOnce(const Live& live, index::Scratch& scratch, Seen& seen) {
  static const std::set<std::string> kOne = FoundOn(Side::kOne);
  static const std::set<std::string> kOther = FoundOn(Side::kOther);
  const std::shared_ptr<const Version> version = live.Current();
  std::set<std::string> found = FoundIn(*version, scratch);
  ++seen.answers;
  seen.versions.insert(version->change);
  if (found != kOne && found != kOther) seen.half = std::move(found);
}

struct Written {
  int changes = 0;
  double seconds = 0;
};

// Turns all pairs to and fro at their pace, or as fast as it can if that is slower.
Written Write(Live& live, const std::shared_future<void>& stop) {
  const Changes to_other = To(Side::kOther);
  const Changes to_one = To(Side::kOne);
  const absl::Time start = absl::Now();
  Written written;
  for (int turn = 0; absl::Now() < start + kLong || written.changes < kLeastChanges; ++turn) {
    stop.wait_until(absl::ToChronoTime(start + turn * absl::Seconds(1) / kTurnsPerSecond));
    live.Apply(turn % 2 == 0 ? to_other : to_one);
    written.changes += kChangesOfATurn;
  }
  written.seconds = absl::ToDoubleSeconds(absl::Now() - start);
  return written;
}

TEST(Live, NeverShowsHalfAChangeAtTenThousandASecond) {
  const World first = AtFirst();
  Live live(first, index::Ground::Of(first), 16);
  std::promise<void> done;
  const std::shared_future<void> stop = done.get_future().share();
  std::atomic<int> ready = 0;
  std::vector<Seen> seen(kReaders);
  std::vector<std::thread> readers;
  for (Seen& its : seen) {
    readers.emplace_back([&, &its = its] {
      index::Scratch scratch;
      while (its.half.empty() && (stop.wait_for(kPause) == std::future_status::timeout ||
                                  its.answers < kLeastAnswers)) {
        ReadOnce(live, scratch, its);
        if (its.answers == 1) ++ready;
      }
    });
  }
  while (ready < kReaders) std::this_thread::yield();
  const Written written = Write(live, stop);
  done.set_value();
  for (std::thread& reader : readers) reader.join();
  std::cout << absl::StrFormat("%.0f changes/s applied", written.changes / written.seconds);
  for (const Seen& its : seen) {
    std::cout << absl::StrFormat("; %d answers of %d versions", its.answers, its.versions.size());
    EXPECT_THAT(its.half, testing::IsEmpty());
  }
  std::cout << "\n";
  EXPECT_GE(written.changes, kLeastChanges);
}

}  // namespace
}  // namespace entraide::matcher::live
