// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <concepts>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/platform/base/violations.h"
#include "services/platform/pg/transaction.h"
#include "services/request/domain/filing.h"
#include "services/request/domain/need.h"
#include "services/request/story.h"

namespace entraide::request {

// What a service's RPCs are called, and what its requests are.
struct Naming {
  absl::string_view service{};     // `rides`: of the schema, and to the matcher.
  absl::string_view rpc_prefix{};  // `/entraide.rides.v1.RidesService/`
  absl::string_view thing{};       // `Ride`, as in `CreateRide`
  absl::string_view things{};      // `Rides`, as in `ListRides`
  absl::string_view collection{};  // `rides`, as in `rides/{ride}`
  char letter = 'R';               // Of its tracking codes.
};

// When and where a filing's details are checked.
struct CheckContext {
  const KnownCommunes& known;
  absl::Time now{};
};

// What rides, garage and home help tell the front about themselves: messages, details, table.
// clang-format off
template <typename T>
concept Trade = requires(const typename T::CreateRequest& create, typename T::CreateResponse& created,
                         const typename T::Details& details, const Filing& filing,
                         const CheckContext& context, const DetailsOf<typename T::Details>& filed,
                         const std::vector<RequestId>& ids, Violations& violations, Need& need,
                         pg::Transaction& tx, typename T::ListResponse& list) {
  { T::kNaming } -> std::convertible_to<Naming>;
  { T::Kinds() } -> std::convertible_to<std::vector<absl::string_view>>;
  // Codes of communes in the details, existing or not.
  { T::CommunesIn(create) } -> std::convertible_to<std::vector<std::string>>;
  // The details in their one form; what is wrong goes to `violations` under `details.`.
  { T::Check(create, filing, context, violations) } -> std::same_as<typename T::Details>;
  { T::TimingOf(details) } -> std::same_as<Timing>;
  { T::AddTo(need, details) };
  // Writes details that are new, or take the place of others.
  { T::Put(tx, filed) } -> std::same_as<absl::Status>;
  { T::Load(tx, ids) } -> std::same_as<absl::StatusOr<DetailsOf<typename T::Details>>>;
  { T::ToProto(details) } -> std::same_as<typename T::DetailsProto>;
  { T::Filed(created) } -> std::same_as<typename T::Status&>;
  { T::AddTo(list) } -> std::same_as<typename T::Thing&>;
};
// clang-format on

}  // namespace entraide::request
