// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/bit_blocks.h"

#include <algorithm>
#include <map>

namespace entraide::matcher::index {
namespace {

using Content = std::vector<Line>;

struct ComesBefore {
  bool operator()(const Content* a, const Content* b) const {
    return std::lexicographical_compare(
        a->begin(), a->end(), b->begin(), b->end(),
        [](const Line& left, const Line& right) { return left.words < right.words; });
  }
};

bool IsTrueOfAll(const Column& column, size_t rows) {
  for (size_t row = 0; row < rows; ++row) {
    if (!column.Get(row)) return false;
  }
  return true;
}

}  // namespace

BitBlocks::BitBlocks(const std::vector<Column>& columns, size_t rows,
                     std::vector<LineNumber>& line_of) {
  std::map<const Content*, LineNumber, ComesBefore> lines;
  std::vector<const Content*> contents;
  line_of.clear();
  for (const Column& column : columns) {
    const auto [place, is_new] =
        lines.emplace(&column.lines(), static_cast<LineNumber>(contents.size()));
    if (is_new) {
      contents.push_back(&column.lines());
      always_true_.push_back(IsTrueOfAll(column, rows));
    }
    line_of.push_back(place->second);
  }
  lines_per_block_ = static_cast<uint32_t>(contents.size());
  const size_t blocks = (rows + kRowsPerBlock - 1) / kRowsPerBlock;
  lines_.reserve(blocks * lines_per_block_);
  for (size_t block = 0; block < blocks; ++block) {
    for (const Content* const content : contents) lines_.push_back((*content)[block]);
  }
}

}  // namespace entraide::matcher::index
