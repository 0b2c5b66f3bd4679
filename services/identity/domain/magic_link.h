// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/identity/domain/grant.h"

namespace entraide::identity {

using LinkId = Strong<std::string, struct LinkIdTag>;

constexpr absl::Duration kLinkLifetime = absl::Minutes(10);
constexpr int kLinkTries = 5;
constexpr int kMailsAnHour = 5;

// A mailed code that waits for its person; for an unknown address it waits for nobody.
struct MagicLink {
  LinkId id{};
  std::optional<PersonId> person{};
  std::string code_hash{};
};

// Whom the code with `code_hash` signs in; `link` is nothing if the browser asked for none, or it
// is too old or was tried too often. UNAUTHENTICATED: CODE_INVALID, the same for every cause.
absl::StatusOr<PersonId> Redeem(const std::optional<MagicLink>& link, absl::string_view code_hash);

// The refusal of every code that opens nothing.
absl::Status CodeInvalid();

}  // namespace entraide::identity
