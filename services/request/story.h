// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "services/platform/base/status.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"
#include "services/request/store/history_store.h"

namespace entraide::request {

// The details of several requests.
template <typename Details>
using DetailsOf = absl::flat_hash_map<RequestId, Details>;

// All that is shown of a request.
template <typename Details>
struct Story {
  Request request{};
  Details details{};
  std::vector<HistoryLine> history{};
};

// Adds details and history to `requests`, in their order.
template <typename T>
absl::StatusOr<std::vector<Story<typename T::Details>>> Tell(pg::Transaction& tx,
                                                             std::vector<Request> requests) {
  std::vector<RequestId> ids;
  for (const Request& request : requests) ids.push_back(request.id);
  ASSIGN_OR_RETURN(Histories histories, LoadHistories(tx, ids));
  ASSIGN_OR_RETURN(const DetailsOf<typename T::Details> details, T::Load(tx, ids));
  std::vector<Story<typename T::Details>> stories;
  for (Request& request : requests) {
    const auto found = details.find(request.id);
    if (found == details.end()) return absl::DataLossError("a request has no details");
    std::vector<HistoryLine> history = std::move(histories[request.id]);
    stories.push_back(
        {.request = std::move(request), .details = found->second, .history = std::move(history)});
  }
  return stories;
}

template <typename T>
absl::StatusOr<Story<typename T::Details>> TellOne(pg::Transaction& tx, Request request) {
  std::vector<Request> requests;
  requests.push_back(std::move(request));
  ASSIGN_OR_RETURN(std::vector<Story<typename T::Details>> stories,
                   Tell<T>(tx, std::move(requests)));
  return std::move(stories.front());
}

}  // namespace entraide::request
