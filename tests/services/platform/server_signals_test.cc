// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <unistd.h>

#include <csignal>

#include "services/platform/server/signals.h"

namespace entraide::server {
namespace {

TEST(WaitForStop, TellsWhichSignalCameEvenBeforeItWaited) {
  HoldStopSignals();
  kill(getpid(), SIGTERM);
  EXPECT_EQ(WaitForStop(), SIGTERM);
}

}  // namespace
}  // namespace entraide::server
