// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "matcher/dayplan/day.h"

namespace entraide::matcher::dayplan {

// Public instances of transport problems, read as days. They are not part of the repository.

struct Instance {
  std::string name{};  // "lr101".
  Day day{};
  std::vector<std::pair<double, double>> coordinates{};  // Of the day's places, in its own unit.
};

// Seconds and metres of these days are thousandths of the instances' unit of both.
inline constexpr int kTicksPerUnit = 1'000;

// Pick-up and delivery with time windows (Li & Lim): vehicles alike, all from one depot.
absl::StatusOr<Instance> ReadLiLim(const std::string& path);

// Dial-a-ride (Cordeau & Laporte): rides and routes of bounded duration, too.
absl::StatusOr<Instance> ReadDialARide(const std::string& path);

// The folder of that name beside the repository, or beside the one that holds its worktree, or in
// $ENTRAIDE_SHARED_DATA; none: it is not on this machine.
std::optional<std::string> SharedData(const std::string& folder);

// Names of the .txt files of a folder, in order.
std::vector<std::string> TextFilesOf(const std::string& folder);

}  // namespace entraide::matcher::dayplan
