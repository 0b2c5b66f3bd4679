// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/query.h"

#include <algorithm>
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
    PassOverSuperseded();
    LookAtRecords();
    FindDearest();
    Rank(limit);
  }

 private:
  // Of a booking rule.
  static constexpr int8_t kUnasked = -1;
  static constexpr int8_t kNo = 0;
  static constexpr int8_t kYes = 1;

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

  void PassOverSuperseded() {
    if (territory_.superseded == nullptr) return;
    uint32_t kept = 0;
    uint32_t at = 0;
    for (size_t run = 0; run < scratch_.runs.size(); ++run) {
      for (; at < scratch_.ends[run]; ++at) {
        const uint32_t marked_row = scratch_.rows[at];
        if (!territory_.IsSuperseded(marked_row & ~kUntold)) scratch_.rows[kept++] = marked_row;
      }
      scratch_.ends[run] = kept;
    }
  }

  void LookAtRecords() {
    const uint32_t rows = scratch_.runs.empty() ? 0 : scratch_.ends[scratch_.runs.size() - 1];
    if (scratch_.passing.size() < rows) scratch_.passing.resize(rows);
    // Whenever a booking rule is not in the way, it need not be asked.
    scratch_.bookings.fill(scratch_.plan.earliest.has_value() ? kUnasked : kYes);
    const uint32_t* begin = scratch_.rows.data();
    Passing* next = scratch_.passing.data();
    for (size_t run = 0; run < scratch_.runs.size(); ++run) {
      const uint32_t* const end = scratch_.rows.data() + scratch_.ends[run];
      const Near& near = scratch_.near[run];
      next = scratch_.plan.judges_all || near.judges_all ? JudgeAll(begin, end, next)
                                                         : LookAt(begin, end, near, next);
      begin = end;
    }
    scratch_.passing_count = static_cast<uint32_t>(next - scratch_.passing.data());
  }

  Passing* JudgeAll(const uint32_t* begin, const uint32_t* end, Passing* next) {
    for (; begin != end; ++begin) next = JudgePlainly(*begin & ~kUntold, next);
    return next;
  }

  // Returns where those that pass end. `near` is a copy, which nothing that is written can change.
  Passing* LookAt(const uint32_t* begin, const uint32_t* end, const Near near, Passing* next) {
    const Record* const records = index_.records.data();
    const bool excludes = !scratch_.plan.excluded.empty();
    for (; begin != end; ++begin) {
      const uint32_t row = *begin & ~kUntold;
      if (row != *begin) {
        next = JudgePlainly(row, next);
        continue;
      }
      const Record record = records[row];
      const uint32_t place = record.home - near.first_home;
      // Written whether it passes or not: which of both is as good as random.
      *next = {.row = row & ~kUntold,
               .out = SecondsAt(near.out, place),
               .back = SecondsAt(near.back, place)};
      const bool is_near = near.limit == nullptr || near.limit[place] <= record.limit;
      const bool passes = is_near & MayBook(record) & !(excludes && IsExcluded(record));
      next += passes ? 1 : 0;
    }
    return next;
  }

  static Reach::Seconds SecondsAt(const Reach::Seconds* run, uint32_t place) {
    return run == nullptr ? Reach::kTooFar : run[place];
  }

  bool MayBook(const Record& record) {
    int8_t& answer = scratch_.bookings[record.booking];
    if (answer != kUnasked) return answer == kYes;
    if (record.booking == Record::kOwnBooking) return Allows(index_.OfferOf(record).booking_rule);
    answer = Allows(index_.bookings[record.booking]) ? kYes : kNo;
    return answer == kYes;
  }

  bool Allows(const BookingRule& rule) const {
    const absl::TimeZone zone = territory_.world.time_zone();
    return now_ <= LastTimeToAsk(rule, *scratch_.plan.earliest, zone) &&
           FirstTimeToAsk(rule, *scratch_.plan.latest, zone) <= now_;
  }

  bool IsExcluded(const Record& record) const {
    return absl::c_linear_search(scratch_.plan.excluded, record.turn);
  }

  Passing* JudgePlainly(uint32_t row, Passing* next) {
    ++scratch_.judged_count;
    const Record& record = index_.records[row];
    Judgement judgement = Judge({territory_.world, need_, index_.OfferOf(record), now_});
    if (judgement.refused_by.has_value()) return next;
    if (judgement.missing_facts.empty()) {
      *next = {.row = row & ~kUntold, .was_judged = 1};
      return next + 1;
    }
    scratch_.waiting.push_back(
        {.found = {.row = row, .offer = index_.PlaceOf(record), .was_judged = true},
         .missing_facts = std::move(judgement.missing_facts)});
    return next;
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
    FindKeys();
    const size_t count = std::min<size_t>(limit, scratch_.passing_count);
    MoveBestToFront(count, scratch_.width, scratch_.keys);
    for (size_t i = 0; i < count; ++i) AddFound(scratch_.keys[i]);
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

  void FindKeys() {
    scratch_.keys.resize(scratch_.passing_count);
    for (uint32_t place = 0; place < scratch_.passing_count; ++place) {
      scratch_.keys[place] = KeyAt(place);
    }
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
  std::vector<Passing>& rows = scratch.listed;
  rows.clear();
  for (const Found& found : scratch.best) rows.push_back(RowOf(found));
  for (const Waiting& waiting : scratch.waiting) rows.push_back(RowOf(waiting.found));
  scratch.terms.resize(rows.size());
  scorer.ListTerms(rows, scratch.terms.data());
}

}  // namespace entraide::matcher::index
