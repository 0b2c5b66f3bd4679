// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "entraide/common/v1/call.pb.h"
#include "entraide/common/v1/notice.pb.h"
#include "services/request/domain/notice.h"
#include "services/request/store/contact_store.h"

namespace entraide::request {

// What is told of `line`, and to which organizations; the person is added by who may read contacts.
common::v1::Notice RenderNotice(const Task& task, const HistoryLine& line,
                                const Audience& audience);

// Why somebody has to be called, and about what; its name is added by its trade.
common::v1::CallNeeded RenderCall(const DueCall& call);

}  // namespace entraide::request
