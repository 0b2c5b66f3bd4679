// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace entraide::matcher::index {

constexpr uint32_t kRowsPerBlock = 512;
constexpr uint32_t kWordsPerLine = kRowsPerBlock / 64;

// One bit of each row of a block: as wide as a cache line, and as the widest register.
struct alignas(64) Line {
  std::array<uint64_t, kWordsPerLine> words{};
};

// A yes or no about every row, before it is laid out.
class Column {
 public:
  explicit Column(size_t rows) : lines_((rows + kRowsPerBlock - 1) / kRowsPerBlock) {}

  void Set(size_t row) {
    lines_[row / kRowsPerBlock].words[row / 64 % kWordsPerLine] |= uint64_t{1} << (row % 64);
  }
  bool Get(size_t row) const {
    return (lines_[row / kRowsPerBlock].words[row / 64 % kWordsPerLine] >> (row % 64) & 1) != 0;
  }
  const std::vector<Line>& lines() const { return lines_; }

 private:
  std::vector<Line> lines_;
};

// Place of a column within each block; columns that say the same of every row share one.
using LineNumber = uint16_t;

// The columns of a table, block by block, so that those a query looks at lie near one another:
//
//   block 0                          block 1
//   | line 0 | line 1 | ... | line n | line 0 | line 1 | ...        a line: 512 rows, 64 bytes
//
// Immutable.
class BitBlocks {
 public:
  BitBlocks() = default;
  // Of `rows` rows each; `line_of[i]` says where the i-th went.
  BitBlocks(const std::vector<Column>& columns, size_t rows, std::vector<LineNumber>& line_of);

  // True of every row: a query need not look.
  bool IsAlwaysTrue(LineNumber line) const { return always_true_[line]; }

  const Line* Block(size_t block) const { return lines_.data() + block * lines_per_block_; }
  uint32_t lines_per_block() const { return lines_per_block_; }
  bool Get(LineNumber line, size_t row) const {
    const Line& of_block = Block(row / kRowsPerBlock)[line];
    return (of_block.words[row / 64 % kWordsPerLine] >> (row % 64) & 1) != 0;
  }
  size_t bytes() const { return lines_.size() * sizeof(Line); }

 private:
  std::vector<Line> lines_{};
  std::vector<bool> always_true_{};  // By line.
  uint32_t lines_per_block_ = 0;
};

}  // namespace entraide::matcher::index
