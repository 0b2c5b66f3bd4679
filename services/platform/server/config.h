// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace entraide::server {

// One setting of a program: `--smtp-url=VALUE`, or ENTRAIDE_SMTP_URL, or what it is otherwise.
struct Flag {
  std::string name{};  // kebab-case
  std::string otherwise{};
  std::string help{};
};

// The settings of one run.
class Config {
 public:
  using Environment = std::function<std::optional<std::string>(const std::string& name)>;

  // `args` without the program's name: `--name=value`, `--name value`, or `--name` alone for true;
  // `_` in a name is `-`.
  // INVALID_ARGUMENT: FLAG_UNKNOWN for anything not in `flags`. Secrets belong in files, since
  // arguments are seen by everybody on the machine.
  static absl::StatusOr<Config> Parse(const std::vector<std::string>& args,
                                      const std::vector<Flag>& flags,
                                      const Environment& environment = OfProcess);
  static std::optional<std::string> OfProcess(const std::string& name);
  // What --help prints.
  static std::string Help(absl::string_view program, const std::vector<Flag>& flags);

  // Whether --help was asked for.
  bool help() const { return help_; }

  // `name` must be one of the flags. INVALID_ARGUMENT: FLAG_MALFORMED.
  const std::string& Text(absl::string_view name) const { return values_.at(name); }
  absl::StatusOr<std::int64_t> Number(absl::string_view name) const;
  absl::StatusOr<bool> Bool(absl::string_view name) const;  // true, false, on, off, yes, no, 1, 0
  absl::StatusOr<absl::Duration> Duration(absl::string_view name) const;  // 90s, 12h

 private:
  absl::flat_hash_map<std::string, std::string> values_{};
  bool help_ = false;
};

}  // namespace entraide::server
