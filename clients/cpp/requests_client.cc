// SPDX-License-Identifier: EUPL-1.2
#include "clients/cpp/requests_client.h"

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "services/platform/base/status.h"

namespace entraide::clients {
namespace {

namespace garage = ::entraide::garage::v1;
namespace homehelp = ::entraide::homehelp::v1;
namespace rides = ::entraide::rides::v1;

// How a trade's messages are called; the rest of them is alike.
struct Rides {
  using Stub = rides::RidesService::Stub;
  static constexpr auto kCreate = &Stub::CreateRide;
  static constexpr auto kStatus = &Stub::GetRideStatus;
  static constexpr auto kAnswer = &Stub::AnswerRideQuestions;
  static constexpr auto kCancel = &Stub::CancelRide;
  static constexpr auto kOffers = &Stub::ListRideOffers;
  static constexpr auto kHeld = &Stub::ListRides;
  static constexpr auto kCalls = &Stub::ListCallsNeeded;
  static constexpr auto kGet = &Stub::GetRide;
  static constexpr auto kAccept = &Stub::AcceptRide;
  static constexpr auto kDecline = &Stub::DeclineRide;
  static constexpr auto kUndoDecline = &Stub::UndoDeclineRide;
  static constexpr auto kAct = &Stub::ActOnRide;
  static constexpr auto kReply = &Stub::ReplyOnRide;
  static constexpr auto kComplete = &Stub::CompleteRide;
  static constexpr auto kExplain = &Stub::ExplainRide;
  static constexpr auto kReveal = &Stub::RevealRideContact;
  static const rides::RideStatus& Filed(const rides::CreateRideResponse& r) { return r.ride(); }
  static const auto& Held(const rides::ListRidesResponse& r) { return r.rides(); }
};

struct Garage {
  using Stub = garage::GarageService::Stub;
  static constexpr auto kCreate = &Stub::CreateJob;
  static constexpr auto kStatus = &Stub::GetJobStatus;
  static constexpr auto kAnswer = &Stub::AnswerJobQuestions;
  static constexpr auto kCancel = &Stub::CancelJob;
  static constexpr auto kOffers = &Stub::ListJobOffers;
  static constexpr auto kHeld = &Stub::ListJobs;
  static constexpr auto kCalls = &Stub::ListCallsNeeded;
  static constexpr auto kGet = &Stub::GetJob;
  static constexpr auto kAccept = &Stub::AcceptJob;
  static constexpr auto kDecline = &Stub::DeclineJob;
  static constexpr auto kUndoDecline = &Stub::UndoDeclineJob;
  static constexpr auto kAct = &Stub::ActOnJob;
  static constexpr auto kReply = &Stub::ReplyOnJob;
  static constexpr auto kComplete = &Stub::CompleteJob;
  static constexpr auto kExplain = &Stub::ExplainJob;
  static constexpr auto kReveal = &Stub::RevealJobContact;
  static const garage::JobStatus& Filed(const garage::CreateJobResponse& r) { return r.job(); }
  static const auto& Held(const garage::ListJobsResponse& r) { return r.jobs(); }
};

struct HomeHelp {
  using Stub = homehelp::HomeHelpService::Stub;
  static constexpr auto kCreate = &Stub::CreateVisit;
  static constexpr auto kStatus = &Stub::GetVisitStatus;
  static constexpr auto kAnswer = &Stub::AnswerVisitQuestions;
  static constexpr auto kCancel = &Stub::CancelVisit;
  static constexpr auto kOffers = &Stub::ListVisitOffers;
  static constexpr auto kHeld = &Stub::ListVisits;
  static constexpr auto kCalls = &Stub::ListCallsNeeded;
  static constexpr auto kGet = &Stub::GetVisit;
  static constexpr auto kAccept = &Stub::AcceptVisit;
  static constexpr auto kDecline = &Stub::DeclineVisit;
  static constexpr auto kUndoDecline = &Stub::UndoDeclineVisit;
  static constexpr auto kAct = &Stub::ActOnVisit;
  static constexpr auto kReply = &Stub::ReplyOnVisit;
  static constexpr auto kComplete = &Stub::CompleteVisit;
  static constexpr auto kExplain = &Stub::ExplainVisit;
  static constexpr auto kReveal = &Stub::RevealVisitContact;
  static const homehelp::VisitStatus& Filed(const homehelp::CreateVisitResponse& r) {
    return r.visit();
  }
  static const auto& Held(const homehelp::ListVisitsResponse& r) { return r.visits(); }
};

// The request message of an RPC.
template <typename Stub, typename Request, typename Response>
Request RequestOf(grpc::Status (Stub::*)(grpc::ClientContext*, const Request&, Response*)) {
  return {};
}

template <typename Proto>
std::optional<Details> ProposedIn(const Proto& proto) {
  if (!proto.has_proposed_details()) return std::nullopt;
  return proto.proposed_details();
}

template <typename Proto>
std::optional<rides::OtherLeg> OtherLegOf(const Proto& proto) {
  if constexpr (requires { proto.other_leg(); }) {
    if (proto.has_other_leg()) return proto.other_leg();
  }
  return std::nullopt;
}

template <typename Proto>
FollowedRequest ToFollowed(const Proto& proto) {
  FollowedRequest followed{proto.name(), proto.status(), proto.details(), ProposedIn(proto)};
  followed.other_leg = OtherLegOf(proto);
  if constexpr (requires { proto.direction(); }) {
    // Whoever asked for a way back asked for one journey.
    if (followed.other_leg.has_value() && proto.direction() == rides::RIDE_DIRECTION_OUTWARD) {
      *std::get<rides::RideDetails>(followed.details).mutable_return_time() =
          proto.other_leg().pickup_time();
    }
  }
  return followed;
}

template <typename Proto>
HeldRequest ToHeld(const Proto& proto) {
  HeldRequest held{proto.name(), proto.etag(), proto.request(), proto.details(), ProposedIn(proto)};
  held.other_leg = OtherLegOf(proto);
  if constexpr (requires { proto.serving(); }) held.serving = proto.serving();
  return held;
}

absl::Status UnknownName() {
  return WithReason(absl::InvalidArgumentError("neither rides/, jobs/ nor visits/"),
                    "NAME_UNKNOWN");
}

}  // namespace

Trade TradeOf(const Details& details) { return static_cast<Trade>(details.index()); }

std::optional<Trade> TradeOfName(absl::string_view name) {
  if (absl::StartsWith(name, "rides/")) return Trade::kRides;
  if (absl::StartsWith(name, "jobs/")) return Trade::kGarage;
  if (absl::StartsWith(name, "visits/")) return Trade::kHomeHelp;
  return std::nullopt;
}

std::optional<Trade> TradeOfCode(absl::string_view tracking_code) {
  const absl::string_view code = absl::StripLeadingAsciiWhitespace(tracking_code);
  if (absl::StartsWithIgnoreCase(code, "R")) return Trade::kRides;
  if (absl::StartsWithIgnoreCase(code, "G")) return Trade::kGarage;
  if (absl::StartsWithIgnoreCase(code, "H")) return Trade::kHomeHelp;
  return std::nullopt;
}

RequestsClient::RequestsClient(const std::shared_ptr<grpc::ChannelInterface>& channel)
    : rides_(rides::RidesService::NewStub(channel)),
      garage_(garage::GarageService::NewStub(channel)),
      homehelp_(homehelp::HomeHelpService::NewStub(channel)) {}

template <typename Work>
auto RequestsClient::With(Trade trade, const Work& work) {
  switch (trade) {
    case Trade::kRides:
      return work(Rides{}, *rides_);
    case Trade::kGarage:
      return work(Garage{}, *garage_);
    case Trade::kHomeHelp:
      break;
  }
  return work(HomeHelp{}, *homehelp_);
}

absl::StatusOr<FiledRequest> RequestsClient::Create(const common::v1::RequestInput& input,
                                                    const Details& details,
                                                    absl::string_view request_id,
                                                    const CallOptions& options) {
  return With(TradeOf(details), [&](auto trade, auto& stub) -> absl::StatusOr<FiledRequest> {
    auto request = RequestOf(trade.kCreate);
    *request.mutable_request() = input;
    *request.mutable_details() = std::get<std::decay_t<decltype(request.details())>>(details);
    request.set_request_id(std::string(request_id));
    ASSIGN_OR_RETURN(const auto response, Call(stub, trade.kCreate, request, options));
    return FiledRequest{ToFollowed(trade.Filed(response)), response.tracking_code()};
  });
}

absl::StatusOr<FollowedRequest> RequestsClient::Status(Trade trade, const CallOptions& options) {
  return With(trade, [&](auto names, auto& stub) -> absl::StatusOr<FollowedRequest> {
    ASSIGN_OR_RETURN(const auto status,
                     Call(stub, names.kStatus, RequestOf(names.kStatus), options));
    return ToFollowed(status);
  });
}

absl::StatusOr<FollowedRequest> RequestsClient::Answer(Trade trade, const Answers& answers,
                                                       absl::string_view request_id,
                                                       const CallOptions& options) {
  return With(trade, [&](auto names, auto& stub) -> absl::StatusOr<FollowedRequest> {
    auto request = RequestOf(names.kAnswer);
    request.mutable_facts()->Add(answers.facts.begin(), answers.facts.end());
    request.set_text(answers.text);
    request.set_request_id(std::string(request_id));
    ASSIGN_OR_RETURN(const auto status, Call(stub, names.kAnswer, request, options));
    return ToFollowed(status);
  });
}

absl::StatusOr<FollowedRequest> RequestsClient::Cancel(Trade trade, absl::string_view reason,
                                                       absl::string_view request_id,
                                                       const CallOptions& options) {
  return With(trade, [&](auto names, auto& stub) -> absl::StatusOr<FollowedRequest> {
    auto request = RequestOf(names.kCancel);
    request.set_reason(std::string(reason));
    request.set_request_id(std::string(request_id));
    ASSIGN_OR_RETURN(const auto status, Call(stub, names.kCancel, request, options));
    return ToFollowed(status);
  });
}

absl::StatusOr<std::vector<AskedOffer>> RequestsClient::ListOffers(Trade trade,
                                                                   const CallOptions& options) {
  return With(trade, [&](auto names, auto& stub) -> absl::StatusOr<std::vector<AskedOffer>> {
    auto request = RequestOf(names.kOffers);
    request.set_page_size(500);
    ASSIGN_OR_RETURN(const auto page, Call(stub, names.kOffers, request, options));
    std::vector<AskedOffer> offers;
    for (const auto& offer : page.offers()) {
      offers.push_back({offer.name(), offer.offer(), offer.details()});
    }
    return offers;
  });
}

absl::StatusOr<std::vector<HeldRequest>> RequestsClient::ListHeld(Trade trade,
                                                                  const CallOptions& options) {
  return With(trade, [&](auto names, auto& stub) -> absl::StatusOr<std::vector<HeldRequest>> {
    auto request = RequestOf(names.kHeld);
    request.set_page_size(500);
    ASSIGN_OR_RETURN(const auto page, Call(stub, names.kHeld, request, options));
    std::vector<HeldRequest> held;
    for (const auto& one : names.Held(page)) held.push_back(ToHeld(one));
    return held;
  });
}

absl::StatusOr<std::vector<common::v1::CallNeeded>> RequestsClient::ListCalls(
    Trade trade, const CallOptions& options) {
  return With(
      trade, [&](auto names, auto& stub) -> absl::StatusOr<std::vector<common::v1::CallNeeded>> {
        common::v1::ListCallsNeededRequest request;
        request.set_page_size(500);
        ASSIGN_OR_RETURN(const common::v1::ListCallsNeededResponse page,
                         Call(stub, names.kCalls, request, options));
        return std::vector<common::v1::CallNeeded>(page.calls().begin(), page.calls().end());
      });
}

absl::StatusOr<HeldRequest> RequestsClient::Get(const std::string& name,
                                                const CallOptions& options) {
  const std::optional<Trade> trade = TradeOfName(name);
  if (!trade.has_value()) return UnknownName();
  return With(*trade, [&](auto names, auto& stub) -> absl::StatusOr<HeldRequest> {
    auto request = RequestOf(names.kGet);
    request.set_name(name);
    ASSIGN_OR_RETURN(const auto held, Call(stub, names.kGet, request, options));
    return ToHeld(held);
  });
}

absl::StatusOr<HeldRequest> RequestsClient::Accept(const std::string& offer,
                                                   absl::string_view request_id,
                                                   const CallOptions& options) {
  const std::optional<Trade> trade = TradeOfName(offer);
  if (!trade.has_value()) return UnknownName();
  return With(*trade, [&](auto names, auto& stub) -> absl::StatusOr<HeldRequest> {
    auto request = RequestOf(names.kAccept);
    request.set_name(offer);
    request.set_request_id(std::string(request_id));
    ASSIGN_OR_RETURN(const auto held, Call(stub, names.kAccept, request, options));
    return ToHeld(held);
  });
}

absl::Status RequestsClient::Decline(const std::string& offer, absl::string_view reason,
                                     absl::string_view request_id, const CallOptions& options) {
  const std::optional<Trade> trade = TradeOfName(offer);
  if (!trade.has_value()) return UnknownName();
  return With(*trade, [&](auto names, auto& stub) -> absl::Status {
    auto request = RequestOf(names.kDecline);
    request.set_name(offer);
    request.set_reason(std::string(reason));
    request.set_request_id(std::string(request_id));
    return Call(stub, names.kDecline, request, options).status();
  });
}

absl::StatusOr<AskedOffer> RequestsClient::UndoDecline(const std::string& offer,
                                                       absl::string_view request_id,
                                                       const CallOptions& options) {
  const std::optional<Trade> trade = TradeOfName(offer);
  if (!trade.has_value()) return UnknownName();
  return With(*trade, [&](auto names, auto& stub) -> absl::StatusOr<AskedOffer> {
    auto request = RequestOf(names.kUndoDecline);
    request.set_name(offer);
    request.set_request_id(std::string(request_id));
    ASSIGN_OR_RETURN(const auto again, Call(stub, names.kUndoDecline, request, options));
    return AskedOffer{again.name(), again.offer(), again.details()};
  });
}

template <typename Fill>
absl::StatusOr<HeldRequest> RequestsClient::ActWith(const std::string& name, absl::string_view etag,
                                                    absl::string_view request_id,
                                                    const CallOptions& options, const Fill& fill) {
  const std::optional<Trade> trade = TradeOfName(name);
  if (!trade.has_value()) return UnknownName();
  return With(*trade, [&](auto names, auto& stub) -> absl::StatusOr<HeldRequest> {
    auto request = RequestOf(names.kAct);
    request.set_name(name);
    request.set_etag(std::string(etag));
    request.set_request_id(std::string(request_id));
    fill(request);
    ASSIGN_OR_RETURN(const auto held, Call(stub, names.kAct, request, options));
    return ToHeld(held);
  });
}

absl::StatusOr<HeldRequest> RequestsClient::Act(const std::string& name, absl::string_view etag,
                                                const common::v1::HolderAction& action,
                                                absl::string_view request_id,
                                                const CallOptions& options) {
  return ActWith(name, etag, request_id, options,
                 [&](auto& request) { *request.mutable_common() = action; });
}

absl::StatusOr<FollowedRequest> RequestsClient::Reply(Trade trade, const std::string& name,
                                                      const common::v1::RequesterAction& action,
                                                      absl::string_view request_id,
                                                      const CallOptions& options) {
  return With(trade, [&](auto names, auto& stub) -> absl::StatusOr<FollowedRequest> {
    auto request = RequestOf(names.kReply);
    request.set_name(name);
    request.set_request_id(std::string(request_id));
    *request.mutable_common() = action;
    ASSIGN_OR_RETURN(const auto status, Call(stub, names.kReply, request, options));
    return ToFollowed(status);
  });
}

absl::StatusOr<HeldRequest> RequestsClient::Assign(const std::string& name, absl::string_view etag,
                                                   absl::string_view assignee,
                                                   absl::string_view request_id,
                                                   const CallOptions& options) {
  return ActWith(name, etag, request_id, options, [&](auto& request) {
    if constexpr (requires { request.mutable_serving(); }) {
      request.mutable_serving()->mutable_assign()->set_assignee(std::string(assignee));
    }
  });
}

absl::StatusOr<HeldRequest> RequestsClient::Complete(const std::string& name,
                                                     absl::string_view etag,
                                                     absl::string_view request_id,
                                                     const CallOptions& options) {
  const std::optional<Trade> trade = TradeOfName(name);
  if (!trade.has_value()) return UnknownName();
  return With(*trade, [&](auto names, auto& stub) -> absl::StatusOr<HeldRequest> {
    auto request = RequestOf(names.kComplete);
    request.set_name(name);
    request.set_etag(std::string(etag));
    request.set_request_id(std::string(request_id));
    ASSIGN_OR_RETURN(const auto held, Call(stub, names.kComplete, request, options));
    return ToHeld(held);
  });
}

absl::StatusOr<matcher::v1::Explanation> RequestsClient::Explain(const std::string& name,
                                                                 const CallOptions& options) {
  const std::optional<Trade> trade = TradeOfName(name);
  if (!trade.has_value()) return UnknownName();
  return With(*trade, [&](auto names, auto& stub) -> absl::StatusOr<matcher::v1::Explanation> {
    auto request = RequestOf(names.kExplain);
    request.set_name(name);
    return Call(stub, names.kExplain, request, options);
  });
}

absl::StatusOr<common::v1::Contact> RequestsClient::RevealContact(const std::string& name,
                                                                  absl::string_view reason,
                                                                  const CallOptions& options) {
  const std::optional<Trade> trade = TradeOfName(name);
  if (!trade.has_value()) return UnknownName();
  return With(*trade, [&](auto names, auto& stub) -> absl::StatusOr<common::v1::Contact> {
    auto request = RequestOf(names.kReveal);
    request.set_name(name);
    request.set_reason(std::string(reason));
    ASSIGN_OR_RETURN(const auto response, Call(stub, names.kReveal, request, options));
    return response.contact();
  });
}

}  // namespace entraide::clients
