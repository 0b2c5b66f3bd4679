// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <map>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "matcher/live/live.h"
#include "tests/matcher/index/random_world.h"
#include "tests/matcher/index/written.h"
#include "tests/matcher/text_fields.h"
#include "tests/support/poll.h"

// After every change a territory that changes answers as the engine does on a world that was made
// from scratch, while its kinds are indexed anew in between.
namespace entraide::matcher::live {
namespace {

using index::Random;

constexpr int kIds = 24;
constexpr size_t kMostRecents = 3;

// What has been told so far, all of it.
class Told {
 public:
  explicit Told(Random& random)
      : communes_(index::RandomCommunes(random, 1 + random.Below(6))),
        usual_kind_(index::RandomKind(random)) {
    for (int i = random.Below(kIds); i > 0; --i) Take(SomeChanges(random));
  }

  // One to three things at once; often of offers that are there already.
  Changes SomeChanges(Random& random) const {
    Changes changes;
    for (int i = random.Below(3); i >= 0; --i) {
      const int number = random.Below(kIds);
      switch (random.Below(10)) {
        case 0:
        case 1:
          changes.removed_offers.push_back({absl::StrCat("offer-", number)});
          break;
        case 2:
          changes.agreements.push_back(SomeAgreement(random, number));
          break;
        case 3:
          changes.volunteers.push_back(index::RandomVolunteer(random, communes_, number % 4));
          break;
        case 4:
          changes.removed_volunteers.push_back({absl::StrCat("volunteer-", number % 4)});
          break;
        default:
          changes.offers.push_back(SomeOffer(random, number));
      }
    }
    return changes;
  }

  void Take(const Changes& changes) {
    for (const OfferId& id : changes.removed_offers) offers_.erase(id.value);
    for (const Offer& offer : changes.offers) offers_[offer.id.value] = offer;
    for (const VolunteerId& id : changes.removed_volunteers) volunteers_.erase(id.value);
    for (const Volunteer& one : changes.volunteers) volunteers_[one.id.value] = one;
    for (const Agreement& one : changes.agreements) agreements_[one.task] = one.commitments;
  }

  World FromScratch() const {
    Territory territory{.communes = communes_, .time_zone = Paris()};
    for (const auto& [id, offer] : offers_) territory.offers.push_back(offer);
    for (const auto& [id, volunteer] : volunteers_) territory.volunteers.push_back(volunteer);
    for (const auto& [task, commitments] : agreements_) {
      territory.commitments.insert(territory.commitments.end(), commitments.begin(),
                                   commitments.end());
    }
    return World(std::move(territory));
  }

 private:
  Offer SomeOffer(Random& random, int number) const {
    Offer offer = index::RandomOffer(random, communes_, usual_kind_, number);
    if (random.Chance(2)) offer.dispatch = Dispatch::kDirect;
    return offer;
  }

  static Agreement SomeAgreement(Random& random, int number) {
    Agreement agreement{.task = absl::StrCat("task-", number % 6)};
    if (random.Chance(30)) return agreement;
    Commitment commitment = index::RandomCommitment(random, number);
    commitment.task = agreement.task;
    agreement.commitments.push_back(std::move(commitment));
    return agreement;
  }

  Communes communes_;
  std::string usual_kind_;
  std::map<std::string, Offer> offers_{};
  std::map<std::string, Volunteer> volunteers_{};
  std::map<std::string, std::vector<Commitment>> agreements_{};
};

// How much was seen, so that nobody takes agreement on nothing for agreement.
struct Seen {
  int with_candidates = 0;
  int with_recents = 0;  // Found in the index and among recents.
  int indexings = 0;
};

std::shared_ptr<const index::Ground> GroundOf(const World& world) {
  static const auto kCalendar = index::CalendarOfPlans(Paris());
  return std::make_shared<const index::Ground>(index::Ground{kCalendar, index::Reach(world)});
}

void ExpectAgreement(const Version& version, const World& truth, Random& random,
                     index::Scratch& scratch, Seen& seen) {
  const Need need = index::RandomNeed(random, truth);
  const absl::Time now = index::RandomNow(random);
  const MatchResult result = version.Match(need, now, scratch);
  ASSERT_EQ(index::Written(result), index::Written(Match(truth, need, now)));
  seen.with_candidates += result.candidates.empty() ? 0 : 1;
  const KindNow* const kind = version.OfKind(need.kind);
  seen.with_recents += result.candidates.size() > 1 && kind->recents.size() > 0 ? 1 : 0;
}

bool IsIndexed(const Version& version) {
  return absl::c_all_of(
      version.kinds, [](const auto& kind) { return kind.second.recents.size() <= kMostRecents; });
}

void Compare(uint64_t seed, index::Scratch& scratch, Seen& seen) {
  SCOPED_TRACE(absl::StrCat("seed ", seed));
  Random random(seed);
  Told told(random);
  Live live(told.FromScratch(), GroundOf(told.FromScratch()), kMostRecents);
  for (int i = 0; i < 40; ++i) {
    const auto before = live.Current();
    const Changes changes = told.SomeChanges(random);
    told.Take(changes);
    live.Apply(changes);
    const World truth = told.FromScratch();
    for (int need = 0; need < 3; ++need) {
      ASSERT_NO_FATAL_FAILURE(ExpectAgreement(*live.Current(), truth, random, scratch, seen));
    }
    ASSERT_TRUE(i % 10 != 0 || Eventually([&] { return IsIndexed(*live.Current()); }));
    const auto after = live.Current();
    for (const auto& [name, kind] : after->kinds) {
      const KindNow* const was = before->OfKind(name);
      seen.indexings += was != nullptr && was->indexed != kind.indexed ? 1 : 0;
    }
  }
}

TEST(Live, AnswersAsTheEngineAfterEveryChange) {
  index::Scratch scratch;
  Seen seen;
  for (uint64_t seed = 0; seed < 60; ++seed) {
    ASSERT_NO_FATAL_FAILURE(Compare(seed, scratch, seen));
  }
  EXPECT_GT(seen.with_candidates, 500);
  EXPECT_GT(seen.with_recents, 100);
  EXPECT_GT(seen.indexings, 60);
}

}  // namespace
}  // namespace entraide::matcher::live
