// SPDX-License-Identifier: EUPL-1.2
#include "services/notify/convert.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "google/protobuf/util/time_util.h"
#include "services/platform/base/uuid.h"
#include "services/platform/base/violations.h"

namespace entraide::notify {
namespace {

constexpr int kMostLines = 100;

absl::Time TimeOf(const google::protobuf::Timestamp& time) {
  return absl::FromUnixSeconds(time.seconds()) + absl::Nanoseconds(time.nanos());
}

google::protobuf::Timestamp ToProto(absl::Time time) {
  return google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(absl::ToUnixMicros(time));
}

// `ACCEPTED` of REQUEST_STATE_ACCEPTED.
std::string StateName(common::v1::RequestState state) {
  return std::string(absl::StripPrefix(common::v1::RequestState_Name(state), "REQUEST_STATE_"));
}

bool IsRequestName(absl::string_view name) {
  return (absl::ConsumePrefix(&name, "rides/") || absl::ConsumePrefix(&name, "jobs/") ||
          absl::ConsumePrefix(&name, "visits/")) &&
         IsUuid(name);
}

std::string IdOf(absl::string_view organization) {
  return std::string(absl::StripPrefix(organization, "organizations/"));
}

Contact ContactOf(const common::v1::Contact& proto) {
  return {.phone = proto.phone(),
          .email = proto.email(),
          .preferred = static_cast<Means>(proto.preferred()),
          .sms_ok = proto.sms_ok(),
          .no_digital = proto.no_digital()};
}

}  // namespace

absl::StatusOr<std::vector<Line>> ParseLines(const v1::AnnounceRequest& request) {
  Violations found;
  if (request.lines().empty()) found.Add("lines", "REQUIRED", "1 to 100");
  if (request.lines_size() > kMostLines) found.Add("lines", "TOO_MANY", "1 to 100");
  std::vector<Line> lines;
  for (const v1::AnnouncedLine& line : request.lines()) {
    if (!IsRequestName(line.request())) {
      found.Add("lines.request", "MALFORMED", "rides/{ride}, jobs/{job} or visits/{visit}");
    }
    if (line.line() < 1) found.Add("lines.line", "OUT_OF_RANGE", "1 or more");
    lines.push_back({.request = line.request(), .number = line.line()});
  }
  if (const absl::Status status = found.ToStatus(); !status.ok()) return status;
  return lines;
}

absl::StatusOr<MessageId> ParseMessageName(absl::string_view name) {
  if (absl::ConsumePrefix(&name, "messages/") && IsUuid(name)) {
    return MessageId(std::string(name));
  }
  return InvalidField("name", "MALFORMED", "messages/{message}");
}

absl::StatusOr<LinkAction> ParseLinkAction(v1::LinkAction action) {
  switch (action) {
    case v1::LINK_ACTION_CANCEL:
      return LinkAction::kCancel;
    case v1::LINK_ACTION_UNSUBSCRIBE:
      return LinkAction::kUnsubscribe;
    default:
      return InvalidField("action", "UNKNOWN_VALUE", "what the link is for");
  }
}

absl::StatusOr<std::optional<State>> ParseStateFilter(v1::Message::State state) {
  if (state == v1::Message::STATE_UNSPECIFIED) return std::optional<State>();
  if (!v1::Message::State_IsValid(state)) {
    return InvalidField("state", "UNKNOWN_VALUE", "a state of messages");
  }
  return std::optional<State>(static_cast<State>(static_cast<int>(state) - 1));
}

Happening HappeningOf(const Line& line, const common::v1::Notice& notice) {
  Happening happening{.line = line,
                      .action = notice.entry().action(),
                      .role = notice.entry().role(),
                      .reason = notice.entry().reason(),
                      .state = StateName(notice.entry().state()),
                      .state_now = StateName(notice.state()),
                      .held_by = IdOf(notice.held_by()),
                      .question = notice.question()};
  if (notice.has_start_time()) happening.start_time = TimeOf(notice.start_time());
  for (const common::v1::Recipient& proto : notice.recipients()) {
    // A part that a newer owner knows of is nobody's that we can write to.
    if (proto.part() == common::v1::Recipient::PART_UNSPECIFIED ||
        !common::v1::Recipient::Part_IsValid(proto.part())) {
      continue;
    }
    happening.recipients.push_back({.part = static_cast<Part>(static_cast<int>(proto.part()) - 1),
                                    .organization = IdOf(proto.organization()),
                                    .contact = ContactOf(proto.contact()),
                                    .tracking_code = proto.tracking_code()});
  }
  return happening;
}

v1::Message ToProto(const Message& message) {
  v1::Message proto;
  proto.set_name(absl::StrCat("messages/", message.id.value()));
  proto.set_request(message.line.request);
  proto.set_line(message.line.number);
  proto.set_part(static_cast<common::v1::Recipient::Part>(static_cast<int>(message.part) + 1));
  if (!message.organization.empty()) {
    proto.set_organization(absl::StrCat("organizations/", message.organization));
  }
  proto.set_letter(std::string(NameOf(message.letter)));
  if (message.channel.has_value()) {
    proto.set_channel(static_cast<v1::Message::Channel>(static_cast<int>(*message.channel) + 1));
  }
  proto.set_state(static_cast<v1::Message::State>(static_cast<int>(message.state) + 1));
  proto.set_reason(message.reason);
  proto.set_attempt_count(message.attempts);
  proto.set_possibly_sent_twice(message.possibly_sent_twice);
  if (message.state == State::kWaiting) *proto.mutable_due_time() = ToProto(message.due_time);
  *proto.mutable_create_time() = ToProto(message.create_time);
  *proto.mutable_update_time() = ToProto(message.update_time);
  return proto;
}

}  // namespace entraide::notify
