// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "entraide/homehelp/v1/homehelp_service.pb.h"
#include "proto/vocabulary/kinds.h"
#include "services/homehelp/convert.h"
#include "services/homehelp/domain/visit.h"
#include "services/homehelp/store/visit_store.h"
#include "services/homehelp/visit_acts.h"
#include "services/request/trade.h"

namespace entraide::homehelp {

// What home help tells the front about itself.
struct VisitTrade {
  static constexpr request::Naming kNaming = {
      .service = "homehelp",
      .rpc_prefix = "/entraide.homehelp.v1.HomeHelpService/",
      .thing = "Visit",
      .things = "Visits",
      .collection = "visits",
      .letter = 'H'};

  using Details = VisitDetails;
  using DetailsProto = v1::VisitDetails;
  using Thing = v1::Visit;
  using Status = v1::VisitStatus;
  using Offer = v1::VisitOffer;
  using CreateRequest = v1::CreateVisitRequest;
  using CreateResponse = v1::CreateVisitResponse;
  using GetStatusRequest = v1::GetVisitStatusRequest;
  using ListStatusesRequest = v1::ListVisitStatusesRequest;
  using ListStatusesResponse = v1::ListVisitStatusesResponse;
  using AnswerRequest = v1::AnswerVisitQuestionsRequest;
  using CancelRequest = v1::CancelVisitRequest;
  using GetRequest = v1::GetVisitRequest;
  using ListRequest = v1::ListVisitsRequest;
  using ListResponse = v1::ListVisitsResponse;
  using ListOffersRequest = v1::ListVisitOffersRequest;
  using ListOffersResponse = v1::ListVisitOffersResponse;
  using AcceptRequest = v1::AcceptVisitRequest;
  using DeclineRequest = v1::DeclineVisitRequest;
  using UndoDeclineRequest = v1::UndoDeclineVisitRequest;
  using ActRequest = v1::ActOnVisitRequest;
  using ReplyRequest = v1::ReplyOnVisitRequest;
  using CompleteRequest = v1::CompleteVisitRequest;
  using ExplainRequest = v1::ExplainVisitRequest;
  using RevealRequest = v1::RevealVisitContactRequest;
  using RevealResponse = v1::RevealVisitContactResponse;

  static std::vector<absl::string_view> Kinds() {
    return vocabulary::KindsOf(vocabulary::Family::kHomeHelp);
  }
  static std::vector<std::string> CommunesIn(const CreateRequest& /*create*/) { return {}; }
  static Details Check(const CreateRequest& create, const request::Filing& filing,
                       const request::CheckContext& context, Violations& violations) {
    return CheckVisit(ParseVisit(create.details(), violations), filing.kind, context.now,
                      violations);
  }
  static request::Timing TimingOf(const Details& details) { return homehelp::TimingOf(details); }
  static void AddTo(request::Need& need, const Details& details) { AddVisit(need, details); }
  static absl::Status Put(pg::Transaction& tx, const request::DetailsOf<Details>& details) {
    return PutVisits(tx, details);
  }
  static absl::StatusOr<request::DetailsOf<Details>> Load(
      pg::Transaction& tx, const std::vector<request::RequestId>& ids) {
    return LoadVisits(tx, ids);
  }
  static DetailsProto ToProto(const Details& details) { return homehelp::ToProto(details); }
  template <typename Face>
  static void Show(const Details& details, const request::Request& request, Face& face) {
    Render(request, details, face);
  }

  static absl::StatusOr<request::Task> Act(pg::Transaction& tx, request::Task task,
                                           const ActRequest& act, request::Role role,
                                           absl::Time now) {
    return ActOnVisit(tx, std::move(task), act, role, now);
  }
  static absl::StatusOr<request::Task> Complete(pg::Transaction& tx, request::Task task,
                                                const CompleteRequest& complete, request::Role role,
                                                absl::Time now) {
    return CompleteVisitAs(tx, std::move(task), complete, role, now);
  }
  static absl::StatusOr<request::Task> Reply(pg::Transaction& tx, request::Task task,
                                             const ReplyRequest& reply, absl::Time now) {
    return ReplyOnVisit(tx, std::move(task), reply, now);
  }
  static absl::StatusOr<request::Task> OnTime(pg::Transaction& tx, request::Task task,
                                              absl::Time now) {
    return WakeVisit(tx, std::move(task), now);
  }

  static Status& Filed(CreateResponse& created) { return *created.mutable_visit(); }
  static Thing& AddTo(ListResponse& list) { return *list.add_visits(); }
};

}  // namespace entraide::homehelp
