// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <grpcpp/support/sync_stream.h>

#include <cstddef>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "services/platform/base/status.h"
#include "services/platform/base/violations.h"

namespace entraide::directory {

// `rows[line 12].`, what begins the path of a wrong field.
std::string LinePath(int line);

// OK if nothing was found, else INVALID_ARGUMENT IMPORT_INVALID: as many violations as fit into the
// metadata of an answer, and how many more there are.
absl::Status ImportInvalid(const Violations& found);

// Gives each row of the stream to `take`, which must not fail. RESOURCE_EXHAUSTED:
// IMPORT_TOO_LARGE, over `max` rows. FAILED_PRECONDITION: IMPORT_INCOMPLETE, the stream ended
// without its last message; gRPC cannot tell a stream that ended from one that broke or could not
// be parsed.
template <typename Request, typename Take>
absl::Status ReadRows(grpc::ServerReader<Request>& reader, std::size_t max, Take&& take) {
  Request request;
  std::size_t count = 0;
  while (!request.last() && reader.Read(&request)) {
    count += static_cast<std::size_t>(request.rows_size());
    if (count > max) {
      return WithReason(absl::ResourceExhaustedError(absl::StrCat("more than ", max, " rows")),
                        "IMPORT_TOO_LARGE");
    }
    for (auto& row : *request.mutable_rows()) take(row);
  }
  if (request.last()) return absl::OkStatus();
  return WithReason(absl::FailedPreconditionError("the stream ended before its last message"),
                    "IMPORT_INCOMPLETE");
}

}  // namespace entraide::directory
