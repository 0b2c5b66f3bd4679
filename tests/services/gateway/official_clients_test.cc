// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

#include "absl/strings/str_cat.h"
#include "tests/services/gateway/gateway_world.h"

namespace entraide::gateway {
namespace {

TEST(OfficialClients, SpeakToTheGatewayInEveryProtocol) {
  ASSERT_TRUE(std::filesystem::exists("tests/tools/node_modules/@connectrpc/connect-web"))
      << "run tests/tools/install";
  const GatewayWorld world;
  const std::string command = absl::StrCat("node tests/services/gateway/official_clients.mjs ",
                                           world.port(), " ", ECHO_DESCRIPTORS);
  EXPECT_EQ(std::system(command.c_str()), 0);
}

}  // namespace
}  // namespace entraide::gateway
