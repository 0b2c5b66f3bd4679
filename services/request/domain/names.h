// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/request/domain/contact.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// How states and enums are called in tables: `SUBMITTED`, `PROPOSED`, `SELF`, `WEB`, `staff`.
absl::string_view NameOf(State state);
absl::string_view NameOf(OfferState state);
absl::string_view NameOf(ActingFor acting_for);
absl::string_view NameOf(Channel channel);
absl::string_view NameOf(Role role);
absl::string_view NameOf(PendingChange::Side side);
absl::string_view NameOf(Contact::Means means);

// The way back. DATA_LOSS: no such name.
absl::StatusOr<State> ParseState(absl::string_view name);
absl::StatusOr<OfferState> ParseOfferState(absl::string_view name);
absl::StatusOr<ActingFor> ParseActingFor(absl::string_view name);
absl::StatusOr<Channel> ParseChannel(absl::string_view name);
absl::StatusOr<Role> ParseRole(absl::string_view name);
absl::StatusOr<PendingChange::Side> ParseSide(absl::string_view name);
absl::StatusOr<Contact::Means> ParseMeans(absl::string_view name);

}  // namespace entraide::request
