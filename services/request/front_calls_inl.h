// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Front, for whoever has to call those whom no message reaches.

#include <vector>

#include "absl/strings/str_cat.h"
#include "services/platform/rpc/page.h"
#include "services/platform/rpc/unary.h"
#include "services/request/convert.h"
#include "services/request/front.h"
#include "services/request/front_render_inl.h"
#include "services/request/notice.h"
#include "services/request/steps.h"
#include "services/request/store/contact_store.h"

namespace entraide::request {

template <Trade T>
grpc::Status Front<T>::ListCallsNeeded(Context context,
                                       const common::v1::ListCallsNeededRequest& request,
                                       common::v1::ListCallsNeededResponse* response) {
  const auto answer =
      [&](const rpc::Call& call) -> absl::StatusOr<common::v1::ListCallsNeededResponse> {
    ASSIGN_OR_RETURN(const rpc::Page page, rpc::PageOf(request, 2));
    ASSIGN_OR_RETURN(const Stretch stretch, StretchOf(page));
    ASSIGN_OR_RETURN(pg::Transaction tx,
                     pg::Transaction::BeginSnapshot(parts_.pool, call.deadline));
    ASSIGN_OR_RETURN(const std::vector<DueCall> due,
                     ListDueCalls(tx, OrganizationId(call.caller.organization), stretch));
    common::v1::ListCallsNeededResponse list;
    for (const DueCall& one : FirstOf(due, page.size)) {
      common::v1::CallNeeded& added = *list.add_calls();
      added = RenderCall(one);
      added.set_name(NameOf(one.request.id));
    }
    if (const DueCall* last = LastOfPage(due, page.size); last != nullptr) {
      list.set_next_page_token(
          rpc::NextPageToken(request, SortKey(last->news.time, last->request.id.value())));
    }
    return list;
  };
  return rpc::Unary(parts_.gate, context, absl::StrCat(T::kNaming.rpc_prefix, "ListCallsNeeded"),
                    request, response, answer);
}

}  // namespace entraide::request
