// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <algorithm>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "matcher/index/index.h"
#include "tests/matcher/index/random_world.h"
#include "tests/matcher/index/written.h"
#include "tests/matcher/text_fields.h"
#include "tests/matcher/text_world.h"

// The engine's `Match` is the truth; the index gives the same, faster.
namespace entraide::matcher::index {
namespace {

constexpr Width kWidths[] = {Width::kPortable, Width::kAvx2, Width::kAvx512};

std::shared_ptr<const Ground> GroundOf(const World& world, Random& random) {
  static const std::shared_ptr<const Calendar> kCalendar = CalendarOfPlans(Paris());
  // However far the table reaches, the answers are the same.
  const ReachOptions options{.farthest = absl::Minutes(random.OneOf<int>({0, 6, 30, 90}))};
  return std::make_shared<const Ground>(Ground{kCalendar, Reach(world, options)});
}

// How much the worlds showed, so that nobody takes agreement on nothing for agreement.
struct Seen {
  int with_candidates = 0;
  int with_waiting = 0;
  int with_told_rows = 0;  // Found without asking the engine.
};

void ExpectAgreement(const Index& index, const World& world, const Need& need, absl::Time now,
                     Scratch& scratch) {
  const MatchResult truth = Match(world, need, now);
  ASSERT_EQ(Written(index.Match(need, now, scratch)), Written(truth));
}

// The best few are the first of all, whatever the width of the registers.
void ExpectBestAgree(const Index& index, const World& world, const Need& need, absl::Time now,
                     size_t limit, Scratch& scratch) {
  const bool asks_volunteers =
      absl::c_any_of(world.OffersOfKind(need.kind),
                     [](const Offer& offer) { return offer.dispatch == Dispatch::kDirect; });
  if (asks_volunteers) return;  // The best offers are not what is sought.
  const MatchResult truth = Match(world, need, now);
  for (const Width width : kWidths) {
    if (!IsHere(width)) continue;
    scratch.width = width;
    if (!index.FindBest(need, now, limit, scratch)) {
      ASSERT_TRUE(world.OffersOfKind(need.kind).empty());
      continue;
    }
    ASSERT_EQ(scratch.passing_count, truth.candidates.size());
    ASSERT_EQ(scratch.best.size(), std::min(limit, truth.candidates.size()));
    for (size_t i = 0; i < scratch.best.size(); ++i) {
      const Offer& offer = world.OffersOfKind(need.kind)[scratch.best[i].offer];
      ASSERT_EQ(offer.id.value, truth.candidates[i].offer.value);
      ASSERT_EQ(scratch.best[i].score, truth.candidates[i].score);
    }
  }
  scratch.width = WidestHere();
}

void Compare(uint64_t seed, const Size& size, int needs, Scratch& scratch, Seen& seen) {
  SCOPED_TRACE(absl::StrCat("seed ", seed));
  Random random(seed);
  const World world = RandomWorld(random, size);
  const Index index(world, GroundOf(world, random));
  for (int i = 0; i < needs; ++i) {
    const Need need = RandomNeed(random, world);
    const absl::Time now = RandomNow(random);
    ASSERT_NO_FATAL_FAILURE(ExpectAgreement(index, world, need, now, scratch));
    ASSERT_NO_FATAL_FAILURE(
        ExpectBestAgree(index, world, need, now, static_cast<size_t>(random.Below(20)), scratch));
    if (index.OfKind(need.kind) == nullptr) continue;
    seen.with_candidates += scratch.passing_count > 0 ? 1 : 0;
    seen.with_waiting += scratch.waiting.empty() ? 0 : 1;
    seen.with_told_rows += scratch.passing_count > scratch.judged_count ? 1 : 0;
  }
}

TEST(Agreement, HoldsOnTenThousandSmallWorlds) {
  Scratch scratch;
  Seen seen;
  for (uint64_t seed = 0; seed < 10'000; ++seed) {
    ASSERT_NO_FATAL_FAILURE(Compare(seed, {.communes = 6, .offers = 12}, 1, scratch, seen));
  }
  EXPECT_GT(seen.with_candidates, 1000);
  EXPECT_GT(seen.with_waiting, 500);
  EXPECT_GT(seen.with_told_rows, 400);
}

TEST(Agreement, HoldsOnDenseWorldsOfSeveralBlocks) {
  Scratch scratch;
  Seen seen;
  for (uint64_t seed = 0; seed < 3; ++seed) {
    ASSERT_NO_FATAL_FAILURE(
        Compare(1'000'000 + seed, {.communes = 60, .offers = 6'000}, 12, scratch, seen));
  }
  EXPECT_GT(seen.with_told_rows, 3);
}

TEST(Agreement, HoldsWithoutAnyOffer) {
  const World world(Communes({Commune{.insee_code = "62000"}}), {}, TravelByGreatCircle({}),
                    Paris());
  const Index index(world, Ground::Of(world));
  Scratch scratch;
  ExpectAgreement(index, world, {.kind = "repair"}, absl::UnixEpoch(), scratch);
}

TEST(Agreement, HoldsForAMarginThatReachesIntoAHoliday) {
  Offer offer{.id = {"meals"}, .organization_commune = CommuneIndex(0), .kind = "meal"};
  offer.zone.everywhere = true;
  offer.schedule.slots = {{absl::Weekday::monday, Hours("18:00-24:00")},
                          {absl::Weekday::tuesday, Hours("00:00-06:00")}};
  const World world(Communes({Commune{.insee_code = "62000"}}), {offer}, TravelByGreatCircle({}),
                    Paris());
  const Need need{.kind = "meal", .spans = {SpanOn("2027-03-30", "00:00-05:00")}};
  const absl::Time now = At("2027-03-01 09:00");
  const Index index(world, Ground::Of(world));  // Easter Monday is before that Tuesday.
  Scratch scratch;
  ExpectAgreement(index, world, need, now, scratch);
  EXPECT_EQ(scratch.passing_count, 1u);
}

}  // namespace
}  // namespace entraide::matcher::index
