// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/query.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "absl/algorithm/container.h"
#include "matcher/engine/hard_rules.h"
#include "matcher/index/best.h"
#include "matcher/index/runs.h"

namespace entraide::matcher::index {
namespace {

Passing RowOf(const Found& found) {
  return {.row = found.row & ~kUntold,
          .was_judged = found.was_judged ? 1u : 0u,
          .out = found.out,
          .back = found.back};
}

class Query {
 public:
  Query(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now,
        Scratch& scratch)
      : territory_(territory), index_(index), need_(need), now_(now), scratch_(scratch) {}

  void Run(size_t limit) {
    scratch_.best.clear();
    scratch_.waiting.clear();
    scratch_.passing_count = 0;
    scratch_.judged_count = 0;
    scratch_.dearest_cents.reset();
    if (index_.offers.empty()) return;
    MakePlan(territory_, index_, need_, now_, scratch_.plan);
    FindRuns(territory_, index_, scratch_);
    if (scratch_.plan.refuses_all) return;
    SweepLines();
    scratch_.bookings.assign(index_.bookings.size(), -1);
    LookAtRecords();
    FindDearest();
    Rank(limit);
  }

 private:
  void SweepLines() {
    size_t rows = 0;
    for (const RowSpan& run : scratch_.runs) rows += run.end - run.begin;
    if (scratch_.rows.size() < rows) scratch_.rows.resize(rows);
    if (scratch_.ends.size() < scratch_.runs.size()) scratch_.ends.resize(scratch_.runs.size());
    SweepRuns({.bits = index_.bits,
               .must = scratch_.plan.must,
               .told = scratch_.plan.told,
               .margin = scratch_.plan.margin,
               .records = index_.records.data()},
              scratch_.runs, scratch_.width, scratch_.rows.data(), scratch_.ends.data());
  }

  void LookAtRecords() {
    const uint32_t rows = scratch_.runs.empty() ? 0 : scratch_.ends[scratch_.runs.size() - 1];
    if (scratch_.passing.size() < rows) scratch_.passing.resize(rows);
    const uint32_t* const all = scratch_.rows.data();
    uint32_t begin = 0;
    for (size_t run = 0; run < scratch_.runs.size(); ++run) {
      const uint32_t end = scratch_.ends[run];
      LookAt(absl::MakeConstSpan(all + begin, all + end), scratch_.near[run]);
      begin = end;
    }
  }

  void LookAt(absl::Span<const uint32_t> rows, const Near& near) {
    const bool judges_all = scratch_.plan.judges_all || near.judges_all;
    for (const uint32_t marked_row : rows) {
      const uint32_t row = marked_row & ~kUntold;
      if (territory_.IsSuperseded(row)) continue;
      if (judges_all || row != marked_row) {
        JudgePlainly(row);
        continue;
      }
      const Record& record = index_.records[row];
      const uint32_t place = record.home - near.first_home;
      // Written whether it passes or not: which of both is as good as random.
      scratch_.passing[scratch_.passing_count] = {.row = row & ~kUntold,
                                                  .out = SecondsAt(near.out, place),
                                                  .back = SecondsAt(near.back, place)};
      const bool is_near = near.limit == nullptr || near.limit[place] <= record.limit;
      const bool passes = is_near & MayBook(record) & !IsExcluded(record);
      scratch_.passing_count += passes ? 1 : 0;
    }
  }

  static Reach::Seconds SecondsAt(const Reach::Seconds* run, uint32_t place) {
    return run == nullptr ? Reach::kTooFar : run[place];
  }

  bool MayBook(const Record& record) {
    if (!scratch_.plan.earliest.has_value()) return true;
    if (record.booking == Record::kOwnBooking) {
      return Allows(index_.OfferOf(record).booking_rule);
    }
    int8_t& answer = scratch_.bookings[record.booking];
    if (answer < 0) answer = Allows(index_.bookings[record.booking]) ? 1 : 0;
    return answer == 1;
  }

  bool Allows(const BookingRule& rule) const {
    const absl::TimeZone zone = territory_.world.time_zone();
    return now_ <= LastTimeToAsk(rule, *scratch_.plan.earliest, zone) &&
           FirstTimeToAsk(rule, *scratch_.plan.latest, zone) <= now_;
  }

  bool IsExcluded(const Record& record) const {
    return absl::c_linear_search(scratch_.plan.excluded, record.turn);
  }

