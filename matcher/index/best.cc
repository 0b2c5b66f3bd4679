// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/best.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace entraide::matcher::index {
namespace {

constexpr size_t kFew = 16;

#if defined(__x86_64__)
using Eight [[gnu::vector_size(64)]] = uint64_t;

// The first `kFew` of `keys`, which has room for so many, become the greatest.
[[gnu::target("avx512f")]] void KeepFew(std::vector<uint64_t>& keys, size_t count) {
  constexpr Eight kAll = ~Eight{};
  constexpr Eight kBefore = {8, 0, 1, 2, 3, 4, 5, 6};  // Of two vectors: one on, from the second.
  constexpr Eight kBetween = {7, 8, 9, 10, 11, 12, 13, 14};
  Eight first = {};
  Eight second = {};
  for (size_t i = 0; i < count; ++i) {
    const Eight key = Eight{} + keys[i];
    const Eight before_first = __builtin_shuffle(first, kAll, kBefore);
    const Eight before_second = __builtin_shuffle(first, second, kBetween);
    const Eight to_first = before_first < key ? before_first : key;
    const Eight to_second = before_second < key ? before_second : key;
    first = first > to_first ? first : to_first;
    second = second > to_second ? second : to_second;
  }
  std::memcpy(keys.data(), &first, sizeof first);
  std::memcpy(keys.data() + kFew / 2, &second, sizeof second);
}
#endif

}  // namespace

void MoveBestToFront(size_t count, Width width, std::vector<uint64_t>& keys) {
#if defined(__x86_64__)
  if (width == Width::kAvx512 && count <= kFew) {
    const size_t all = keys.size();
    if (all < kFew) keys.resize(kFew);
    return KeepFew(keys, all);
  }
#endif
  const auto end_of_best = keys.begin() + static_cast<std::ptrdiff_t>(count);
  std::partial_sort(keys.begin(), end_of_best, keys.end(), std::greater<>());
}

}  // namespace entraide::matcher::index
