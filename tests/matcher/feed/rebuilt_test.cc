// SPDX-License-Identifier: EUPL-1.2
// A territory that was kept current by whatever streams told answers as one that is built of a
// snapshot of what there is at last, and as the engine does on that.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "matcher/engine/match.h"
#include "matcher/feed/card.h"
#include "matcher/feed/keeper.h"
#include "tests/matcher/feed/world_text.h"
#include "tests/matcher/index/random_world.h"
#include "tests/matcher/index/written.h"
#include "tests/support/watched.h"

namespace entraide::matcher {
namespace {

using index::Random;
using OfferStep = directory::v1::WatchOffersResponse;
using TradeStep = common::v1::WatchCommitmentsResponse;

constexpr std::size_t kTrades = 2;
constexpr int kGroups = 25;  // Of steps that belong together.
const std::vector<std::string> kKinds = {"volunteer-ride", "repair", "meal"};
const std::vector<std::string> kCodes = {"62050", "62361", "62028", "62036"};

template <typename Step>
Told<Step> Snapshot(std::vector<Step> steps, Random& random) {
  std::shuffle(steps.begin(), steps.end(), std::mt19937(random.Below(1'000)));
  steps.emplace_back().mutable_snapshot_end();
  return {.kind = Told<Step>::Kind::kSnapshot, .steps = std::move(steps)};
}

template <typename Step>
std::vector<Step> All(const std::map<std::string, Step>& by_name) {
  std::vector<Step> steps;
  for (const auto& [name, step] : by_name) steps.push_back(step);
  return steps;
}

OfferStep SomeOffer(Random& random) {
  OfferStep step = AWatchedOffer(absl::StrCat("o", random.Below(12)), random.OneOf(kKinds),
                                 random.SomeOf(kCodes, 60));
  if (random.Chance(60)) {
    const auto unit = random.OneOf<std::string>({"place", "vehicle", "bay-hour", "seat"});
    step = With(std::move(step), unit, 1 + random.Below(2));
  }
  directory::v1::WatchedOffer& offer = *step.mutable_offer();
  offer.set_everywhere(random.Chance(10));
  offer.mutable_organization()->set_commune(random.OneOf(kCodes));
  directory::v1::ServiceOffer& service = *offer.mutable_service_offer();
  service.set_display_name(absl::StrCat("Offre ", random.Below(1'000)));
  service.mutable_booking_rule()->set_min_notice_hours(random.OneOf<int>({0, 0, 24, 48}));
  directory::v1::Price& price = *service.add_prices();
  price.set_unit("flat");
  price.set_amount_cents(100 * random.Below(5));
  return step;
}

TradeStep SomeHolding(Random& random, std::size_t trade) {
  // Sometimes of an offer that is not there.
  TradeStep step = AHolding(absl::StrCat(trade == 0 ? "rides/" : "jobs/", random.Below(8)),
                            absl::StrCat("o", random.Below(14)));
  for (int i = random.Below(3); i > 0; --i) {
    common::v1::CommittedSpan& span = *step.mutable_commitment()->add_spans();
    const int64_t start = absl::ToUnixSeconds(index::RandomNow(random)) + 900 * random.Below(200);
    span.mutable_start_time()->set_seconds(start);
    if (random.Chance(50)) span.mutable_end_time()->set_seconds(start + 3'600);
    span.set_from_commune(random.OneOf(kCodes));
    span.set_to_commune(random.OneOf(kCodes));
  }
  return step;
}

OfferStep SomeRoad(Random& random) {
  OfferStep step;
  step.mutable_road_times()->set_first(true);
  directory::v1::RoadTimesFrom& row = *step.mutable_road_times()->add_rows();
  row.set_from(random.OneOf(kCodes));
  row.add_to(random.OneOf(kCodes));
  row.add_seconds(60 * random.Below(60));
  row.add_meters(0);
  return step;
}

// What there is, and what its sources tell of it.
class Truth {
 public:
  explicit Truth(Random& random) : random_(random), trades_(kTrades) {
    for (const OfferStep& step : ThreeCommunes()) land_[step.commune().insee_code()] = step;
  }

  OfferStep ChangeOffers() {
    if (random_.Chance(5)) {
      const std::string code = random_.OneOf(kCodes);
      return land_[code] = ACommune(code, 50.2 + 0.01 * random_.Below(30));
    }
    if (random_.Chance(3)) return land_["roads"] = SomeRoad(random_);
    OfferStep step = SomeOffer(random_);
    const std::string name = step.offer().service_offer().name();
    if (random_.Chance(70)) return offers_[name] = step;
    offers_.erase(name);
    step.set_removed_offer(name);
    return step;
  }

  TradeStep ChangeCommitments(std::size_t trade) {
    TradeStep step = SomeHolding(random_, trade);
    const std::string request = step.commitment().request();
    if (random_.Chance(60)) return trades_[trade][request] = step;
    trades_[trade].erase(request);
    return ARelease(request);
  }

  Told<OfferStep> Offers() {
    std::vector<OfferStep> steps = All(land_);
    for (const OfferStep& step : All(offers_)) steps.push_back(step);
    return Snapshot(std::move(steps), random_);
  }
  Told<TradeStep> Commitments(std::size_t trade) { return Snapshot(All(trades_[trade]), random_); }

 private:
  Random& random_;
  std::map<std::string, OfferStep> land_{};  // Communes and roads.
  std::map<std::string, OfferStep> offers_{};
  std::vector<std::map<std::string, TradeStep>> trades_;
};

Keeper FromScratch(Truth& truth, Random& random) {
  Keeper keeper(TravelByGreatCircle({}), kTrades);
  const bool directory_first = random.Chance(50);
  if (directory_first) keeper.Take(truth.Offers());
  for (std::size_t trade = 0; trade < kTrades; ++trade) {
    EXPECT_EQ(keeper.live(), nullptr);
    keeper.Take(trade, truth.Commitments(trade));
  }
  if (!directory_first) keeper.Take(truth.Offers());
  return keeper;
}

// Some changes of one source, told one group after the other; now and then it tells a snapshot
// instead, as to one who was away.
void TellSome(Truth& truth, Random& random, Keeper& keeper) {
  const std::size_t source = static_cast<std::size_t>(random.Below(kTrades + 2));
  const bool was_away = random.Chance(10);
  Told<OfferStep> offers{.kind = Told<OfferStep>::Kind::kChanges};
  Told<TradeStep> commitments{.kind = Told<TradeStep>::Kind::kChanges};
  for (int i = random.Below(4); i >= 0; --i) {
    if (source >= kTrades) {
      offers.steps.push_back(truth.ChangeOffers());
    } else {
      commitments.steps.push_back(truth.ChangeCommitments(source));
    }
  }
  if (source >= kTrades) {
    keeper.Take(was_away ? truth.Offers() : std::move(offers));
  } else {
    keeper.Take(source, was_away ? truth.Commitments(source) : std::move(commitments));
  }
}

std::vector<std::string> CardsOf(const World& world) {
  std::vector<std::string> cards;
  for (const absl::string_view kind : world.Kinds()) {
    for (const Offer& offer : world.OffersOfKind(kind)) {
      cards.push_back(absl::StrCat(offer.card->display_name, " ", offer.card->price_texts.at(0),
                                   " ", offer.card->organization_commune));
    }
  }
  return cards;
}

TEST(Keeper, RebuiltFromASnapshotItAnswersTheSame) {
  int with_candidates = 0;
  int with_commitments = 0;
  for (uint64_t seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    Random random(seed);
    Truth truth(random);
    Keeper kept = FromScratch(truth, random);
    for (int group = 0; group < kGroups; ++group) {
      TellSome(truth, random, kept);
      const Keeper anew = FromScratch(truth, random);
      const auto ours = kept.live()->Current();
      const auto theirs = anew.live()->Current();
      ASSERT_EQ(TextOf(ours->world), TextOf(theirs->world));
      ASSERT_EQ(CardsOf(ours->world), CardsOf(theirs->world));
      for (int i = 0; i < 3; ++i) {
        Need need = index::RandomNeed(random, theirs->world);
        need.kind = random.OneOf(kKinds);
        const absl::Time now = index::RandomNow(random);
        const MatchResult result = ours->Match(need, now);
        ASSERT_EQ(index::Written(result), index::Written(theirs->Match(need, now)));
        ASSERT_EQ(index::Written(result), index::Written(Match(theirs->world, need, now)));
        with_candidates += result.candidates.empty() ? 0 : 1;
      }
      for (const std::string& line : TextOf(ours->world)) {
        with_commitments += absl::StrContains(line, " takes ") ? 1 : 0;
      }
    }
  }
  EXPECT_GT(with_candidates, 100);
  EXPECT_GT(with_commitments, 500);
}

}  // namespace
}  // namespace entraide::matcher
