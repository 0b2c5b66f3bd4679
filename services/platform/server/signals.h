// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace entraide::server {

// Keeps SIGTERM and SIGINT for WaitForStop, and ignores SIGPIPE. Call it before any thread starts,
// since threads inherit it.
void HoldStopSignals();

// Returns when SIGTERM or SIGINT has come; which one.
int WaitForStop();

}  // namespace entraide::server
