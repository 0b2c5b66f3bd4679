// SPDX-License-Identifier: EUPL-1.2
#include "services/garage/store/words.h"

#include <array>
#include <cstddef>

#include "services/platform/base/named.h"

namespace entraide::garage {
namespace {

// In the order of the enums.
constexpr std::array<absl::string_view, 2> kPlaces = {"bay", "adviser"};
constexpr std::array<absl::string_view, 3> kShareStates = {"REQUESTED", "GRANTED", "REFUSED"};
constexpr std::array<absl::string_view, 3> kOutcomes = {"OPEN", "REPAIRED", "UNREPAIRED"};
constexpr std::array<absl::string_view, 4> kDepositStates = {"NONE", "HELD", "RETURNED", "KEPT"};

}  // namespace

absl::string_view NameOf(Place place) { return kPlaces.at(static_cast<std::size_t>(place)); }
absl::string_view NameOf(ShareState state) {
  return kShareStates.at(static_cast<std::size_t>(state));
}
absl::string_view NameOf(Outcome outcome) {
  return kOutcomes.at(static_cast<std::size_t>(outcome));
}
absl::string_view NameOf(DepositState state) {
  return kDepositStates.at(static_cast<std::size_t>(state));
}

absl::StatusOr<Place> ParsePlace(absl::string_view name) {
  return ParseNamed<Place>(kPlaces, name);
}
absl::StatusOr<ShareState> ParseShareState(absl::string_view name) {
  return ParseNamed<ShareState>(kShareStates, name);
}
absl::StatusOr<Outcome> ParseOutcome(absl::string_view name) {
  return ParseNamed<Outcome>(kOutcomes, name);
}
absl::StatusOr<DepositState> ParseDepositState(absl::string_view name) {
  return ParseNamed<DepositState>(kDepositStates, name);
}

}  // namespace entraide::garage
