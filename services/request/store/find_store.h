// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "absl/status/statusor.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// The ways in which a request is somebody's. Nobody reaches one without saying how.
struct ByCode {
  std::string tracking_hash{};
  std::optional<RequestId> id{};  // Nothing: the first of those that it opens.
};
struct FiledBy {
  OrganizationId organization{};
  RequestId id{};
};
struct HeldBy {
  OrganizationId organization{};
  RequestId id{};
};
struct AskedOf {
  OrganizationId organization{};
  RequestId id{};
  OfferId offer{};
};
// Held by it, or put to it.
struct KnownTo {
  OrganizationId organization{};
  RequestId id{};
};
// Whosoever it is: for operators, who see no person in it.
struct AnyOf {
  RequestId id{};
};
using Scope = std::variant<ByCode, FiledBy, HeldBy, AskedOf, KnownTo, AnyOf>;

// The request that `scope` names. NOT_FOUND REQUEST_UNKNOWN: it is not there, or somebody else's.
absl::StatusOr<RequestId> FindRequest(pg::Transaction& tx, const Scope& scope);

// The request that was filed with `id` and is opened by its code, if there is one.
absl::StatusOr<std::optional<RequestId>> FindFiledWith(pg::Transaction& tx, const RequestId& id);

}  // namespace entraide::request
