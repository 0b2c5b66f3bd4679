// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "clients/cpp/call.h"
#include "entraide/common/v1/action.pb.h"
#include "entraide/common/v1/call.pb.h"
#include "entraide/common/v1/request.pb.h"
#include "entraide/common/v1/serving.pb.h"
#include "entraide/garage/v1/garage_service.grpc.pb.h"
#include "entraide/homehelp/v1/homehelp_service.grpc.pb.h"
#include "entraide/matcher/v1/explanation.pb.h"
#include "entraide/rides/v1/rides_service.grpc.pb.h"

namespace entraide::clients {

// The services that take requests. They share their front, so callers see them through one client.
enum class Trade { kRides, kGarage, kHomeHelp };

// What a request adds to the front, by trade; the alternative's index is the Trade.
using Details =
    std::variant<rides::v1::RideDetails, garage::v1::JobDetails, homehelp::v1::VisitDetails>;
Trade TradeOf(const Details& details);

// The trade that owns `rides/...`, `jobs/...` or `visits/...`; nothing for another name.
std::optional<Trade> TradeOfName(absl::string_view name);
// The trade that issued a tracking code, by its letter (R, G, H in any case); nothing for another.
std::optional<Trade> TradeOfCode(absl::string_view tracking_code);

// A RideStatus, JobStatus or VisitStatus.
struct FollowedRequest {
  std::string name{};
  common::v1::RequestStatus status{};
  Details details{};
  std::optional<Details> proposed{};               // With a pending change: what they would become.
  std::optional<rides::v1::OtherLeg> other_leg{};  // Of a ride with a way back.
};

// The answer to a creation.
struct FiledRequest {
  FollowedRequest request{};
  std::string tracking_code{};
};

// A RideOffer, JobOffer or VisitOffer.
struct AskedOffer {
  std::string name{};
  common::v1::Offer offer{};
  Details details{};
};

// A Ride, Job or Visit.
struct HeldRequest {
  std::string name{};
  std::string etag{};
  common::v1::RequestView request{};
  Details details{};
  std::optional<Details> proposed{};               // As above.
  common::v1::Serving serving{};                   // Of a Ride or a Visit.
  std::optional<rides::v1::OtherLeg> other_leg{};  // As above.
};

// Answers to open questions; `text` is that to a question in words.
struct Answers {
  std::vector<common::v1::Fact> facts{};
  std::string text{};
};

// RidesService, GarageService and HomeHelpService over one channel. Errors are those of the RPCs;
// INVALID_ARGUMENT NAME_UNKNOWN when a name or code belongs to no trade. Thread-safe.
class RequestsClient {
 public:
  explicit RequestsClient(const std::shared_ptr<grpc::ChannelInterface>& channel);

  absl::StatusOr<FiledRequest> Create(const common::v1::RequestInput& input, const Details& details,
                                      absl::string_view request_id, const CallOptions& options);

  // For the holder of a tracking code, which must be the credential of `options`.
  absl::StatusOr<FollowedRequest> Status(Trade trade, const CallOptions& options);
  absl::StatusOr<FollowedRequest> Answer(Trade trade, const Answers& answers,
                                         absl::string_view request_id, const CallOptions& options);
  absl::StatusOr<FollowedRequest> Cancel(Trade trade, absl::string_view reason,
                                         absl::string_view request_id, const CallOptions& options);

  // For whoever asked; of what a body filed, `name` says which.
  absl::StatusOr<FollowedRequest> Reply(Trade trade, const std::string& name,
                                        const common::v1::RequesterAction& action,
                                        absl::string_view request_id, const CallOptions& options);

  // For staff. First pages of up to 500: a person's inbox, not an export.
  absl::StatusOr<std::vector<AskedOffer>> ListOffers(Trade trade, const CallOptions& options);
  absl::StatusOr<std::vector<HeldRequest>> ListHeld(Trade trade, const CallOptions& options);
  absl::StatusOr<std::vector<common::v1::CallNeeded>> ListCalls(Trade trade,
                                                                const CallOptions& options);
  absl::StatusOr<HeldRequest> Get(const std::string& name, const CallOptions& options);
  absl::StatusOr<HeldRequest> Accept(const std::string& offer, absl::string_view request_id,
                                     const CallOptions& options);
  absl::Status Decline(const std::string& offer, absl::string_view reason,
                       absl::string_view request_id, const CallOptions& options);
  absl::StatusOr<AskedOffer> UndoDecline(const std::string& offer, absl::string_view request_id,
                                         const CallOptions& options);
  // An empty `etag` acts whatever happened meanwhile.
  absl::StatusOr<HeldRequest> Act(const std::string& name, absl::string_view etag,
                                  const common::v1::HolderAction& action,
                                  absl::string_view request_id, const CallOptions& options);
  // Somebody is to drive, or to go: rides and visits only.
  absl::StatusOr<HeldRequest> Assign(const std::string& name, absl::string_view etag,
                                     absl::string_view assignee, absl::string_view request_id,
                                     const CallOptions& options);
  absl::StatusOr<HeldRequest> Complete(const std::string& name, absl::string_view etag,
                                       absl::string_view request_id, const CallOptions& options);
  // Why `name` was put to whom, and who could serve it now; for operators too.
  absl::StatusOr<matcher::v1::Explanation> Explain(const std::string& name,
                                                   const CallOptions& options);
  absl::StatusOr<common::v1::Contact> RevealContact(const std::string& name,
                                                    absl::string_view reason,
                                                    const CallOptions& options);

 private:
  // Calls `work(names of the trade's messages, its stub)`.
  template <typename Work>
  auto With(Trade trade, const Work& work);
  // Acts on what is held: `fill` says, in the trade's own message, how.
  template <typename Fill>
  absl::StatusOr<HeldRequest> ActWith(const std::string& name, absl::string_view etag,
                                      absl::string_view request_id, const CallOptions& options,
                                      const Fill& fill);

  std::unique_ptr<rides::v1::RidesService::Stub> rides_;
  std::unique_ptr<garage::v1::GarageService::Stub> garage_;
  std::unique_ptr<homehelp::v1::HomeHelpService::Stub> homehelp_;
};

}  // namespace entraide::clients
