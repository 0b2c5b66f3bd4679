// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"

namespace entraide::telemetry {

// One field of a log line.
using Field = std::pair<absl::string_view, std::string>;

// Writes one JSON line to stderr: time (UTC), level, event, then the fields, escaped. Never
// personal data, never a request's body. A full disk or a closed stderr is no error. Thread-safe.
void LogInfo(absl::string_view event, std::initializer_list<Field> fields = {});
void LogError(absl::string_view event, std::initializer_list<Field> fields = {});

}  // namespace entraide::telemetry
