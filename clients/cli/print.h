// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "clients/cli/session.h"

namespace entraide::cli {

// Lines of cells under a heading, columns as wide as their widest cell counted in characters, not
// bytes.
std::string Table(const std::vector<std::string>& heading,
                  const std::vector<std::vector<std::string>>& rows);

// A message as indented JSON with the names of the contract.
std::string Json(const google::protobuf::Message& message);

// What went wrong, in French, one line a wrong field; the reason stands in brackets for whoever
// reports it.
std::string Explain(const absl::Status& status);

}  // namespace entraide::cli
