// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "absl/strings/string_view.h"

namespace entraide::directory {

// The words of an enum, UPPER_SNAKE, in its order: the same in the contract and in the database. An
// enum of this domain declares its own by `constexpr auto WordsOf(E) { return std::array{...}; }`.
template <typename Enum>
absl::string_view WordOf(Enum value) {
  return WordsOf(Enum{}).at(static_cast<std::size_t>(value));
}

template <typename Enum>
std::optional<Enum> FromWord(absl::string_view word) {
  const auto words = WordsOf(Enum{});
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (word == words[i]) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace entraide::directory
