// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "clients/cpp/requests_client.h"
#include "clients/web/communes.h"
#include "clients/web/view.h"
#include "google/protobuf/timestamp.pb.h"

namespace entraide::web {

// What is asked for, line by line, `label` and `value`, without what was left open.
std::vector<View> DetailsView(const clients::Details& details, CommuneNames& communes);

// Appends the line unless `value` is empty.
void AddLine(std::vector<View>& lines, absl::string_view label, absl::string_view value);

absl::Time ToTime(const google::protobuf::Timestamp& timestamp);
// The moment in words; empty if it is not set.
std::string Moment(const google::protobuf::Timestamp& timestamp);

}  // namespace entraide::web
