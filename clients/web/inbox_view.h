// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/time/time.h"
#include "clients/cpp/requests_client.h"
#include "clients/web/communes.h"
#include "clients/web/inbox.h"
#include "clients/web/view.h"

namespace entraide::web {

// The sections of an inbox, those with nothing in them left out but for the first: the questions
// put to the organization, what is late, what it has to do, what others have to do, what is over.
// Each form has a request_id of its own.
std::vector<View> SectionViews(const Inbox& inbox, const InboxFilter& filter, absl::Time now,
                               CommuneNames& communes);

// What is asked for by one request that is held.
View HeldView(const clients::HeldRequest& held, CommuneNames& communes);

// The same as a file for a spreadsheet, one request a line, without anybody's name.
std::string InboxCsv(const Inbox& inbox, CommuneNames& communes);

}  // namespace entraide::web
