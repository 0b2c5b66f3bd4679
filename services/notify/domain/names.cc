// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/domain/names.h"

#include <array>

namespace entraide::notify {
namespace {

constexpr std::array<absl::string_view, 4> kParts = {"PERSON", "FILER", "HOLDER", "ASKED"};
constexpr std::array<absl::string_view, 5> kStates = {"WAITING", "SENDING", "SENT", "DROPPED",
                                                      "DEAD"};
constexpr std::array<absl::string_view, 2> kChannels = {"EMAIL", "SMS"};

template <typename Enum, std::size_t size>
absl::StatusOr<Enum> Parse(const std::array<absl::string_view, size>& names,
                           absl::string_view name) {
  for (std::size_t i = 0; i < size; ++i) {
    if (names.at(i) == name) return static_cast<Enum>(i);
  }
  return absl::DataLossError("a table holds a word that the program does not know");
}

}  // namespace

absl::string_view NameOf(Part part) { return kParts.at(static_cast<std::size_t>(part)); }
absl::string_view NameOf(State state) { return kStates.at(static_cast<std::size_t>(state)); }
absl::string_view NameOf(Channel channel) {
  return kChannels.at(static_cast<std::size_t>(channel));
}

absl::StatusOr<Part> ParsePart(absl::string_view name) { return Parse<Part>(kParts, name); }
absl::StatusOr<State> ParseState(absl::string_view name) { return Parse<State>(kStates, name); }
absl::StatusOr<Channel> ParseChannel(absl::string_view name) {
  return Parse<Channel>(kChannels, name);
}

}  // namespace entraide::notify
