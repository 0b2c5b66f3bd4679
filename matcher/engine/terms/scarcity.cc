// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {
namespace {

constexpr int kMany = 5;

}  // namespace

std::optional<int> Scarcity(const Trial& trial, const Field&) {
  const std::optional<int> tasks = RecordOf(trial).tasks_only_it_serves;
  if (!tasks.has_value()) return std::nullopt;
  return kBest - PartOf(*tasks, kMany);
}

}  // namespace entraide::matcher::terms
