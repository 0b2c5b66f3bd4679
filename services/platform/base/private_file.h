// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace entraide {

// Makes the folder (mode 0700) if it is missing; its parent exists.
absl::Status EnsurePrivateFolder(const std::string& path);

// Writes a file that only we may read (mode 0600): whole or not at all, in the place of an older
// one.
absl::Status WritePrivateFile(const std::string& path, absl::string_view text);

// The first line of a file. FAILED_PRECONDITION: FILE_OPEN_TO_OTHERS, somebody else may read it.
absl::StatusOr<std::string> ReadPrivateLine(const std::string& path);

}  // namespace entraide
