// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Front, for both sides of a request that goes on: what they do to it after it was accepted, and
// before. What other services must be asked is foreseen before the transaction.

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "services/platform/rpc/answered.h"
#include "services/platform/rpc/unary.h"
#include "services/request/acting.h"
#include "services/request/domain/changing.h"
#include "services/request/domain/machine.h"
#include "services/request/front.h"
#include "services/request/front_render_inl.h"
#include "services/request/need_reader.h"
#include "services/request/steps.h"
#include "services/request/store/task_store.h"

namespace entraide::request {

// Details that would take the place of a request's own.
template <Trade T>
struct NewDetails {
  typename T::Details details{};
  std::string serialized{};
};

// What an action needs to know that its transaction cannot ask for.
template <Trade T>
struct Outlook {
  Foreseen foreseen{};
  std::optional<NewDetails<T>> change{};
  std::optional<std::int64_t> version{};  // It holds for this version of the request alone.
};

// One action: who may reach the request, what must be known before, and what becomes of it.
template <Trade T>
struct Action {
  std::function<absl::StatusOr<Scope>(const rpc::Call&)> scope{};
  std::function<absl::StatusOr<Outlook<T>>(const rpc::Call&, const Scope&)> foresee{};
  std::function<absl::StatusOr<Task>(pg::Transaction&, Task, const Outlook<T>&, const rpc::Call&)>
      decide{};
};

// Checks `proto` as the details of `request`.
template <Trade T>
absl::StatusOr<NewDetails<T>> CheckDetails(clients::DirectoryClient& directory,
                                           const typename T::DetailsProto& proto,
                                           const Request& request, const rpc::Call& call) {
  typename T::CreateRequest asked;
  *asked.mutable_details() = proto;
  ASSIGN_OR_RETURN(const KnownCommunes known,
                   AskDirectory(directory, T::CommunesIn(asked), call.deadline));
  const Filing filing{.kind = request.kind,
                      .residence_commune = request.residence_commune,
                      .acting_for = request.acting_for,
                      .facts = request.facts,
                      .needs = request.needs};
  Violations violations;
  typename T::Details details =
      T::Check(asked, filing, {.known = known, .now = call.now}, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  std::string serialized = T::ToProto(details).SerializeAsString();
  return NewDetails<T>{.details = std::move(details), .serialized = std::move(serialized)};
}

// The need of `request` if it had these details.
template <Trade T>
Need NeedWith(const Request& request, const typename T::Details& details) {
  Need need = NeedOf(request);
  T::AddTo(need, details);
  ApplyAnswers(request, need);
  return need;
}

// The task, whose details have become those of `outlook`.
template <Trade T>
absl::StatusOr<Task> WithDetails(pg::Transaction& tx, Task task, const Outlook<T>& outlook) {
  if (!outlook.change.has_value()) return task;
  DetailsOf<typename T::Details> changed;
  changed.emplace(task.request.id, outlook.change->details);
  RETURN_IF_ERROR(T::Put(tx, changed));
  return task;
}

template <Trade T>
absl::StatusOr<Task> Front<T>::Read(const rpc::Call& call, const Scope& scope) const {
  ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::BeginSnapshot(parts_.pool, call.deadline));
  ASSIGN_OR_RETURN(const RequestId id, FindRequest(tx, scope));
  return LoadTask(tx, id);
}

// The change that is pending, if there is one, is checked again.
template <Trade T>
absl::StatusOr<Outlook<T>> Front<T>::ForeseeAgreement(const rpc::Call& call,
                                                      const Scope& scope) const {
  ASSIGN_OR_RETURN(const Task task, Read(call, scope));
  Outlook<T> outlook{.version = task.request.version};
  if (!IsChangePending(task.request, call.now)) return outlook;
  typename T::DetailsProto proto;
  if (!proto.ParseFromString(task.request.pending_change->details)) {
    return absl::DataLossError("a pending change is not as it was written");
  }
  ASSIGN_OR_RETURN(outlook.change, CheckDetails<T>(parts_.directory, proto, task.request, call));
  RETURN_IF_ERROR(CheckHolder(parts_.matcher, NeedWith<T>(task.request, outlook.change->details),
                              task, call.deadline));
  outlook.foreseen.agreed = T::TimingOf(outlook.change->details);
  return outlook;
}

template <Trade T>
absl::StatusOr<Outlook<T>> Front<T>::ForeseeChange(const rpc::Call& call, const Scope& scope,
                                                   absl::string_view action, Role role,
                                                   const typename T::DetailsProto& proto) const {
  ASSIGN_OR_RETURN(const Task task, Read(call, scope));
  RETURN_IF_ERROR(CheckStep(kFront, task.request.state, action, role));
  Outlook<T> outlook;
  ASSIGN_OR_RETURN(outlook.change, CheckDetails<T>(parts_.directory, proto, task.request, call));
  return outlook;
}

template <Trade T>
absl::StatusOr<Outlook<T>> Front<T>::ForeseeTransfer(const rpc::Call& call, const Scope& scope,
                                                     const std::string& service_offer) const {
  ASSIGN_OR_RETURN(const Task task, Read(call, scope));
  RETURN_IF_ERROR(CheckStep(kFront, task.request.state, "transfer", RoleOf(call.caller)));
  Need need;
  {
    ASSIGN_OR_RETURN(pg::Transaction tx,
                     pg::Transaction::BeginSnapshot(parts_.pool, call.deadline));
    ASSIGN_OR_RETURN(need, NeedReaderOf<T>()(tx, task.request));
  }
  Outlook<T> outlook{.version = task.request.version};
  ASSIGN_OR_RETURN(outlook.foreseen.successor,
                   FindSuccessor(parts_.matcher, need, task, service_offer, call.deadline));
  return outlook;
}

// As rpc::Mutate; but what cannot be foreseen is refused only if the question is new.
template <Trade T>
template <typename Request, typename Response>
grpc::Status Front<T>::Take(Context context, const std::string& method, const Request& request,
                            Response* response, const Action<T>& action) {
  const auto take = [&](const rpc::Call& call) -> absl::Status {
    ASSIGN_OR_RETURN(
        const rpc::Question question,
        rpc::AskedBy(auth::PrincipalOf(call.caller), method, request.request_id(), request));
    ASSIGN_OR_RETURN(const Scope scope, action.scope(call));
    const absl::StatusOr<Outlook<T>> outlook = action.foresee(call, scope);
    const auto effect = [&](pg::Transaction& tx) -> absl::Status {
      RETURN_IF_ERROR(outlook.status());
      absl::StatusOr<Task> task = Change(tx, scope, [&](Task before) -> absl::StatusOr<Task> {
        RETURN_IF_ERROR(CheckEtag(before.request, request.etag()));
        RETURN_IF_ERROR(CheckVersion(before.request, outlook->version));
        ASSIGN_OR_RETURN(Task after, action.decide(tx, std::move(before), *outlook, call));
        return SpokenBy(std::move(after), RoleOf(call.caller));
      });
      if constexpr (std::same_as<Response, typename T::Thing>) {
        ASSIGN_OR_RETURN(*response, TellThing(tx, std::move(task)));
      } else {
        ASSIGN_OR_RETURN(*response, TellStatus(tx, std::move(task)));
      }
      return absl::OkStatus();
    };
    return rpc::AnswerOnce(parts_.pool, question, call.deadline, effect, *response).status();
  };
  return rpc::Serve(parts_.gate, context, method, request, take);
}

template <Trade T>
grpc::Status Front<T>::Act(Context context, const typename T::ActRequest& request,
                           typename T::Thing* response) {
  const Action<T> action{
      .scope =
          [&](const rpc::Call& call) {
            return HolderScope(call.caller, T::kNaming.collection, request.name());
          },
      .foresee = [&](const rpc::Call& call, const Scope& scope) -> absl::StatusOr<Outlook<T>> {
        if (request.has_propose_change()) {
          return ForeseeChange(call, scope, "propose_change", RoleOf(call.caller),
                               request.propose_change().details());
        }
        if (request.common().has_agree()) return ForeseeAgreement(call, scope);
        if (!request.common().has_transfer()) return Outlook<T>{};
        return ForeseeTransfer(call, scope, request.common().transfer().service_offer());
      },
      .decide = [&](pg::Transaction& tx, Task task, const Outlook<T>& outlook,
                    const rpc::Call& call) -> absl::StatusOr<Task> {
        const Role role = RoleOf(call.caller);
        if (request.has_propose_change()) {
          return ProposeChange(std::move(task), outlook.change->serialized, role, call.now);
        }
        if (!request.has_common()) {
          if constexpr (requires { T::Act(tx, std::move(task), request, role, call.now); }) {
            return T::Act(tx, std::move(task), request, role, call.now);
          }
          return ActionMissing();
        }
        ASSIGN_OR_RETURN(
            task, ActAsHolder(std::move(task), request.common(), outlook.foreseen, role, call.now));
        return WithDetails<T>(tx, std::move(task), outlook);
      }};
  return Take(context, Method("ActOn"), request, response, action);
}

template <Trade T>
grpc::Status Front<T>::Reply(Context context, const typename T::ReplyRequest& request,
                             StatusMessage* response) {
  const Action<T> action{
      .scope =
          [&](const rpc::Call& call) {
            return RequesterScope(call.caller, T::kNaming.collection, request.name());
          },
      .foresee = [&](const rpc::Call& call, const Scope& scope) -> absl::StatusOr<Outlook<T>> {
        if (request.has_propose_change()) {
          return ForeseeChange(call, scope, "propose_change", Role::kRequester,
                               request.propose_change().details());
        }
        if (request.has_change()) {
          return ForeseeChange(call, scope, "change", Role::kRequester, request.change().details());
        }
        if (request.common().has_agree()) return ForeseeAgreement(call, scope);
        return Outlook<T>{};
      },
      .decide = [&](pg::Transaction& tx, Task task, const Outlook<T>& outlook,
                    const rpc::Call& call) -> absl::StatusOr<Task> {
        if (request.has_propose_change()) {
          return ProposeChange(std::move(task), outlook.change->serialized, Role::kRequester,
                               call.now);
        }
        if (request.has_change()) {
          ASSIGN_OR_RETURN(task,
                           request::Change(std::move(task), T::TimingOf(outlook.change->details),
                                           Role::kRequester, call.now));
          return WithDetails<T>(tx, std::move(task), outlook);
        }
        if (!request.has_common()) {
          if constexpr (requires { T::Reply(tx, std::move(task), request, call.now); }) {
            return T::Reply(tx, std::move(task), request, call.now);
          }
          return ActionMissing();
        }
        ASSIGN_OR_RETURN(
            task, ActAsRequester(std::move(task), request.common(), outlook.foreseen, call.now));
        return WithDetails<T>(tx, std::move(task), outlook);
      }};
  return Take(context, Method("ReplyOn"), request, response, action);
}

}  // namespace entraide::request
