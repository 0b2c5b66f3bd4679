// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "clients/cpp/requests_client.h"

namespace entraide::web {

// Kinds that people ask for, in the order and under the headings of the form. Names are words of
// the vocabularies "kind_group" and "kind".
struct KindGroup {
  absl::string_view name{};
  clients::Trade trade{};
  std::vector<absl::string_view> kinds{};
};

const std::vector<KindGroup>& KindGroups();

// The trade that takes requests of this kind; nothing for a kind that is shown, not requested.
std::optional<clients::Trade> TradeOfKind(absl::string_view kind);

}  // namespace entraide::web
