// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/refusals.h"

#include <algorithm>
#include <bit>
#include <map>

#include "matcher/engine/hard_rules.h"

namespace entraide::matcher::index {
namespace {

class Counter {
 public:
  Counter(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now)
      : territory_(territory), index_(index), need_(need), now_(now) {}

  std::vector<RefusalCount> Count(const Scratch& scratch) {
    const size_t rows = index_.records.size();
    Column found = territory_.superseded == nullptr ? Column(rows) : *territory_.superseded;
    for (const Found& one : scratch.best) found.Set(one.row);
    for (const Waiting& one : scratch.waiting) found.Set(one.found.row);
    Column served(rows);
    for (const RowSpan& run : scratch.runs) {
      for (uint32_t row = run.begin; row < run.end; ++row) served.Set(row);
    }
    for (size_t word = 0; word * 64 < rows; ++word) {
      CountWord(word, WordOf(found, word), WordOf(served, word), rows);
    }
    std::vector<RefusalCount> refusals;
    for (const auto& [rule, count] : counts_) refusals.push_back({rule, count});
    return refusals;
  }

 private:
  static uint64_t WordOf(const Column& column, size_t word) {
    return column.lines()[word / kWordsPerLine].words[word % kWordsPerLine];
  }

  uint64_t WordOf(LineNumber line, size_t word) const {
    return index_.bits.Block(word / kWordsPerLine)[line].words[word % kWordsPerLine];
  }

  void CountWord(size_t word, uint64_t found, uint64_t served, size_t rows) {
    const size_t left = rows - word * 64;
    const uint64_t refused = ~found & (left < 64 ? (uint64_t{1} << left) - 1 : ~uint64_t{0});
    const uint64_t told = WordOf(index_.lines.told_listing, word);
    const uint64_t listed = WordOf(index_.lines.listed, word);
    const LineNumber purpose = index_.lines.purposes[index_.purposes.Find(need_.purpose)];
    const uint64_t fitting = need_.purpose.empty() ? ~uint64_t{0} : WordOf(purpose, word);
    Add(Rule::kOfferNotOpen, refused & told & ~listed);
    Add(Rule::kPurposeNotServed, refused & told & listed & ~fitting);
    Add(Rule::kZoneNotServed, refused & told & listed & fitting & ~served);
    uint64_t others = refused & (~told | (listed & fitting & served));
    for (; others != 0; others &= others - 1) {
      JudgeRow(word * 64 + static_cast<size_t>(std::countr_zero(others)));
    }
  }

  void Add(Rule rule, uint64_t rows) {
    if (rows != 0) counts_[rule] += std::popcount(rows);
  }

  void JudgeRow(size_t row) {
    const Offer& offer = index_.OfferOf(index_.records[row]);
    const Judgement judgement = Judge({territory_.world, need_, offer, now_});
    if (judgement.refused_by.has_value()) ++counts_[*judgement.refused_by];
  }

  const Territory& territory_;
  const KindIndex& index_;
  const Need& need_;
  const absl::Time now_;
  std::map<Rule, int> counts_{};
};

}  // namespace

std::vector<RefusalCount> CountRefusals(const Territory& territory, const KindIndex& index,
                                        const Need& need, absl::Time now, const Scratch& scratch) {
  return Counter(territory, index, need, now).Count(scratch);
}

}  // namespace entraide::matcher::index
