// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Front, for whoever is asked: each handler is parse, load, decide, save, render.

#include <utility>
#include <vector>

#include "services/platform/rpc/page.h"
#include "services/platform/rpc/unary.h"
#include "services/request/acting.h"
#include "services/request/domain/answers.h"
#include "services/request/front.h"
#include "services/request/front_render_inl.h"
#include "services/request/steps.h"
#include "services/request/store/contact_store.h"
#include "services/request/store/task_store.h"

namespace entraide::request {

template <Trade T>
grpc::Status Front<T>::Get(Context context, const typename T::GetRequest& request,
                           typename T::Thing* response) {
  const auto answer = [&](const rpc::Call& call) -> absl::StatusOr<typename T::Thing> {
    ASSIGN_OR_RETURN(const Scope scope,
                     HolderScope(call.caller, T::kNaming.collection, request.name()));
    ASSIGN_OR_RETURN(pg::Transaction tx,
                     pg::Transaction::BeginSnapshot(parts_.pool, call.deadline));
    ASSIGN_OR_RETURN(const RequestId id, FindRequest(tx, scope));
    return TellThing(tx, LoadTask(tx, id));
  };
  return rpc::Unary(parts_.gate, context, Method("Get"), request, response, answer);
}

template <Trade T>
grpc::Status Front<T>::List(Context context, const typename T::ListRequest& request,
                            typename T::ListResponse* response) {
  const auto answer = [&](const rpc::Call& call) -> absl::StatusOr<typename T::ListResponse> {
    ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(request, 2));
    ASSIGN_OR_RETURN(const Stretch stretch, StretchOf(page));
    ASSIGN_OR_RETURN(const std::optional<State> state, ParseStateFilter(request.state()));
    ASSIGN_OR_RETURN(pg::Transaction tx,
                     pg::Transaction::BeginSnapshot(parts_.pool, call.deadline));
    ASSIGN_OR_RETURN(std::vector<Request> requests,
                     ListHeld(tx, OrganizationId(call.caller.organization), state, stretch));
    ASSIGN_OR_RETURN(const std::vector<Told> stories, Tell<T>(tx, std::move(requests)));
    typename T::ListResponse list;
    for (const Told& told : FirstOf(stories, page.size)) T::AddTo(list) = ToThing(told);
    if (const Told* last = LastOfPage(stories, page.size); last != nullptr) {
      list.set_next_page_token(rpc::NextPageToken(
          request, SortKey(last->request.update_time, last->request.id.value())));
    }
    return list;
  };
  return rpc::Unary(parts_.gate, context,
                    absl::StrCat(T::kNaming.rpc_prefix, "List", T::kNaming.things), request,
                    response, answer);
}

template <Trade T>
grpc::Status Front<T>::ListOffers(Context context, const typename T::ListOffersRequest& request,
                                  typename T::ListOffersResponse* response) {
  const auto answer = [&](const rpc::Call& call) -> absl::StatusOr<typename T::ListOffersResponse> {
    ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(request, 2));
    ASSIGN_OR_RETURN(const Stretch stretch, StretchOf(page));
    ASSIGN_OR_RETURN(const OfferState state, ParseOfferFilter(request.state()));
    ASSIGN_OR_RETURN(pg::Transaction tx,
                     pg::Transaction::BeginSnapshot(parts_.pool, call.deadline));
    const Inbox inbox{
        .organization = OrganizationId(call.caller.organization), .state = state, .now = call.now};
    ASSIGN_OR_RETURN(const std::vector<Asked> asked, ListAsked(tx, inbox, stretch));
    std::vector<Request> requests;
    for (const Asked& one : asked) requests.push_back(one.request);
    ASSIGN_OR_RETURN(const std::vector<Told> stories, Tell<T>(tx, std::move(requests)));
    typename T::ListOffersResponse list;
    const std::size_t shown = FirstOf(asked, page.size).size();
    for (std::size_t i = 0; i < shown; ++i) {
      *list.add_offers() = ToOffer(stories[i], asked[i].offer, call.now);
    }
    if (const Asked* last = LastOfPage(asked, page.size); last != nullptr) {
      list.set_next_page_token(
          rpc::NextPageToken(request, SortKey(last->offer.expire_time, last->offer.id.value())));
    }
    return list;
  };
  return rpc::Unary(parts_.gate, context, Method("List", "Offers"), request, response, answer);
}

