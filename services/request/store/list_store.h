// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// A stretch of a list: at most `limit` rows after the one with this sort key.
struct Stretch {
  int limit = 50;
  struct Key {
    absl::Time time{};
    std::string id{};
  };
  std::optional<Key> after{};
};

// What a body filed, latest first: by create_time, id.
absl::StatusOr<std::vector<Request>> ListFiled(pg::Transaction& tx, const OrganizationId& body,
                                               const Stretch& stretch);

// What an organization holds or held, latest change first: by update_time, id. Without `state`, in
// all of them.
absl::StatusOr<std::vector<Request>> ListHeld(pg::Transaction& tx, const OrganizationId& holder,
                                              std::optional<State> state, const Stretch& stretch);

// A question and what it is about.
struct Asked {
  Request request{};
  Offer offer{};
};

// Which questions are listed: what has not been answered by `now` counts as expired.
struct Inbox {
  OrganizationId organization{};
  OfferState state = OfferState::kProposed;
  absl::Time now{};
};

// What was put to an organization, the most urgent first: by expire_time, id.
absl::StatusOr<std::vector<Asked>> ListAsked(pg::Transaction& tx, const Inbox& inbox,
                                             const Stretch& stretch);

}  // namespace entraide::request
