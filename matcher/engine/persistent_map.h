// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/hash/hash.h"
#include "absl/strings/string_view.h"

namespace entraide::matcher {

// Values by name. A copy costs nothing and shares all; a change replaces the few nodes on its way
// down, and leaves every copy as it was:
//
//            before   after            a node: 16 ways by four bits of the name's hash,
//             [ ]      [ ]             or up to 16 entries
//            /  \ \   / |
//         [ ]  [ ] [ ]  [*]
template <typename Value>
class PersistentMap {
 public:
  struct Entry {
    std::string name{};
    Value value{};
  };

  PersistentMap() = default;
  // Each name once.
  explicit PersistentMap(std::vector<Entry> entries)
      : size_(entries.size()), root_(NodeOf(std::move(entries), 0)) {}

  size_t size() const { return size_; }

  // Null: none has the name. Lives as long as a map that holds it.
  const Value* Find(absl::string_view name) const {
    const size_t hash = HashOf(name);
    const Node* node = root_.get();
    for (int depth = 0; node != nullptr && !node->ways.empty(); ++depth) {
      node = node->ways[WayOf(hash, depth)].get();
    }
    if (node == nullptr) return nullptr;
    for (const Entry& entry : node->entries) {
      if (entry.name == name) return &entry.value;
    }
    return nullptr;
  }

  void Set(absl::string_view name, Value value) {
    if (Find(name) == nullptr) ++size_;
    root_ = With(root_.get(), 0, {std::string(name), std::move(value)});
  }

  void Erase(absl::string_view name) {
    if (Find(name) == nullptr) return;
    --size_;
    root_ = Without(*root_, 0, name);
  }

  // Calls it with every entry, in any order.
  template <typename See>
  void ForEach(const See& see) const {
    if (root_ != nullptr) ForEachIn(*root_, see);
  }

 private:
  static constexpr size_t kWays = 16;
  static constexpr size_t kMostEntries = 16;
  static constexpr int kDeepest = 15;  // No bits of the hash are left.

  struct Node {
    std::vector<Entry> entries{};                     // Of a leaf.
    std::vector<std::shared_ptr<const Node>> ways{};  // None: a leaf. Null: nothing there.
  };
  using Link = std::shared_ptr<const Node>;

  static size_t HashOf(absl::string_view name) { return absl::Hash<absl::string_view>()(name); }
  static size_t WayOf(size_t hash, int depth) { return hash >> (4 * depth) & (kWays - 1); }

  static Link NodeOf(std::vector<Entry> entries, int depth) {
    if (entries.empty()) return nullptr;
    auto node = std::make_shared<Node>();
    if (entries.size() <= kMostEntries || depth > kDeepest) {
      node->entries = std::move(entries);
      return node;
    }
    std::vector<std::vector<Entry>> parts(kWays);
    for (Entry& entry : entries) {
      parts[WayOf(HashOf(entry.name), depth)].push_back(std::move(entry));
    }
    for (std::vector<Entry>& part : parts) {
      node->ways.push_back(NodeOf(std::move(part), depth + 1));
    }
    return node;
  }

  static Link With(const Node* before, int depth, Entry entry) {
    if (before == nullptr) return NodeOf({std::move(entry)}, depth);
    auto node = std::make_shared<Node>(*before);
    if (!node->ways.empty()) {
      Link& way = node->ways[WayOf(HashOf(entry.name), depth)];
      way = With(way.get(), depth + 1, std::move(entry));
      return node;
    }
    const auto same = absl::c_find_if(node->entries,
                                      [&](const Entry& other) { return other.name == entry.name; });
    if (same != node->entries.end()) {
      same->value = std::move(entry.value);
      return node;
    }
    node->entries.push_back(std::move(entry));
    return NodeOf(std::move(node->entries), depth);
  }

  // Of one that is there. Nodes stay even when nothing is left in them.
  static Link Without(const Node& before, int depth, absl::string_view name) {
    auto node = std::make_shared<Node>(before);
    if (node->ways.empty()) {
      node->entries.erase(
          absl::c_find_if(node->entries, [&](const Entry& entry) { return entry.name == name; }));
      return node;
    }
    Link& way = node->ways[WayOf(HashOf(name), depth)];
    way = Without(*way, depth + 1, name);
    return node;
  }

  template <typename See>
  static void ForEachIn(const Node& node, const See& see) {
    for (const Entry& entry : node.entries) see(entry);
    for (const Link& way : node.ways) {
      if (way != nullptr) ForEachIn(*way, see);
    }
  }

  size_t size_ = 0;
  Link root_{};
};

}  // namespace entraide::matcher
