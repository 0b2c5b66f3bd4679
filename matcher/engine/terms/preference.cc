// SPDX-License-Identifier: EUPL-1.2
#include <iterator>

#include "absl/algorithm/container.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {
namespace {

bool IsMet(const Trial& trial, const std::string& wish) {
  return absl::c_linear_search(trial.offer.accommodations, wish) ||
         (trial.volunteer != nullptr && absl::c_linear_search(trial.volunteer->skills, wish));
}

}  // namespace

std::optional<int> Preference(const Trial& trial, const Field&) {
  std::vector<std::string> wishes = trial.need.preferences;
  absl::c_copy_if(trial.need.needs, std::back_inserter(wishes), IsComfort);
  if (wishes.empty()) return std::nullopt;
  const auto met =
      absl::c_count_if(wishes, [&](const std::string& wish) { return IsMet(trial, wish); });
  return PartOf(met, static_cast<int64_t>(wishes.size()));
}

}  // namespace entraide::matcher::terms
