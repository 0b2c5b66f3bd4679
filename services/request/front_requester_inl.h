// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Front, for whoever asks: each handler is parse, load, decide, save, render.

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/platform/base/uuid.h"
#include "services/platform/rpc/page.h"
#include "services/platform/rpc/unary.h"
#include "services/request/convert.h"
#include "services/request/domain/answers.h"
#include "services/request/front.h"
#include "services/request/front_render_inl.h"
#include "services/request/steps.h"
#include "services/request/store/task_store.h"

namespace entraide::request {

// What is asked for at once, and then goes its own ways, the first first.
template <Trade T>
std::vector<typename T::Details> PartsOf(const typename T::Details& details) {
  if constexpr (requires { T::PartsOf(details); }) {
    return T::PartsOf(details);
  } else {
    return {details};
  }
}

template <Trade T>
absl::StatusOr<Filed<T>> Front<T>::Decide(const rpc::Call& call,
                                          const typename T::CreateRequest& request,
                                          const KnownCommunes& known) const {
  Violations violations;
  const Filer filer = FilerOf(call.caller);
  const Filing filing =
      CheckFiling(ParseFiling(request.request(), violations), T::Kinds(), filer, known, violations);
  const typename T::Details details =
      T::Check(request, filing, {.known = known, .now = call.now}, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  Filed<T> filed{.contact = filing.contact, .deadline = call.deadline};
  for (typename T::Details& part : PartsOf<T>(details)) {
    filed.parts.push_back({.request = {.task = File(filing, filer, T::TimingOf(part),
                                                    RequestId(NewUuid()), call.now)},
                           .details = std::move(part)});
  }
  const RequestId& first = filed.parts.front().request.task.request.id;
  const std::string code = parts_.codes.CodeFor(T::kNaming.letter, first.value());
  ASSIGN_OR_RETURN(const std::string hash, parts_.codes.HashOf(code));
  for (typename Filed<T>::Part& part : filed.parts) {
    Task& task = part.request.task;
    part.request.tracking_hash = hash;
    if (task.request.id != first) task.request.filed_with = first;
  }
  const typename Filed<T>::Part& part = filed.parts.front();
  T::Filed(filed.answer) =
      ToStatus({part.request.task.request, part.details, part.request.task.lines}, {});
  filed.answer.set_tracking_code(code);
  return filed;
}

template <Trade T>
absl::StatusOr<typename T::CreateResponse> Front<T>::FileAs(
    const rpc::Call& call, const typename T::CreateRequest& request,
    const absl::StatusOr<KnownCommunes>& known) {
  ASSIGN_OR_RETURN(const rpc::Question question,
                   rpc::AskedBy(auth::PrincipalOf(call.caller), Method("Create"),
                                request.request_id(), request));
  absl::StatusOr<Filed<T>> filed =
      known.ok() ? Decide(call, request, *known) : absl::StatusOr<Filed<T>>(known.status());
  // What was answered stays answered, even if it would be refused today.
  if (!filed.ok()) return WithCode(desk_.Recall(question, call.deadline, filed.status()));
  filed->question = question;
  desk_.Store(*filed);
  RETURN_IF_ERROR(filed->outcome);
  return filed->answered == rpc::Answered::kNow ? filed->told : WithCode(filed->told);
}

template <Trade T>
absl::StatusOr<typename T::CreateResponse> Front<T>::WithCode(
    absl::StatusOr<typename T::CreateResponse> recalled) const {
  RETURN_IF_ERROR(recalled.status());
  ASSIGN_OR_RETURN(const RequestId id,
                   ParseName(T::kNaming.collection, T::Filed(*recalled).name()));
  recalled->set_tracking_code(parts_.codes.CodeFor(T::kNaming.letter, id.value()));
  return recalled;
}

template <Trade T>
grpc::Status Front<T>::Create(Context context, const typename T::CreateRequest& request,
                              typename T::CreateResponse* response) {
  std::vector<std::string> codes = T::CommunesIn(request);
  codes.push_back(request.request().residence_commune());
  // Before the transaction, since no remote call may happen inside one.
  const absl::StatusOr<KnownCommunes> known =
      AskDirectory(parts_.directory, codes, absl::FromChrono(context.deadline()));
  return rpc::Unary(parts_.gate, context, Method("Create"), request, response,
                    [&](const rpc::Call& call) { return FileAs(call, request, known); });
}

template <Trade T>
grpc::Status Front<T>::GetStatus(Context context, const typename T::GetStatusRequest& request,
                                 StatusMessage* response) {
  const auto read = [&](const rpc::Call& call) -> absl::StatusOr<Told> {
    ASSIGN_OR_RETURN(const Scope scope,
                     RequesterScope(call.caller, T::kNaming.collection, request.name()));
    ASSIGN_OR_RETURN(pg::Transaction tx,
                     pg::Transaction::BeginSnapshot(parts_.pool, call.deadline));
    ASSIGN_OR_RETURN(const RequestId id, FindRequest(tx, scope));
    ASSIGN_OR_RETURN(Task task, LoadTask(tx, id));
    return TellOne<T>(tx, std::move(task.request));
  };
  const auto answer = [&](const rpc::Call& call) -> absl::StatusOr<StatusMessage> {
    ASSIGN_OR_RETURN(const Told told, read(call));
    return ToStatus(told, HolderOf(parts_.directory, told.request, NamesBy(call.deadline)));
  };
  return rpc::Unary(parts_.gate, context, Method("Get", "Status"), request, response, answer);
}

template <Trade T>
grpc::Status Front<T>::ListStatuses(Context context, const typename T::ListStatusesRequest& request,
                                    typename T::ListStatusesResponse* response) {
  const auto read = [&](const rpc::Call& call,
                        const Stretch& stretch) -> absl::StatusOr<std::vector<Told>> {
    ASSIGN_OR_RETURN(pg::Transaction tx,
                     pg::Transaction::BeginSnapshot(parts_.pool, call.deadline));
    ASSIGN_OR_RETURN(std::vector<Request> requests,
                     ListFiled(tx, OrganizationId(call.caller.organization), stretch));
    return Tell<T>(tx, std::move(requests));
  };
  const auto answer =
      [&](const rpc::Call& call) -> absl::StatusOr<typename T::ListStatusesResponse> {
    ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(request, 2));
    ASSIGN_OR_RETURN(const Stretch stretch, StretchOf(page));
    ASSIGN_OR_RETURN(const std::vector<Told> stories, read(call, stretch));
    const absl::Time names_by = NamesBy(call.deadline);
    typename T::ListStatusesResponse list;
    for (const Told& told : FirstOf(stories, page.size)) {
      *list.add_statuses() = ToStatus(told, HolderOf(parts_.directory, told.request, names_by));
    }
    if (const Told* last = LastOfPage(stories, page.size); last != nullptr) {
      list.set_next_page_token(rpc::NextPageToken(
          request, SortKey(last->request.create_time, last->request.id.value())));
    }
    return list;
  };
  return rpc::Unary(parts_.gate, context, Method("List", "Statuses"), request, response, answer);
}

template <Trade T>
grpc::Status Front<T>::Answer(Context context, const typename T::AnswerRequest& request,
                              StatusMessage* response) {
  const auto answer = [&](const rpc::Call& call,
                          pg::Transaction& tx) -> absl::StatusOr<StatusMessage> {
    ASSIGN_OR_RETURN(const Scope scope,
                     RequesterScope(call.caller, T::kNaming.collection, request.name()));
    const auto answer_all = [&](Task task) {
      return request::Answer(std::move(task), ParseFacts(request.facts()), request.text(),
                             call.now);
    };
    if (!request.name().empty()) return TellStatus(tx, Change(tx, scope, answer_all));
    return TellStatus(tx, ChangeAll(tx, scope, answer_all));
  };
  return rpc::Mutate(parts_.gate, parts_.pool, context, Method("Answer", "Questions"), request,
                     response, answer);
}

template <Trade T>
grpc::Status Front<T>::Cancel(Context context, const typename T::CancelRequest& request,
                              StatusMessage* response) {
  const auto cancel = [&](const rpc::Call& call,
                          pg::Transaction& tx) -> absl::StatusOr<StatusMessage> {
    ASSIGN_OR_RETURN(const Scope scope,
                     RequesterScope(call.caller, T::kNaming.collection, request.name()));
    const auto call_off = [&](Task task) {
      return request::Cancel(std::move(task), request.reason(), call.now);
    };
    if (!request.name().empty()) return TellStatus(tx, Change(tx, scope, call_off));
    return TellStatus(tx, ChangeAll(tx, scope, call_off));
  };
  return rpc::Mutate(parts_.gate, parts_.pool, context, Method("Cancel"), request, response,
                     cancel);
}

}  // namespace entraide::request
