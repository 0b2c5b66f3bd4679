// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "matcher/assign/table.h"

namespace entraide::matcher::assign {

// Who is there, and under which key. The key of whoever left goes to the next who enters, so that
// tables by key stay as small as the most that were ever there.
template <typename Key, typename Id>
class Roster {
 public:
  std::optional<Key> Find(const Id& id) const {
    const auto found = keys_.find(id.value);
    if (found == keys_.end()) return std::nullopt;
    return found->second;
  }
  bool Has(const Id& id) const { return keys_.contains(id.value); }

  // `id` is not there. The key may be one more than all before.
  Key Enter(Id id) {
    std::string value = id.value;
    Key key{};
    if (free_.empty()) {
      key = ids_.Add(std::move(id));
    } else {
      key = free_.back();
      free_.pop_back();
      ids_[key] = std::move(id);
    }
    keys_.emplace(std::move(value), key);
    return key;
  }

  // `key` is there.
  void Leave(Key key) {
    keys_.erase(ids_[key].value);
    ids_[key] = Id{};
    free_.push_back(key);
  }

  size_t Count() const { return keys_.size(); }

  // By key; empty where nobody is.
  const Table<Key, Id>& Ids() const { return ids_; }

 private:
  Table<Key, Id> ids_{};
  std::vector<Key> free_{};
  absl::flat_hash_map<std::string, Key> keys_{};
};

}  // namespace entraide::matcher::assign
