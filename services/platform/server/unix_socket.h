// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/status.h"

namespace entraide::server {

// Makes `path` free for a new listener: its folder exists and is ours alone (0700), and a socket
// that a dead process left is removed. FAILED_PRECONDITION: SOCKET_PATH_TOO_LONG (107 bytes and
// more), SOCKET_FOLDER_OPEN (others may enter it), SOCKET_IN_USE (somebody answers, or it is no
// socket).
absl::Status PrepareSocket(const std::string& path);

}  // namespace entraide::server
