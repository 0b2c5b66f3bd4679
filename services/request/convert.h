// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "entraide/common/v1/request.pb.h"
#include "google/protobuf/timestamp.pb.h"
#include "services/platform/base/violations.h"
#include "services/request/domain/contact.h"
#include "services/request/domain/filing.h"
#include "services/request/domain/request.h"

namespace entraide::request {

// What is said, not yet checked; a number that is no value of its enum is reported.
Filing ParseFiling(const common::v1::RequestInput& input, Violations& violations);
std::vector<Fact> ParseFacts(const google::protobuf::RepeatedPtrField<common::v1::Fact>& facts);

// Which states a list is about: unset is nothing. INVALID_ARGUMENT FIELDS_INVALID on `state`.
absl::StatusOr<std::optional<State>> ParseStateFilter(common::v1::RequestState state);
absl::StatusOr<OfferState> ParseOfferFilter(common::v1::Offer::State state);

// INVALID_ARGUMENT FIELDS_INVALID on `name`: not `{collection}/{id}`, with ids that are UUIDs.
absl::StatusOr<RequestId> ParseName(absl::string_view collection, absl::string_view name);
// The same for `{collection}/{id}/offers/{offer}`.
struct OfferName {
  RequestId request{};
  OfferId offer{};
};
absl::StatusOr<OfferName> ParseOfferName(absl::string_view collection, absl::string_view name);

// Nothing for an instant that is unset or out of the calendar.
std::optional<absl::Time> ParseTime(const google::protobuf::Timestamp& time);
google::protobuf::Timestamp ToProto(absl::Time time);

// Who holds a request, as the public directory calls it.
struct Holder {
  std::string display_name{};
  std::string phone{};
};

common::v1::RequestState ToProto(State state);
common::v1::HistoryEntry ToProto(const HistoryLine& line);
common::v1::RequestStatus RenderStatus(const Request& request,
                                       const std::vector<HistoryLine>& history,
                                       const Holder& holder);
common::v1::RequestView RenderView(const Request& request, const std::vector<HistoryLine>& history);
// What has not been answered by `now` is shown as expired.
common::v1::Offer RenderOffer(const Request& request, const Offer& offer, absl::Time now);
common::v1::Contact RenderContact(const Contact& contact);

// Changes with every change of the request.
std::string EtagOf(const Request& request);

}  // namespace entraide::request
