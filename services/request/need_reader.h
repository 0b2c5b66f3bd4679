// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <utility>
#include <vector>

#include "services/request/dispatcher.h"
#include "services/request/trade.h"

namespace entraide::request {

// Reads the needs of the trade `T`: the request, its details over it, and answers over both.
template <Trade T>
absl::StatusOr<std::vector<Need>> NeedsOf(pg::Transaction& tx,
                                          const std::vector<Request>& requests) {
  std::vector<RequestId> ids;
  for (const Request& request : requests) ids.push_back(request.id);
  ASSIGN_OR_RETURN(const DetailsOf<typename T::Details> details, T::Load(tx, ids));
  std::vector<Need> needs;
  for (const Request& request : requests) {
    const auto found = details.find(request.id);
    if (found == details.end()) return absl::DataLossError("a request has no details");
    Need need = NeedOf(request);
    T::AddTo(need, found->second);
    ApplyAnswers(request, need);
    needs.push_back(std::move(need));
  }
  return needs;
}

template <Trade T>
NeedReader NeedReaderOf() {
  return [](pg::Transaction& tx, const Request& request) -> absl::StatusOr<Need> {
    ASSIGN_OR_RETURN(std::vector<Need> needs, NeedsOf<T>(tx, {request}));
    return std::move(needs.front());
  };
}

// What a dispatcher is told of the trade `T`, which may have an `OnTime` for its deadlines.
template <Trade T>
Dispatcher::TradeParts DispatchedOf() {
  Dispatcher::TradeParts parts{.need_of = NeedReaderOf<T>()};
  if constexpr (requires { &T::OnTime; }) parts.on_time = &T::OnTime;
  return parts;
}

}  // namespace entraide::request
