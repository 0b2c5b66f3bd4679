// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace entraide::matcher::index {

// The greatest of the keys that it has seen, in order; all keys differ, and none is 0. Each place
// keeps the better of its own and of what the place before passes on, all at once:
//
//   kept       90  70  40  20           72 arrives
//   passed on  72  70  40  20           by the place before: the lesser of its own and the new one
//   kept       90  72  70  40
class Best {
 public:
  static constexpr size_t kMost = 16;

  void Add(uint64_t key) {
    if (key <= kept_.back()) return;
    for (size_t i = kMost - 1; i > 0; --i) {
      kept_[i] = std::max(kept_[i], std::min(kept_[i - 1], key));
    }
    kept_[0] = std::max(kept_[0], key);
  }

  // The greatest first; 0: no more.
  const std::array<uint64_t, kMost>& kept() const { return kept_; }

 private:
  std::array<uint64_t, kMost> kept_{};
};

}  // namespace entraide::matcher::index
