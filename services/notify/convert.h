// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "entraide/common/v1/notice.pb.h"
#include "entraide/notify/v1/notify_service.pb.h"
#include "services/notify/domain/link.h"
#include "services/notify/domain/message.h"

namespace entraide::notify {

// INVALID_ARGUMENT: FIELDS_INVALID.
absl::StatusOr<std::vector<Line>> ParseLines(const v1::AnnounceRequest& request);
absl::StatusOr<MessageId> ParseMessageName(absl::string_view name);
absl::StatusOr<LinkAction> ParseLinkAction(v1::LinkAction action);
absl::StatusOr<std::optional<State>> ParseStateFilter(v1::Message::State state);

// What the owner of a request tells of a line.
Happening HappeningOf(const Line& line, const common::v1::Notice& notice);

v1::Message ToProto(const Message& message);

}  // namespace entraide::notify
