// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/query.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "matcher/engine/hard_rules.h"
#include "matcher/index/runs.h"

namespace entraide::matcher::index {
namespace {

class Query {
 public:
  Query(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now,
        Scratch& scratch)
      : territory_(territory), index_(index), need_(need), now_(now), scratch_(scratch) {}

  void Run(size_t limit) {
    scratch_.best.clear();
    scratch_.waiting.clear();
    scratch_.passing.clear();
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
               .records = index_.records.data()},
              scratch_.runs, scratch_.width, scratch_.rows.data(), scratch_.ends.data());
  }

  void LookAtRecords() {
    uint32_t at = 0;
    for (size_t run = 0; run < scratch_.runs.size(); ++run) {
      const Near& near = scratch_.near[run];
      const bool judges_all = scratch_.plan.judges_all || near.judges_all;
      for (; at < scratch_.ends[run]; ++at) {
        const uint32_t row = scratch_.rows[at] & ~kUntold;
        const Record& record = index_.records[row];
        if (judges_all || row != scratch_.rows[at]) {
          JudgePlainly(row, record);
        } else if (IsWithinLimit(near, record) && MayBook(record) && !IsExcluded(record)) {
          const uint32_t place = record.home - near.first_home;
          scratch_.passing.push_back(
              {.row = row,
               .out = near.out == nullptr ? Reach::kTooFar : near.out[place],
               .back = near.back == nullptr ? Reach::kTooFar : near.back[place]});
        }
      }
    }
  }

  static bool IsWithinLimit(const Near& near, const Record& record) {
    return near.limit == nullptr || near.limit[record.home - near.first_home] <= record.limit;
  }

  bool MayBook(const Record& record) {
    if (!scratch_.plan.earliest.has_value()) return true;
    if (record.booking == Record::kOwnBooking) {
      return Allows(index_.offers[record.offer].booking_rule);
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
    return absl::c_linear_search(scratch_.plan.excluded, record.offer);
  }

  void JudgePlainly(uint32_t row, const Record& record) {
    ++scratch_.judged_count;
    Judgement judgement = Judge({territory_.world, need_, index_.offers[record.offer], now_});
    if (judgement.refused_by.has_value()) return;
    if (judgement.missing_facts.empty()) {
      scratch_.passing.push_back({.row = row});
    } else {
      scratch_.waiting.push_back({.found = {.row = row, .offer = record.offer},
                                  .missing_facts = std::move(judgement.missing_facts)});
    }
  }

  void FindDearest() {
    if (!Scorer::NeedsCents(index_)) return;
    scratch_.cents.Start(index_, territory_, need_, now_);
    std::optional<int64_t>& dearest = scratch_.dearest_cents;
    for (const Passing& passing : scratch_.passing) {
      dearest = std::max(dearest, scratch_.cents.Of(index_.records[passing.row]));
    }
    for (const Waiting& waiting : scratch_.waiting) {
      dearest = std::max(dearest, scratch_.cents.Of(index_.records[waiting.found.row]));
    }
  }

  void Rank(size_t limit) {
    Scorer scorer(territory_, index_, need_, now_, scratch_.plan, scratch_.cents,
                  scratch_.dearest_cents);
    TermValues values{};
    scratch_.passing_count = static_cast<uint32_t>(scratch_.passing.size());
    for (const Passing& passing : scratch_.passing) {
      const Found found{.row = passing.row,
                        .offer = index_.records[passing.row].offer,
                        .score = scorer.Score(passing, values),
                        .out = passing.out,
                        .back = passing.back};
      Keep(found, limit);
    }
    for (Waiting& waiting : scratch_.waiting) {
      waiting.found.score = scorer.Score({.row = waiting.found.row}, values);
    }
    const auto is_better = [this](const Found& a, const Found& b) { return IsBetter(a, b); };
    if (limit >= scratch_.passing.size()) absl::c_sort(scratch_.best, is_better);
    absl::c_sort(scratch_.waiting,
                 [&](const Waiting& a, const Waiting& b) { return is_better(a.found, b.found); });
  }

  bool IsBetter(const Found& a, const Found& b) const {
    if (a.score != b.score) return a.score > b.score;
    const auto& asked_a = index_.offers[a.offer].record.last_asked;
    const auto& asked_b = index_.offers[b.offer].record.last_asked;
    return asked_a != asked_b ? asked_a < asked_b : a.offer < b.offer;
  }

  // Keeps the best in order, unless all are kept.
  void Keep(const Found& found, size_t limit) {
    std::vector<Found>& best = scratch_.best;
    if (limit >= scratch_.passing.size()) return best.push_back(found);
    if (best.size() == limit) {
      if (limit == 0 || !IsBetter(found, best.back())) return;
      best.pop_back();
    }
    auto place = best.end();
    while (place != best.begin() && IsBetter(found, *(place - 1))) --place;
    best.insert(place, found);
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
  scratch.terms.clear();
  for (const Found& found : scratch.best) {
    scorer.Score({.row = found.row, .out = found.out, .back = found.back},
                 scratch.terms.emplace_back());
  }
  for (const Waiting& waiting : scratch.waiting) {
    scorer.Score({.row = waiting.found.row}, scratch.terms.emplace_back());
  }
}

}  // namespace entraide::matcher::index