  void JudgePlainly(uint32_t row) {
    ++scratch_.judged_count;
    const Record& record = index_.records[row];
    Judgement judgement = Judge({territory_.world, need_, index_.OfferOf(record), now_});
    if (judgement.refused_by.has_value()) return;
    if (judgement.missing_facts.empty()) {
      scratch_.passing[scratch_.passing_count++] = {.row = row & ~kUntold, .was_judged = 1};
    } else {
      scratch_.waiting.push_back(
          {.found = {.row = row, .offer = index_.PlaceOf(record), .was_judged = true},
           .missing_facts = std::move(judgement.missing_facts)});
    }
  }

  absl::Span<Passing> AllPassing() {
    return absl::MakeSpan(scratch_.passing).first(scratch_.passing_count);
  }

  void FindDearest() {
    if (!Scorer::NeedsCents(index_)) return;
    scratch_.cents.Start(index_, territory_, need_, now_);
    std::optional<int64_t>& dearest = scratch_.dearest_cents;
    dearest = territory_.dearest_elsewhere;
    for (const Passing& passing : AllPassing()) {
      dearest = std::max(dearest, scratch_.cents.Of(index_.records[passing.row]));
    }
    for (const Waiting& waiting : scratch_.waiting) {
      dearest = std::max(dearest, scratch_.cents.Of(index_.records[waiting.found.row]));
    }
  }

  void Rank(size_t limit) {
    Scorer scorer(territory_, index_, need_, now_, scratch_.plan, scratch_.cents,
                  scratch_.dearest_cents);
    scorer.AddUp(AllPassing());
    if (limit <= Best::kMost) {
      KeepFew(limit);
    } else {
      SortAll(limit);
    }
    for (Waiting& waiting : scratch_.waiting) {
      Passing row = RowOf(waiting.found);
      scorer.AddUp(absl::MakeSpan(&row, 1));
      waiting.found.score = row.score();
    }
    absl::c_sort(scratch_.waiting, [this](const Waiting& a, const Waiting& b) {
      const auto order = [this](const Found& found) {
        return std::make_pair(-found.score, index_.records[found.row].turn);
      };
      return order(a.found) < order(b.found);
    });
  }

  // Score, then turn, then where it stands among those that pass:  | 14 bits | 26 bits | 24 bits |
  static constexpr int kTurnBits = 26;
  static constexpr int kPlaceBits = 24;

  uint64_t KeyAt(uint32_t place) const {
    const Passing& passing = scratch_.passing[place];
    const uint64_t turn = ~index_.records[passing.row].turn & ((1u << kTurnBits) - 1);
    const auto score = static_cast<uint64_t>(passing.score());
    return score << (kTurnBits + kPlaceBits) | turn << kPlaceBits | place;
  }

  void KeepFew(size_t limit) {
    Best best;
    for (uint32_t place = 0; place < scratch_.passing_count; ++place) best.Add(KeyAt(place));
    const size_t count = std::min<size_t>(limit, scratch_.passing_count);
    for (size_t i = 0; i < count; ++i) AddFound(best.kept()[i]);
  }

  void SortAll(size_t limit) {
    std::vector<uint64_t>& keys = scratch_.keys;
    keys.clear();
    for (uint32_t place = 0; place < scratch_.passing_count; ++place) keys.push_back(KeyAt(place));
    const size_t count = std::min(limit, keys.size());
    std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count), keys.end(),
                      std::greater<>());
    for (size_t i = 0; i < count; ++i) AddFound(keys[i]);
  }

  void AddFound(uint64_t key) {
    const Passing& passing = scratch_.passing[key & ((1u << kPlaceBits) - 1)];
    scratch_.best.push_back({.row = passing.row,
                             .offer = index_.PlaceOf(index_.records[passing.row]),
                             .score = passing.score(),
                             .was_judged = passing.was_judged == 1,
                             .out = passing.out,
                             .back = passing.back});
  }

  const Territory& territory_;
  const KindIndex& index_;
  const Need& need_;
  const absl::Time now_;
  Scratch& scratch_;
};

}  // namespace

void FindBest(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now,
              size_t limit, Scratch& scratch) {
  Query(territory, index, need, now, scratch).Run(limit);
}

void FindTerms(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now,
               Scratch& scratch) {
  Scorer scorer(territory, index, need, now, scratch.plan, scratch.cents, scratch.dearest_cents);
  std::vector<Passing>& rows = scratch.passing;  // Which are no longer needed.
  rows.clear();
  for (const Found& found : scratch.best) rows.push_back(RowOf(found));
  for (const Waiting& waiting : scratch.waiting) rows.push_back(RowOf(waiting.found));
  scratch.terms.resize(rows.size());
  scorer.ListTerms(rows, scratch.terms.data());
}

}  // namespace entraide::matcher::index
