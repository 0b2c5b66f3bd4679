// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "absl/strings/string_view.h"
#include "clients/cpp/requests_client.h"

namespace entraide::clients {

// The service that takes requests of this kind; none for a kind that is shown but not asked for
// here, and for an unknown one.
std::optional<Trade> TradeOfKind(absl::string_view kind);

}  // namespace entraide::clients
