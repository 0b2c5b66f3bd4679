// SPDX-License-Identifier: EUPL-1.2
#include "services/request/domain/names.h"

#include <array>
#include <cstddef>

#include "services/platform/base/named.h"

namespace entraide::request {
namespace {

// In the order of the enums.
constexpr std::array<absl::string_view, kStateCount> kStates = {
    "SUBMITTED",   "NEEDS_INFO", "SEARCHING", "ACCEPTED",   "COMPLETED",  "UNMET",
    "TURNED_DOWN", "CANCELLED",  "EXPIRED",   "WAITLISTED", "CONFIRMED",  "QUOTED",
    "IN_PROGRESS", "NO_SHOW",    "MISSED",    "SETTLED",    "SCHEDULED",  "IN_WORKSHOP",
    "FUNDING",     "APPROVED",   "READY",     "RETURNED",   "RESERVED",   "CHECKED_OUT",
    "CHECKED_IN",  "BOOKED",     "DONE",      "REPORTED",   "HANDED_OVER"};
constexpr std::array<absl::string_view, 6> kOfferStates = {"PROPOSED", "ACCEPTED",  "DECLINED",
                                                           "EXPIRED",  "RESCINDED", "WITHDRAWN"};
constexpr std::array<absl::string_view, 4> kActingFor = {"SELF", "RELATIVE", "PRESCRIBER",
                                                         "OPERATOR"};
constexpr std::array<absl::string_view, 3> kChannels = {"WEB", "PHONE", "DESK"};
constexpr std::array<absl::string_view, kRoleCount> kRoles = {
    "requester", "staff", "system", "coordinator", "volunteer", "operator"};
constexpr std::array<absl::string_view, 2> kSides = {"REQUESTER", "HOLDER"};
constexpr std::array<absl::string_view, 4> kMeans = {"", "PHONE", "SMS", "EMAIL"};

}  // namespace

absl::string_view NameOf(State state) { return kStates.at(static_cast<std::size_t>(state)); }
absl::string_view NameOf(OfferState state) {
  return kOfferStates.at(static_cast<std::size_t>(state));
}
absl::string_view NameOf(ActingFor acting_for) {
  return kActingFor.at(static_cast<std::size_t>(acting_for));
}
absl::string_view NameOf(Channel channel) {
  return kChannels.at(static_cast<std::size_t>(channel));
}
absl::string_view NameOf(Role role) { return kRoles.at(static_cast<std::size_t>(role)); }
absl::string_view NameOf(PendingChange::Side side) {
  return kSides.at(static_cast<std::size_t>(side));
}
absl::string_view NameOf(Contact::Means means) {
  return kMeans.at(static_cast<std::size_t>(means));
}

absl::StatusOr<State> ParseState(absl::string_view name) {
  return ParseNamed<State>(kStates, name);
}
absl::StatusOr<OfferState> ParseOfferState(absl::string_view name) {
  return ParseNamed<OfferState>(kOfferStates, name);
}
absl::StatusOr<ActingFor> ParseActingFor(absl::string_view name) {
  return ParseNamed<ActingFor>(kActingFor, name);
}
absl::StatusOr<Channel> ParseChannel(absl::string_view name) {
  return ParseNamed<Channel>(kChannels, name);
}
absl::StatusOr<Role> ParseRole(absl::string_view name) { return ParseNamed<Role>(kRoles, name); }
absl::StatusOr<PendingChange::Side> ParseSide(absl::string_view name) {
  return ParseNamed<PendingChange::Side>(kSides, name);
}
absl::StatusOr<Contact::Means> ParseMeans(absl::string_view name) {
  return ParseNamed<Contact::Means>(kMeans, name);
}

}  // namespace entraide::request
