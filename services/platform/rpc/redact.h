// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <google/protobuf/message.h>

namespace entraide::rpc {

// Clears every field whose class is CONTACT or SECRET, however deep.
void Redact(google::protobuf::Message& message);

}  // namespace entraide::rpc
