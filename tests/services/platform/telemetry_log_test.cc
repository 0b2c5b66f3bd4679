// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>

#include "services/platform/telemetry/log.h"

namespace entraide::telemetry {
namespace {

TEST(Log, IsOneJsonLineWhateverIsInIt) {
  testing::internal::CaptureStderr();
  LogInfo("call", {{"detail", "quote \" backslash \\ line\nend\x01 é"}, {"ms", "12"}});
  const std::string line = testing::internal::GetCapturedStderr();
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  const auto json = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
  ASSERT_TRUE(json.is_object()) << line;
  EXPECT_EQ(json["level"], "info");
  EXPECT_EQ(json["event"], "call");
  EXPECT_EQ(json["detail"], "quote \" backslash \\ line\nend\x01 é");
  EXPECT_EQ(json["ms"], "12");
}

TEST(Log, SaysItsLevelAndTheTimeInUtc) {
  testing::internal::CaptureStderr();
  LogError("worker");
  const auto json = nlohmann::json::parse(testing::internal::GetCapturedStderr(), nullptr,
                                          /*allow_exceptions=*/false);
  ASSERT_TRUE(json.is_object());
  EXPECT_EQ(json["level"], "error");
  EXPECT_THAT(json["time"].get<std::string>(),
              testing::MatchesRegex("[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z"));
}

}  // namespace
}  // namespace entraide::telemetry
