// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

#include <string>

#include "clients/cpp/directory_client.h"
#include "clients/cpp/matcher_client.h"
#include "entraide/common/v1/call.pb.h"
#include "entraide/common/v1/notice.pb.h"
#include "entraide/matcher/v1/explanation.pb.h"
#include "services/platform/auth/tracking_code.h"
#include "services/platform/pg/pool.h"
#include "services/platform/rpc/gate.h"
#include "services/request/convert.h"
#include "services/request/filing_desk.h"
#include "services/request/store/find_store.h"
#include "services/request/trade.h"
#include "services/request/watch_commitments.h"

namespace entraide::request {

// What the front works with; all of it outlives it.
struct FrontParts {
  const rpc::Gate& gate;
  pg::Pool& pool;  // Of the trade's schema.
  const auth::TrackingCodes& codes;
  clients::DirectoryClient& directory;
  clients::MatcherClient& matcher;
};

template <Trade T>
struct Outlook;
template <Trade T>
struct Action;

// The RPCs that a Ride, a Job and a Visit share, for the trade `T`: a service hands each of its
// calls to the method of the same name. Bodies are in front_inl.h, which *_service.cc includes.
template <Trade T>
class Front {
 public:
  using Context = const grpc::ServerContext&;
  using StatusMessage = typename T::Status;

  explicit Front(const FrontParts& parts);

  // For whoever asks.
  grpc::Status Create(Context context, const typename T::CreateRequest& request,
                      typename T::CreateResponse* response);
  grpc::Status GetStatus(Context context, const typename T::GetStatusRequest& request,
                         StatusMessage* response);
  grpc::Status ListStatuses(Context context, const typename T::ListStatusesRequest& request,
                            typename T::ListStatusesResponse* response);
  grpc::Status Answer(Context context, const typename T::AnswerRequest& request,
                      StatusMessage* response);
  grpc::Status Cancel(Context context, const typename T::CancelRequest& request,
                      StatusMessage* response);

  grpc::Status Reply(Context context, const typename T::ReplyRequest& request,
                     StatusMessage* response);

  // For whoever is asked.
  grpc::Status Get(Context context, const typename T::GetRequest& request,
                   typename T::Thing* response);
  grpc::Status List(Context context, const typename T::ListRequest& request,
                    typename T::ListResponse* response);
  grpc::Status ListOffers(Context context, const typename T::ListOffersRequest& request,
                          typename T::ListOffersResponse* response);
  grpc::Status Accept(Context context, const typename T::AcceptRequest& request,
                      typename T::Thing* response);
  grpc::Status Decline(Context context, const typename T::DeclineRequest& request,
                       typename T::Offer* response);
  grpc::Status UndoDecline(Context context, const typename T::UndoDeclineRequest& request,
                           typename T::Offer* response);
  grpc::Status Act(Context context, const typename T::ActRequest& request,
                   typename T::Thing* response);
  grpc::Status Complete(Context context, const typename T::CompleteRequest& request,
                        typename T::Thing* response);
  grpc::Status Explain(Context context, const typename T::ExplainRequest& request,
                       matcher::v1::Explanation* response);
  grpc::Status Reveal(Context context, const typename T::RevealRequest& request,
                      typename T::RevealResponse* response);

  grpc::Status ListCallsNeeded(Context context, const common::v1::ListCallsNeededRequest& request,
                               common::v1::ListCallsNeededResponse* response);

  // For who sends messages.
  grpc::Status GetNotice(Context context, const common::v1::GetNoticeRequest& request,
                         common::v1::Notice* response);

  // For the matcher.
  grpc::ServerWriteReactor<common::v1::WatchCommitmentsResponse>* WatchCommitments(
      grpc::CallbackServerContext* context, const common::v1::WatchCommitmentsRequest* request) {
    return commitments_.Open(context, request);
  }
  // Ends the streams, so that the server can be drained.
  void StopWatching() { commitments_.Stop(); }

 private:
  using Told = Story<typename T::Details>;

  // `/entraide.rides.v1.RidesService/GetRideStatus`
  static std::string Method(absl::string_view before, absl::string_view after = {});
  static std::string NameOf(const RequestId& id);
  static StatusMessage ToStatus(const Told& told, const Holder& holder);
  static typename T::Thing ToThing(const Told& told);
  static typename T::Offer ToOffer(const Told& told, const Offer& offer, absl::Time now);
  static absl::StatusOr<typename T::Thing> TellThing(pg::Transaction& tx,
                                                     absl::StatusOr<Task> task);
  static absl::StatusOr<StatusMessage> TellStatus(pg::Transaction& tx, absl::StatusOr<Task> task);

  // A request as it is before an action, and what is asked of others for it: front_act_inl.h.
  absl::StatusOr<Task> Read(const rpc::Call& call, const Scope& scope) const;
  absl::StatusOr<Outlook<T>> ForeseeAgreement(const rpc::Call& call, const Scope& scope) const;
  absl::StatusOr<Outlook<T>> ForeseeChange(const rpc::Call& call, const Scope& scope,
                                           absl::string_view action, Role role,
                                           const typename T::DetailsProto& proto) const;
  absl::StatusOr<Outlook<T>> ForeseeTransfer(const rpc::Call& call, const Scope& scope,
                                             const std::string& service_offer) const;
  template <typename Request, typename Response>
  grpc::Status Take(Context context, const std::string& method, const Request& request,
                    Response* response, const Action<T>& action);

  // Checks a filing whose communes have been looked up.
  absl::StatusOr<Filed<T>> Decide(const rpc::Call& call, const typename T::CreateRequest& request,
                                  const KnownCommunes& known) const;
  // Checks, stores and answers a filing.
  absl::StatusOr<typename T::CreateResponse> FileAs(const rpc::Call& call,
                                                    const typename T::CreateRequest& request,
                                                    const absl::StatusOr<KnownCommunes>& known);
  // Puts back the tracking code, which is not stored.
  absl::StatusOr<typename T::CreateResponse> WithCode(
      absl::StatusOr<typename T::CreateResponse> recalled) const;

  FrontParts parts_;
  FilingDesk<T> desk_;
  CommitmentsWatch commitments_;
};

}  // namespace entraide::request
