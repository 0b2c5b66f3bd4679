// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace entraide::matcher::assign {

// The keys from 0 to `size`, for a range-based for.
template <typename Key>
class KeyRange {
 public:
  class Iterator {
   public:
    explicit Iterator(size_t at) : at_(at) {}
    Key operator*() const { return Key(at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    size_t at_;
  };

  explicit KeyRange(size_t size) : size_(size) {}
  Iterator begin() const { return Iterator(0); }
  Iterator end() const { return Iterator(size_); }

 private:
  size_t size_;
};

// A vector whose index is a `Key`, an enum: what is kept by place cannot be asked for by task.
template <typename Key, typename Value>
class Table {
 public:
  Table() = default;
  explicit Table(size_t size, const Value& value = Value()) : values_(size, value) {}

  Value& operator[](Key key) { return values_[static_cast<size_t>(key)]; }
  const Value& operator[](Key key) const { return values_[static_cast<size_t>(key)]; }
  size_t size() const { return values_.size(); }
  KeyRange<Key> Keys() const { return KeyRange<Key>(values_.size()); }

  Key Add(Value value) {
    values_.push_back(std::move(value));
    return Key(values_.size() - 1);
  }
  void Resize(size_t size) { values_.resize(size); }

 private:
  std::vector<Value> values_{};
};

}  // namespace entraide::matcher::assign
