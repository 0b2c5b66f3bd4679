// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/contact.h"
#include "services/request/domain/request.h"
#include "services/request/store/list_store.h"

namespace entraide::request {

// Who asks for a contact, and why.
struct Reveal {
  RequestId id{};
  OrganizationId organization{};
  std::string person{};
  std::string reason{};  // 3 to 200 characters.
};

absl::Status InsertContacts(pg::Transaction& tx,
                            const absl::flat_hash_map<RequestId, Contact>& contacts);

// Notes who sees the contact of a request that the organization holds now, and reads it; show it
// once `tx` is committed. NOT_FOUND REQUEST_UNKNOWN: it is not there, or not held by it.
absl::StatusOr<Contact> RevealContact(pg::Transaction& tx, const Reveal& reveal, absl::Time now);

// The same for a service of the platform that writes to the person, whoever holds the request:
// `reveal.organization` and `reveal.person` name the service.
absl::StatusOr<Contact> TellContact(pg::Transaction& tx, const Reveal& reveal, absl::Time now);

// Somebody who has to be called about a request that an organization holds: what they are to be
// told, and what is known of how to reach them by machine. Nothing that reaches them.
struct DueCall {
  Request request{};
  HistoryLine news{};
  bool no_digital = false;
  bool has_address = false;
  std::string hours{};
};
// Those that `holder` has not made: it has not seen the contact since the news. The oldest news
// first: by its time, and the request's id.
absl::StatusOr<std::vector<DueCall>> ListDueCalls(pg::Transaction& tx, const OrganizationId& holder,
                                                  const Stretch& stretch);

}  // namespace entraide::request