template <Trade T>
grpc::Status Front<T>::Accept(Context context, const typename T::AcceptRequest& request,
                              typename T::Thing* response) {
  const auto accept = [&](const rpc::Call& call,
                          pg::Transaction& tx) -> absl::StatusOr<typename T::Thing> {
    ASSIGN_OR_RETURN(const AskedOf asked,
                     AskedScope(call.caller, T::kNaming.collection, request.name()));
    return TellThing(tx, Change(tx, asked, [&](Task task) -> absl::StatusOr<Task> {
                       ASSIGN_OR_RETURN(task,
                                        request::Accept(std::move(task), asked.offer, call.now));
                       return SpokenBy(std::move(task), RoleOf(call.caller));
                     }));
  };
  return rpc::Mutate(parts_.gate, parts_.pool, context, Method("Accept"), request, response,
                     accept);
}

template <Trade T>
grpc::Status Front<T>::Decline(Context context, const typename T::DeclineRequest& request,
                               typename T::Offer* response) {
  const auto decline = [&](const rpc::Call& call,
                           pg::Transaction& tx) -> absl::StatusOr<typename T::Offer> {
    ASSIGN_OR_RETURN(const AskedOf asked,
                     AskedScope(call.caller, T::kNaming.collection, request.name()));
    ASSIGN_OR_RETURN(Task task, Change(tx, asked, [&](Task before) {
                       return request::Decline(std::move(before), asked.offer, request.reason(),
                                               call.now);
                     }));
    ASSIGN_OR_RETURN(const Offer* offer, FindOffer(task, asked.offer));
    ASSIGN_OR_RETURN(const Told told, TellOne<T>(tx, task.request));
    return ToOffer(told, *offer, call.now);
  };
  return rpc::Mutate(parts_.gate, parts_.pool, context, Method("Decline"), request, response,
                     decline);
}

template <Trade T>
grpc::Status Front<T>::UndoDecline(Context context, const typename T::UndoDeclineRequest& request,
                                   typename T::Offer* response) {
  const auto undo = [&](const rpc::Call& call,
                        pg::Transaction& tx) -> absl::StatusOr<typename T::Offer> {
    ASSIGN_OR_RETURN(const AskedOf asked,
                     AskedScope(call.caller, T::kNaming.collection, request.name()));
    ASSIGN_OR_RETURN(Task task, Change(tx, asked, [&](Task before) {
                       return request::UndoDecline(std::move(before), asked.offer, call.now);
                     }));
    ASSIGN_OR_RETURN(const Offer* offer, FindOffer(task, asked.offer));
    ASSIGN_OR_RETURN(const Told told, TellOne<T>(tx, task.request));
    return ToOffer(told, *offer, call.now);
  };
  return rpc::Mutate(parts_.gate, parts_.pool, context, Method("UndoDecline"), request, response,
                     undo);
}

template <Trade T>
grpc::Status Front<T>::Complete(Context context, const typename T::CompleteRequest& request,
                                typename T::Thing* response) {
  const auto complete = [&](const rpc::Call& call,
                            pg::Transaction& tx) -> absl::StatusOr<typename T::Thing> {
    ASSIGN_OR_RETURN(const Scope scope,
                     HolderScope(call.caller, T::kNaming.collection, request.name()));
    return TellThing(tx, Change(tx, scope, [&](Task task) -> absl::StatusOr<Task> {
                       RETURN_IF_ERROR(CheckEtag(task.request, request.etag()));
                       if constexpr (requires { &T::Complete; }) {
                         return T::Complete(tx, std::move(task), request, RoleOf(call.caller),
                                            call.now);
                       } else {
                         ASSIGN_OR_RETURN(task, request::Complete(std::move(task), call.now));
                         return SpokenBy(std::move(task), RoleOf(call.caller));
                       }
                     }));
  };
  return rpc::Mutate(parts_.gate, parts_.pool, context, Method("Complete"), request, response,
                     complete);
}

template <Trade T>
grpc::Status Front<T>::Reveal(Context context, const typename T::RevealRequest& request,
                              typename T::RevealResponse* response) {
  const auto answer = [&](const rpc::Call& call) -> absl::StatusOr<typename T::RevealResponse> {
    ASSIGN_OR_RETURN(const RequestId id, ParseName(T::kNaming.collection, request.name()));
    Violations violations;
    CheckLength(request.reason(), 3, 200, "reason", violations);
    RETURN_IF_ERROR(violations.ToStatus());
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(parts_.pool, call.deadline));
    ASSIGN_OR_RETURN(const Contact contact,
                     RevealContact(tx,
                                   {.id = id,
                                    .organization = OrganizationId(call.caller.organization),
                                    .person = call.caller.person,
                                    .reason = request.reason()},
                                   call.now));
    RETURN_IF_ERROR(tx.Commit());
    typename T::RevealResponse shown;
    *shown.mutable_contact() = RenderContact(contact);
    return shown;
  };
  return rpc::Unary(parts_.gate, context, Method("Reveal", "Contact"), request, response, answer);
}

}  // namespace entraide::request
