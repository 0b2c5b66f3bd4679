// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "entraide/rides/v1/rides_service.pb.h"
#include "proto/vocabulary/kinds.h"
#include "services/request/trade.h"
#include "services/rides/convert.h"
#include "services/rides/domain/ride.h"
#include "services/rides/leg_acts.h"
#include "services/rides/store/ride_store.h"

namespace entraide::rides {

// What rides tell the front about themselves.
struct RideTrade {
  static constexpr request::Naming kNaming = {.service = "rides",
                                              .rpc_prefix = "/entraide.rides.v1.RidesService/",
                                              .thing = "Ride",
                                              .things = "Rides",
                                              .collection = "rides",
                                              .letter = 'R'};

  using Details = RideDetails;
  using DetailsProto = v1::RideDetails;
  using Thing = v1::Ride;
  using Status = v1::RideStatus;
  using Offer = v1::RideOffer;
  using CreateRequest = v1::CreateRideRequest;
  using CreateResponse = v1::CreateRideResponse;
  using GetStatusRequest = v1::GetRideStatusRequest;
  using ListStatusesRequest = v1::ListRideStatusesRequest;
  using ListStatusesResponse = v1::ListRideStatusesResponse;
  using AnswerRequest = v1::AnswerRideQuestionsRequest;
  using CancelRequest = v1::CancelRideRequest;
  using GetRequest = v1::GetRideRequest;
  using ListRequest = v1::ListRidesRequest;
  using ListResponse = v1::ListRidesResponse;
  using ListOffersRequest = v1::ListRideOffersRequest;
  using ListOffersResponse = v1::ListRideOffersResponse;
  using AcceptRequest = v1::AcceptRideRequest;
  using DeclineRequest = v1::DeclineRideRequest;
  using UndoDeclineRequest = v1::UndoDeclineRideRequest;
  using ActRequest = v1::ActOnRideRequest;
  using ReplyRequest = v1::ReplyOnRideRequest;
  using CompleteRequest = v1::CompleteRideRequest;
  using ExplainRequest = v1::ExplainRideRequest;
  using RevealRequest = v1::RevealRideContactRequest;
  using RevealResponse = v1::RevealRideContactResponse;

  static std::vector<absl::string_view> Kinds() {
    return vocabulary::KindsOf(vocabulary::Family::kRides);
  }
  static std::vector<std::string> CommunesIn(const CreateRequest& create) {
    return {create.details().pickup_commune(), create.details().dropoff_commune()};
  }
  static Details Check(const CreateRequest& create, const request::Filing& /*filing*/,
                       const request::CheckContext& context, Violations& violations) {
    // A change is of one leg: the other has its own.
    if (!create.has_request() && create.details().has_return_time()) {
      violations.Add("details.return_time", "OUT_OF_RANGE", "of a ride that is filed");
    }
    return CheckRide(ParseRide(create.details(), violations), context.known, context.now,
                     violations);
  }
  static std::vector<Details> PartsOf(const Details& details) { return LegsOf(details); }
  static request::Timing TimingOf(const Details& details) { return rides::TimingOf(details); }
  static void AddTo(request::Need& need, const Details& details) { AddRide(need, details); }
  static absl::Status Put(pg::Transaction& tx, const request::DetailsOf<Details>& details) {
    return PutRides(tx, details);
  }
  static absl::StatusOr<request::DetailsOf<Details>> Load(
      pg::Transaction& tx, const std::vector<request::RequestId>& ids) {
    return LoadRides(tx, ids);
  }
  static DetailsProto ToProto(const Details& details) { return rides::ToProto(details); }
  template <typename Face>
  static void Show(const Details& details, const request::Request& request, Face& face) {
    Render(request, details, face);
  }

  static absl::StatusOr<request::Task> Act(pg::Transaction& tx, request::Task task,
                                           const ActRequest& act, request::Role role,
                                           absl::Time now) {
    return ActOnLeg(tx, std::move(task), act, role, now);
  }
  static absl::StatusOr<request::Task> Complete(pg::Transaction& tx, request::Task task,
                                                const CompleteRequest& complete, request::Role role,
                                                absl::Time now) {
    return CompleteLegAs(tx, std::move(task), complete, role, now);
  }
  static absl::StatusOr<request::Task> Reply(pg::Transaction& tx, request::Task task,
                                             const ReplyRequest& reply, absl::Time now) {
    return ReplyOnLeg(tx, std::move(task), reply, now);
  }
  static absl::StatusOr<request::Task> OnTime(pg::Transaction& tx, request::Task task,
                                              absl::Time now) {
    return WakeLeg(tx, std::move(task), now);
  }

  static Status& Filed(CreateResponse& created) { return *created.mutable_ride(); }
  static Thing& AddTo(ListResponse& list) { return *list.add_rides(); }
};

}  // namespace entraide::rides
