// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Front, for whoever wants to know why: parse, load, ask, render.

#include <utility>

#include "services/platform/rpc/unary.h"
#include "services/request/explain.h"
#include "services/request/front.h"
#include "services/request/front_render_inl.h"
#include "services/request/need_reader.h"
#include "services/request/steps.h"
#include "services/request/store/task_store.h"

namespace entraide::request {

template <Trade T>
grpc::Status Front<T>::Explain(Context context, const typename T::ExplainRequest& request,
                               matcher::v1::Explanation* response) {
  struct Seen {
    Task task{};
    Need need{};
  };
  const auto read = [&](const rpc::Call& call) -> absl::StatusOr<Seen> {
    ASSIGN_OR_RETURN(const Scope scope,
                     ExplainScope(call.caller, T::kNaming.collection, request.name()));
    ASSIGN_OR_RETURN(pg::Transaction tx,
                     pg::Transaction::BeginSnapshot(parts_.pool, call.deadline));
    ASSIGN_OR_RETURN(const RequestId id, FindRequest(tx, scope));
    Seen seen;
    ASSIGN_OR_RETURN(seen.task, LoadTask(tx, id));
    ASSIGN_OR_RETURN(seen.need, NeedReaderOf<T>()(tx, seen.task.request));
    return seen;
  };
  const auto answer = [&](const rpc::Call& call) -> absl::StatusOr<matcher::v1::Explanation> {
    ASSIGN_OR_RETURN(const Seen seen, read(call));
    const Viewer viewer = ViewerOf(call.caller, call.now);
    OrganizationNames names;
    const absl::Time names_by = NamesBy(call.deadline);
    for (const OrganizationId& asked : OrganizationsAsked(seen.task)) {
      names[asked] = NamesOf(parts_.directory, asked, names_by).display_name;
    }
    matcher::v1::Explanation explanation = RenderExplanation(seen.task, viewer, names);
    explanation.set_name(NameOf(seen.task.request.id));
    if (IsLookedFor(seen.task.request)) {
      RETURN_IF_ERROR(AddMatch(parts_.matcher, seen.need, call.deadline, explanation));
    }
    if (!viewer.organization.has_value()) HideFromOperators(explanation);
    return explanation;
  };
  return rpc::Unary(parts_.gate, context, Method("Explain"), request, response, answer);
}

}  // namespace entraide::request
