// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <optional>
#include <string>
#include <vector>

#include "services/platform/server/config.h"
#include "tests/support/status_matchers.h"

namespace entraide::server {
namespace {

const std::vector<Flag> kFlags = {{"port", "8080", "where pages are"},
                                  {"smtp-url", "", "where mail goes"},
                                  {"demo", "true", "demonstration data"},
                                  {"grace", "5s", "time to finish"}};

std::optional<std::string> OneVariable(const std::string& name) {
  return name == "ENTRAIDE_SMTP_URL" ? std::optional<std::string>("smtp://relay") : std::nullopt;
}

absl::StatusOr<Config> Parse(const std::vector<std::string>& args) {
  return Config::Parse(args, kFlags, OneVariable);
}

TEST(Config, TakesTheFlagThenTheEnvironmentThenTheDefault) {
  EXPECT_EQ(*Parse({})->Number("port"), 8080);
  EXPECT_EQ(Parse({})->Text("smtp-url"), "smtp://relay");
  EXPECT_EQ(Parse({"--smtp-url="})->Text("smtp-url"), "");
  EXPECT_EQ(*Parse({"--port=9000"})->Number("port"), 9000);
  EXPECT_EQ(*Parse({"--port", "9000"})->Number("port"), 9000);
}

TEST(Config, TakesUnderscoresForDashes) {
  EXPECT_EQ(Parse({"--smtp_url=x"})->Text("smtp-url"), "x");
}

TEST(Config, ReadsSwitchesAndLengths) {
  EXPECT_TRUE(*Parse({"--demo"})->Bool("demo"));
  EXPECT_FALSE(*Parse({"--demo=off"})->Bool("demo"));
  EXPECT_EQ(*Parse({})->Duration("grace"), absl::Seconds(5));
}

TEST(Config, RefusesWhatItDoesNotKnow) {
  EXPECT_THAT(Parse({"--prot=1"}), HasReason("FLAG_UNKNOWN"));
  EXPECT_THAT(Parse({"9000"}), HasReason("FLAG_UNKNOWN"));
}

TEST(Config, RefusesAValueOfAnotherKind) {
  EXPECT_THAT(Parse({"--port=x"})->Number("port"), HasReason("FLAG_MALFORMED"));
  EXPECT_THAT(Parse({"--demo=perhaps"})->Bool("demo"), HasReason("FLAG_MALFORMED"));
  EXPECT_THAT(Parse({"--grace=5"})->Duration("grace"), HasReason("FLAG_MALFORMED"));
}

TEST(Config, ExplainsEveryFlag) {
  EXPECT_TRUE(Parse({"--help"})->help());
  EXPECT_FALSE(Parse({})->help());
  const std::string help = Config::Help("entraide-all", kFlags);
  EXPECT_THAT(help, testing::HasSubstr("--port=8080"));
  EXPECT_THAT(help, testing::HasSubstr("ENTRAIDE_SMTP_URL"));
}

}  // namespace
}  // namespace entraide::server
