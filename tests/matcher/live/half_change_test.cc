// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <atomic>
#include <set>
#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "absl/time/clock.h"
#include "matcher/live/live.h"

// Whoever asks while much changes sees each change whole. Each of these takes two steps, between
// which somebody would be found twice, or not at all. Built with ThreadSanitizer too.
namespace entraide::matcher::live {
namespace {

constexpr int kPairs = 8;
constexpr int kReaders = 3;
constexpr int kChangedOffers = 4'000;
constexpr int kLeastAnswers = 50;  // Of each reader.

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

// Of each pair: `a` is listed or `b`; `c` exists or `d`; `e` or `f` has its place; `g` brings meals
// or visits.
World AtFirst() {
  Territory territory{.communes = Communes({Commune{.insee_code = "62361"}}),
                      .time_zone = absl::UTCTimeZone()};
  for (int pair = 0; pair < kPairs; ++pair) {
    territory.offers.push_back(AnOffer("a", pair, "meal"));
    territory.offers.push_back(Hidden(AnOffer("b", pair, "meal")));
    territory.offers.push_back(AnOffer("c", pair, "meal"));
    territory.offers.push_back(WithOnePlace(AnOffer("e", pair, "meal")));
    territory.offers.push_back(WithOnePlace(AnOffer("f", pair, "meal")));
    territory.offers.push_back(AnOffer("g", pair, "meal"));
    territory.commitments.push_back(Taken("e", pair).commitments.front());
  }
  return World(std::move(territory));
}

// The other way round, or back.
Changes Turn(int what, int pair, bool back) {
  switch (what) {
    case 0:
      return {.offers = {Hidden(AnOffer(back ? "b" : "a", pair, "meal")),
                         AnOffer(back ? "a" : "b", pair, "meal")}};
    case 1:
      return {.removed_offers = {{absl::StrCat(back ? "d-" : "c-", pair)}},
              .offers = {AnOffer(back ? "c" : "d", pair, "meal")}};
    case 2:
      return {.agreements = {Taken(back ? "e" : "f", pair)}};
    default:
      return {.offers = {AnOffer("g", pair, back ? "meal" : "visit")}};
  }
}

std::multiset<std::string> FoundIn(const Version& version, index::Scratch& scratch) {
  std::multiset<std::string> found;
  for (const char* const kind : {"meal", "visit"}) {
    for (const Candidate& one : version.Match({.kind = kind}, OnDay(9), scratch).candidates) {
      found.insert(one.offer.value);
    }
  }
  return found;
}

// Empty if each change is there whole.
std::string HalfChange(const Version& version, index::Scratch& scratch) {
  const std::multiset<std::string> found = FoundIn(version, scratch);
  for (int pair = 0; pair < kPairs; ++pair) {
    const auto count = [&](const char* name) { return found.count(absl::StrCat(name, "-", pair)); };
    for (const size_t once :
         {count("a") + count("b"), count("c") + count("d"), count("e") + count("f"), count("g")}) {
      if (once != 1) return absl::StrCat("pair ", pair, " after ", version.change, " changes");
    }
  }
  return "";
}

TEST(Live, NeverShowsHalfAChangeWhileThousandsAreApplied) {
  const World first = AtFirst();
  Live live(first, index::Ground::Of(first), 16);
  std::atomic<bool> done = false;
  std::atomic<int> ready = 0;
  std::vector<std::string> seen(kReaders);
  std::vector<std::thread> readers;
  for (int reader = 0; reader < kReaders; ++reader) {
    readers.emplace_back([&, reader] {
      index::Scratch scratch;
      std::string& half = seen[static_cast<size_t>(reader)];
      for (int answers = 0; half.empty() && (!done || answers < kLeastAnswers); ++answers) {
        half = HalfChange(*live.Current(), scratch);
        if (answers == 0) ++ready;
      }
    });
  }
  while (ready < kReaders) std::this_thread::yield();
  const absl::Time start = absl::Now();
  std::vector<int> turns(4 * kPairs);
  for (int i = 0; 2 * i < kChangedOffers; ++i) {
    const int which = i * 7 % (4 * kPairs);
    live.Apply(Turn(which % 4, which / 4, turns[static_cast<size_t>(which)]++ % 2 == 1));
  }
  const double seconds = absl::ToDoubleSeconds(absl::Now() - start);
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_THAT(seen, testing::Each(""));
  RecordProperty("changes_per_second", static_cast<int>(kChangedOffers / seconds));
}

}  // namespace
}  // namespace entraide::matcher::live
