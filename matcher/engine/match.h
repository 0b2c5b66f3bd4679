// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "matcher/engine/candidate.h"
#include "matcher/engine/near_miss.h"
#include "matcher/engine/need.h"
#include "matcher/engine/questions.h"
#include "matcher/engine/rule.h"
#include "matcher/engine/sift.h"
#include "matcher/engine/substitutes.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

struct MatchResult {
  absl::string_view weights_version{};
  std::vector<Candidate> candidates{};   // Pass every rule; best first.
  std::vector<Candidate> conditional{};  // NEEDS_INFO: no rule refuses, some wait for facts.
  std::vector<RefusalCount> refusals{};  // By first rule that refused, in rule order; name nobody.

  // With neither candidates nor conditional ones: the rule that emptied the set.
  std::optional<Rule> blocking_rule{};

  // Only without candidates.
  std::vector<Question> questions{};
  std::vector<NearMiss> near_misses{};
  std::vector<Substitute> substitutes{};
};

// Who can serve `need`, asked at `now`; pure. The answer depends on what the world holds, never on
// the order it was given in. The need's communes are indices into the world's table. Its spans
// start before they end, last days rather than years, and lie in this century: their days are
// walked through, so whoever takes needs from outside bounds them.
MatchResult Match(const World& world, const Need& need, absl::Time now);

// Adds what is told only without candidates, if there are none. For one who knows a faster way to
// find the others: `admit` gives what `Sift` admits.
void AddWhatElse(const World& world, const Need& need, absl::Time now, Admit admit,
                 MatchResult& result);

}  // namespace entraide::matcher
