// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/notify/domain/message.h"
#include "services/notify/sources.h"

namespace entraide::notify {

// Whom `message` is to as of now, an organization with the address that the directory shows;
// nothing if the owner of the request does not name them any more.
absl::StatusOr<std::optional<Recipient>> AddresseeOf(const Message& message,
                                                     const Happening& happening,
                                                     const Sources& sources, absl::Time deadline);

}  // namespace entraide::notify
