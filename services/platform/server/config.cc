// SPDX-License-Identifier: EUPL-1.2
#include "services/platform/server/config.h"

#include <cstddef>
#include <cstdlib>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "services/platform/base/status.h"

namespace entraide::server {
namespace {

std::string VariableOf(absl::string_view name) {
  return absl::StrCat("ENTRAIDE_", absl::AsciiStrToUpper(absl::StrReplaceAll(name, {{"-", "_"}})));
}

absl::Status Unknown(absl::string_view what) {
  return WithReason(absl::InvalidArgumentError(absl::StrCat("unknown flag ", what, ", see --help")),
                    "FLAG_UNKNOWN");
}

absl::Status Malformed(absl::string_view name, absl::string_view wanted) {
  return WithReason(absl::InvalidArgumentError(absl::StrCat("--", name, ": want ", wanted)),
                    "FLAG_MALFORMED");
}

}  // namespace

std::optional<std::string> Config::OfProcess(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

absl::StatusOr<Config> Config::Parse(const std::vector<std::string>& args,
                                     const std::vector<Flag>& flags,
                                     const Environment& environment) {
  Config config;
  for (const Flag& flag : flags) {
    config.values_[flag.name] = environment(VariableOf(flag.name)).value_or(flag.otherwise);
  }
  for (std::size_t i = 0; i < args.size(); ++i) {
    absl::string_view rest = args[i];
    if (!absl::ConsumePrefix(&rest, "--")) return Unknown(args[i]);
    // --http_port is --http-port.
    const std::string name = absl::StrReplaceAll(rest.substr(0, rest.find('=')), {{"_", "-"}});
    if (name == "help") {
      config.help_ = true;
      continue;
    }
    const auto value = config.values_.find(name);
    if (value == config.values_.end()) return Unknown(absl::StrCat("--", name));
    const bool next_is_value = i + 1 < args.size() && !absl::StartsWith(args[i + 1], "--");
    if (name.size() < rest.size()) {
      value->second = std::string(rest.substr(name.size() + 1));
    } else {
      value->second = next_is_value ? args[++i] : "true";
    }
  }
  return config;
}

std::string Config::Help(absl::string_view program, const std::vector<Flag>& flags) {
  std::string text = absl::StrCat("Usage: ", program, " [--name=value ...]\n");
  for (const Flag& flag : flags) {
    absl::StrAppend(&text, "  --", flag.name, "=", flag.otherwise, "\n      ", flag.help, " (or ",
                    VariableOf(flag.name), ")\n");
  }
  return text;
}

absl::StatusOr<std::int64_t> Config::Number(absl::string_view name) const {
  std::int64_t number = 0;
  if (!absl::SimpleAtoi(Text(name), &number)) return Malformed(name, "a whole number");
  return number;
}

absl::StatusOr<bool> Config::Bool(absl::string_view name) const {
  const std::string value = absl::AsciiStrToLower(Text(name));
  if (value == "true" || value == "on" || value == "yes" || value == "1") return true;
  if (value == "false" || value == "off" || value == "no" || value == "0") return false;
  return Malformed(name, "true or false");
}

absl::StatusOr<absl::Duration> Config::Duration(absl::string_view name) const {
  absl::Duration duration;
  if (!absl::ParseDuration(Text(name), &duration)) return Malformed(name, "a length such as 90s");
  return duration;
}

}  // namespace entraide::server
