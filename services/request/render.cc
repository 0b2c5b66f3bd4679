// SPDX-License-Identifier: EUPL-1.2
// The two faces of a request: what the requester sees, and what its holder sees.
#include "absl/strings/str_cat.h"
#include "services/request/convert.h"
#include "services/request/domain/names.h"

namespace entraide::request {
namespace {

namespace v1 = common::v1;

v1::RequestState Render(State state) {
  return static_cast<v1::RequestState>(static_cast<int>(state) + 1);
}

void RenderHistory(const std::vector<HistoryLine>& history,
                   google::protobuf::RepeatedPtrField<v1::HistoryEntry>& entries) {
  for (const HistoryLine& line : history) {
    v1::HistoryEntry& entry = *entries.Add();
    *entry.mutable_time() = ToProto(line.time);
    entry.set_role(std::string(NameOf(line.role)));
    entry.set_action(line.action);
    entry.set_state(Render(line.state));
    entry.set_reason(line.reason);
  }
}

std::string HolderName(const Request& request) {
  return request.held_by.has_value() ? absl::StrCat("organizations/", request.held_by->value())
                                     : "";
}

}  // namespace

v1::RequestStatus RenderStatus(const Request& request, const std::vector<HistoryLine>& history,
                               const Holder& holder) {
  v1::RequestStatus proto;
  proto.set_state(Render(request.state));
  proto.set_kind(request.kind);
  proto.set_residence_commune(request.residence_commune);
  *proto.mutable_create_time() = ToProto(request.create_time);
  *proto.mutable_update_time() = ToProto(request.update_time);
  proto.set_held_by(HolderName(request));
  proto.set_held_by_display_name(holder.display_name);
  proto.set_held_by_phone(holder.phone);
  proto.set_reason(request.reason);
  proto.set_blocking_rule(request.blocking_rule);
  for (const std::string& question : request.open_questions) proto.add_open_questions(question);
  proto.set_asked_count(request.asked_count);
  RenderHistory(history, *proto.mutable_history());
  return proto;
}

v1::RequestView RenderView(const Request& request, const std::vector<HistoryLine>& history) {
  v1::RequestView proto;
  proto.set_state(Render(request.state));
  proto.set_revision(request.revision);
  proto.set_kind(request.kind);
  proto.set_residence_commune(request.residence_commune);
  proto.set_acting_for(static_cast<v1::ActingFor>(static_cast<int>(request.acting_for) + 1));
  proto.set_channel(static_cast<v1::Channel>(static_cast<int>(request.channel) + 1));
  for (const Fact& fact : request.facts) {
    v1::Fact& added = *proto.add_facts();
    added.set_fact(fact.fact);
    added.set_value(fact.value);
  }
  for (const std::string& need : request.needs) proto.add_needs(need);
  proto.set_note_public(request.note_public);
  if (request.state == State::kAccepted) proto.set_note_private(request.note_private);
  proto.set_held_by(HolderName(request));
  proto.set_reason(request.reason);
  proto.set_blocking_rule(request.blocking_rule);
  *proto.mutable_create_time() = ToProto(request.create_time);
  *proto.mutable_update_time() = ToProto(request.update_time);
  RenderHistory(history, *proto.mutable_history());
  return proto;
}

}  // namespace entraide::request
