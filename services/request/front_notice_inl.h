// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Front, for who sends messages: what a line of a request's history is about, and whom it concerns.

#include "absl/strings/str_cat.h"
#include "services/platform/rpc/unary.h"
#include "services/request/convert.h"
#include "services/request/front.h"
#include "services/request/front_render_inl.h"
#include "services/request/notice.h"
#include "services/request/store/contact_store.h"
#include "services/request/store/history_store.h"
#include "services/request/store/task_store.h"

namespace entraide::request {

template <Trade T>
grpc::Status Front<T>::GetNotice(Context context, const common::v1::GetNoticeRequest& request,
                                 common::v1::Notice* response) {
  const auto answer = [&](const rpc::Call& call) -> absl::StatusOr<common::v1::Notice> {
    ASSIGN_OR_RETURN(const RequestId id, ParseName(T::kNaming.collection, request.name()));
    ASSIGN_OR_RETURN(pg::Transaction tx, pg::Transaction::Begin(parts_.pool, call.deadline));
    ASSIGN_OR_RETURN(const Task task, LoadTask(tx, id));
    ASSIGN_OR_RETURN(const HistoryLine line, FindLine(tx, id, request.line()));
    const Audience audience = AudienceOf(task, line);
    common::v1::Notice notice = RenderNotice(task, line, audience);
    notice.set_name(NameOf(id));
    if (!audience.person) return notice;
    ASSIGN_OR_RETURN(const Contact contact,
                     TellContact(tx,
                                 {.id = id,
                                  .organization = OrganizationId(call.caller.service),
                                  .person = call.caller.service,
                                  .reason = absl::StrCat("notice of line ", request.line())},
                                 call.now));
    RETURN_IF_ERROR(tx.Commit());
    common::v1::Recipient& person = *notice.add_recipients();
    person.set_part(common::v1::Recipient::PART_PERSON);
    *person.mutable_contact() = RenderContact(contact);
    person.set_tracking_code(
        parts_.codes.CodeFor(T::kNaming.letter, task.request.filed_with.value_or(id).value()));
    return notice;
  };
  return rpc::Unary(parts_.gate, context, absl::StrCat(T::kNaming.rpc_prefix, "GetNotice"), request,
                    response, answer);
}

}  // namespace entraide::request
