// SPDX-License-Identifier: EUPL-1.2
#include "services/request/notice.h"

#include "absl/strings/str_cat.h"
#include "services/request/convert.h"

namespace entraide::request {
namespace {

using common::v1::Notice;
using common::v1::Recipient;

std::string NameOfOrganization(const OrganizationId& organization) {
  return absl::StrCat("organizations/", organization.value());
}

void Add(Notice& notice, Recipient::Part part, const OrganizationId& organization) {
  Recipient& added = *notice.add_recipients();
  added.set_part(part);
  added.set_organization(NameOfOrganization(organization));
}

}  // namespace

Notice RenderNotice(const Task& task, const HistoryLine& line, const Audience& audience) {
  const Request& request = task.request;
  Notice notice;
  *notice.mutable_entry() = ToProto(line);
  notice.set_state(ToProto(request.state));
  notice.set_kind(request.kind);
  notice.set_residence_commune(request.residence_commune);
  if (request.timing.start.has_value()) {
    *notice.mutable_start_time() = ToProto(*request.timing.start);
  }
  if (request.held_by.has_value()) notice.set_held_by(NameOfOrganization(*request.held_by));
  if (request.state == State::kNeedsInfo) {
    for (const std::string& fact : request.open_questions) notice.add_open_questions(fact);
    notice.set_question(request.question);
  }
  if (audience.filer) Add(notice, Recipient::PART_FILER, *request.filed_by);
  if (audience.holder) Add(notice, Recipient::PART_HOLDER, *request.held_by);
  for (const OrganizationId& one : audience.asked) Add(notice, Recipient::PART_ASKED, one);
  return notice;
}

common::v1::CallNeeded RenderCall(const DueCall& call) {
  using common::v1::CallNeeded;
  CallNeeded proto;
  proto.set_why(call.no_digital     ? CallNeeded::WHY_NO_DIGITAL
                : !call.has_address ? CallNeeded::WHY_NO_ADDRESS
                                    : CallNeeded::WHY_SILENT);
  *proto.mutable_news() = ToProto(call.news);
  proto.set_kind(call.request.kind);
  proto.set_residence_commune(call.request.residence_commune);
  if (call.request.timing.start.has_value()) {
    *proto.mutable_start_time() = ToProto(*call.request.timing.start);
  }
  proto.set_hours(call.hours);
  return proto;
}

}  // namespace entraide::request
