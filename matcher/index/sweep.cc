// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/sweep.h"

#include <algorithm>
#include <bit>
#include <cstring>

// One form, which the compiler writes out for each width of registers; the widest that the machine
// has is chosen when the program runs.
namespace entraide::matcher::index {
namespace {

using Wide [[gnu::vector_size(sizeof(Line))]] = uint64_t;

[[gnu::always_inline]] inline void LoadInto(Wide& wide, const Line& line) {
  std::memcpy(&wide, &line, sizeof wide);
}

// Asks for the lines of all blocks of a run before the first is needed.
[[gnu::always_inline]] inline void Prefetch(const Sweep& sweep, RowSpan run) {
  if (run.begin == run.end) return;
  for (uint32_t block = run.begin / kRowsPerBlock; block <= (run.end - 1) / kRowsPerBlock;
       ++block) {
    const Line* const lines = sweep.bits.Block(block);
    for (const LineNumber line : sweep.must) __builtin_prefetch(&lines[line]);
    for (const LineNumber line : sweep.told) __builtin_prefetch(&lines[line]);
    for (const MarginStep& step : sweep.margin) __builtin_prefetch(&lines[step.line]);
  }
}

// The bits of one word that belong to rows from `begin` to `end` of a block.
[[gnu::always_inline]] inline uint64_t Within(uint64_t word, uint32_t first_row, uint32_t begin,
                                              uint32_t end) {
  if (begin > first_row) word &= ~uint64_t{0} << (begin - first_row);
  if (end < first_row + 64) word &= (uint64_t{1} << (end - first_row)) - 1;
  return word;
}

[[gnu::always_inline]] inline uint32_t* SweepBlock(const Sweep& sweep, uint32_t block,
                                                   uint32_t begin, uint32_t end, uint32_t* rows) {
  const Line* const lines = sweep.bits.Block(block);
  Wide left = ~Wide{};
  Wide line{};
  for (const LineNumber number : sweep.must) {
    LoadInto(line, lines[number]);
    left &= line;
  }
  Wide told = ~Wide{};
  for (const LineNumber number : sweep.told) {
    LoadInto(line, lines[number]);
    told &= line;
  }
  alignas(64) uint64_t left_words[kWordsPerLine];
  alignas(64) uint64_t told_words[kWordsPerLine];
  std::memcpy(left_words, &left, sizeof left);
  std::memcpy(told_words, &told, sizeof told);
  for (uint32_t word = begin / 64; word <= (end - 1) / 64; ++word) {
    uint64_t bits = Within(left_words[word], word * 64, begin, end);
    for (; bits != 0; bits &= bits - 1) {
      const auto bit = static_cast<uint32_t>(std::countr_zero(bits));
      const uint32_t row = block * kRowsPerBlock + word * 64 + bit;
      __builtin_prefetch(&sweep.records[row]);
      *rows++ = row | ((told_words[word] >> bit & 1) != 0 ? 0 : kUntold);
    }
  }
  return rows;
}

[[gnu::always_inline]] inline void SweepAll(const Sweep& sweep, absl::Span<const RowSpan> runs,
                                            uint32_t* rows, uint32_t* ends) {
  for (const RowSpan& run : runs) Prefetch(sweep, run);
  uint32_t* next = rows;
  for (const RowSpan& run : runs) {
    for (uint32_t row = run.begin; row < run.end;) {
      const uint32_t block = row / kRowsPerBlock;
      const uint32_t end = std::min(run.end - block * kRowsPerBlock, kRowsPerBlock);
      next = SweepBlock(sweep, block, row % kRowsPerBlock, end, next);
      row = block * kRowsPerBlock + end;
    }
    *ends++ = static_cast<uint32_t>(next - rows);
  }
}

void SweepPortable(const Sweep& sweep, absl::Span<const RowSpan> runs, uint32_t* rows,
                   uint32_t* ends) {
  SweepAll(sweep, runs, rows, ends);
}

#if defined(__x86_64__)
[[gnu::target("avx2,bmi")]] void SweepAvx2(const Sweep& sweep, absl::Span<const RowSpan> runs,
                                           uint32_t* rows, uint32_t* ends) {
  SweepAll(sweep, runs, rows, ends);
}

[[gnu::target("avx512f,avx2,bmi")]] void SweepAvx512(const Sweep& sweep,
                                                     absl::Span<const RowSpan> runs, uint32_t* rows,
                                                     uint32_t* ends) {
  SweepAll(sweep, runs, rows, ends);
}
#else
constexpr auto SweepAvx2 = SweepPortable;
constexpr auto SweepAvx512 = SweepPortable;
#endif

}  // namespace

bool IsHere(Width width) {
#if defined(__x86_64__)
  switch (width) {
    case Width::kPortable:
      return true;
    case Width::kAvx2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
    case Width::kAvx512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("bmi");
  }
#endif
  return width == Width::kPortable;
}

Width WidestHere() {
  static const Width widest = IsHere(Width::kAvx512) ? Width::kAvx512
                              : IsHere(Width::kAvx2) ? Width::kAvx2
                                                     : Width::kPortable;
  return widest;
}

void SweepRuns(const Sweep& sweep, absl::Span<const RowSpan> runs, Width width, uint32_t* rows,
               uint32_t* ends) {
  switch (width) {
    case Width::kPortable:
      return SweepPortable(sweep, runs, rows, ends);
    case Width::kAvx2:
      return SweepAvx2(sweep, runs, rows, ends);
    case Width::kAvx512:
      return SweepAvx512(sweep, runs, rows, ends);
  }
}

}  // namespace entraide::matcher::index
