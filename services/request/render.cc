// SPDX-License-Identifier: EUPL-1.2
// The two faces of a request: what the requester sees, and what its holder sees.
#include "absl/strings/str_cat.h"
#include "services/request/convert.h"
#include "services/request/domain/names.h"

namespace entraide::request {
namespace {

namespace v1 = common::v1;

void RenderHistory(const std::vector<HistoryLine>& history,
                   google::protobuf::RepeatedPtrField<v1::HistoryEntry>& entries) {
  for (const HistoryLine& line : history) *entries.Add() = ToProto(line);
}

v1::PendingChange RenderPending(const PendingChange& pending) {
  v1::PendingChange proto;
  proto.set_side(pending.side == PendingChange::Side::kRequester ? v1::PendingChange::SIDE_REQUESTER
                                                                 : v1::PendingChange::SIDE_HOLDER);
  *proto.mutable_expire_time() = ToProto(pending.expire_time);
  return proto;
}

// What both sides see alike.
template <typename Face>
void RenderCommon(const Request& request, Face& proto) {
  proto.set_state(ToProto(request.state));
  proto.set_kind(request.kind);
  proto.set_residence_commune(request.residence_commune);
  *proto.mutable_create_time() = ToProto(request.create_time);
  *proto.mutable_update_time() = ToProto(request.update_time);
  proto.set_reason(request.reason);
  proto.set_blocking_rule(request.blocking_rule);
  for (const std::string& question : request.open_questions) proto.add_open_questions(question);
  if (request.state == State::kNeedsInfo) proto.set_question(request.question);
  proto.set_wait_place(request.wait_place);
  proto.set_late(request.late);
  if (request.pending_change.has_value()) {
    *proto.mutable_pending_change() = RenderPending(*request.pending_change);
  }
}

std::string HolderName(const Request& request) {
  return request.held_by.has_value() ? absl::StrCat("organizations/", request.held_by->value())
                                     : "";
}

}  // namespace

v1::RequestState ToProto(State state) {
  return static_cast<v1::RequestState>(static_cast<int>(state) + 1);
}

v1::HistoryEntry ToProto(const HistoryLine& line) {
  v1::HistoryEntry entry;
  *entry.mutable_time() = ToProto(line.time);
  entry.set_role(std::string(NameOf(line.role)));
  entry.set_action(line.action);
  entry.set_state(ToProto(line.state));
  entry.set_reason(line.reason);
  return entry;
}

v1::RequestStatus RenderStatus(const Request& request, const std::vector<HistoryLine>& history,
                               const Holder& holder) {
  v1::RequestStatus proto;
  RenderCommon(request, proto);
  proto.set_held_by(HolderName(request));
  proto.set_held_by_display_name(holder.display_name);
  proto.set_held_by_phone(holder.phone);
  proto.set_asked_count(request.asked_count);
  RenderHistory(history, *proto.mutable_history());
  return proto;
}

v1::RequestView RenderView(const Request& request, const std::vector<HistoryLine>& history) {
  v1::RequestView proto;
  RenderCommon(request, proto);
  proto.set_revision(request.revision);
  proto.set_acting_for(static_cast<v1::ActingFor>(static_cast<int>(request.acting_for) + 1));
  proto.set_channel(static_cast<v1::Channel>(static_cast<int>(request.channel) + 1));
  for (const Fact& fact : request.facts) {
    v1::Fact& added = *proto.add_facts();
    added.set_fact(fact.fact);
    added.set_value(fact.value);
  }
  for (const std::string& need : request.needs) proto.add_needs(need);
  proto.set_note_public(request.note_public);
  if (IsInHand(request)) {
    proto.set_note_private(request.note_private);
    proto.set_question(request.question);
    proto.set_answer(request.answer);
  }
  proto.set_held_by(HolderName(request));
  RenderHistory(history, *proto.mutable_history());
  return proto;
}

}  // namespace entraide::request
