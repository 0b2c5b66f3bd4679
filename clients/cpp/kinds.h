// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "clients/cpp/requests_client.h"

namespace entraide::clients {

// A kind of need that people may ask for, and the service that takes it.
struct Kind {
  absl::string_view name{};
  Trade trade = Trade::kRides;
};

// All of them: rides first, then garage, then help at home.
absl::Span<const Kind> Kinds();

// Nothing for a kind that is shown but not asked for, and for an unknown one.
std::optional<Trade> TradeOfKind(absl::string_view kind);

}  // namespace entraide::clients
