// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "absl/types/span.h"
#include "matcher/assign/table.h"

namespace entraide::matcher::assign {

// A short list by key, all lists in one array, so that walking along one is a walk along memory:
//
//   row 0      row 1    row 2: left behind    row 3    row 2, moved when it outgrew its room
//   [a b c .]  [d e .]  (. . .)               [f g]    [h i j k . .]
//
// When more is left behind than used, the array is packed anew. At most 2^32 values. A span or a
// reference into a row lasts until the next change of any row.
template <typename Key, typename Value>
class Rows {
 public:
  Rows() = default;
  explicit Rows(size_t row_count) : rows_(row_count) {}

  size_t size() const { return rows_.size(); }
  KeyRange<Key> Keys() const { return rows_.Keys(); }
  size_t SizeOf(Key key) const { return rows_[key].size; }
  absl::Span<const Value> operator[](Key key) const {
    return absl::MakeConstSpan(values_.data() + rows_[key].begin, rows_[key].size);
  }
  absl::Span<Value> Mutable(Key key) {
    return absl::MakeSpan(values_.data() + rows_[key].begin, rows_[key].size);
  }

  void ReserveValues(size_t count) { values_.reserve(count); }

  // A new last row, with room for `room` values before it must move.
  Key AddRow(absl::Span<const Value> values, size_t room = 0) {
    const Row row{Next(), Narrow(values.size()), Narrow(std::max(room, values.size()))};
    values_.insert(values_.end(), values.begin(), values.end());
    values_.resize(row.begin + size_t{row.room});
    return rows_.Add(row);
  }

  void Append(Key key, const Value& value) {
    if (rows_[key].size == rows_[key].room) Move(key);
    Row& row = rows_[key];
    values_[row.begin + size_t{row.size++}] = value;
  }

  // The last value of the row takes the place of the removed one.
  void RemoveAt(Key key, size_t position) {
    Row& row = rows_[key];
    values_[row.begin + position] = values_[row.begin + size_t{--row.size}];
  }

  void Clear(Key key) { rows_[key].size = 0; }

 private:
  struct Row {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t room = 0;
  };

  static std::uint32_t Narrow(size_t count) { return static_cast<std::uint32_t>(count); }
  std::uint32_t Next() const { return Narrow(values_.size()); }

  void Move(Key key) {
    if (left_behind_ > values_.size() / 2 + kWorthPacking) Pack();
    Row& row = rows_[key];
    const Row moved{Next(), row.size, std::max(4u, 2 * row.size)};
    values_.resize(values_.size() + moved.room);
    std::copy_n(values_.begin() + row.begin, row.size, values_.begin() + moved.begin);
    left_behind_ += row.room;
    row = moved;
  }

  void Pack() {
    std::vector<Value> packed;
    packed.reserve(values_.size());
    for (const Key key : Keys()) {
      Row& row = rows_[key];
      const auto first = values_.begin() + row.begin;
      row.begin = Narrow(packed.size());
      packed.insert(packed.end(), first, first + row.room);
    }
    values_ = std::move(packed);
    left_behind_ = 0;
  }

  static constexpr size_t kWorthPacking = 1024;

  Table<Key, Row> rows_{};
  std::vector<Value> values_{};
  size_t left_behind_ = 0;
};

}  // namespace entraide::matcher::assign
