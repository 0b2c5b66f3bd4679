// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "matcher/engine/near_miss.h"
#include "matcher/engine/need.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/rule.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// One reason for a rank: 10,000 is best. Integers, so that every machine ranks alike.
struct Term {
  absl::string_view name{};  // detour wait cost preference freshness.
  int value = 0;
  int weight = 0;
};

struct Candidate {
  OfferId offer{};
  OrganizationId organization{};
  bool external = false;                     // Shown, never dispatched.
  Intake intake = Intake::kOpen;             // kWaitlist and kAssessment are told before asking.
  int score = 0;                             // Weighted mean of `terms`, 0 to 10,000.
  std::vector<Term> terms{};                 // Those that apply.
  std::vector<std::string> missing_facts{};  // Not empty: serves only if these are answered well.
};

struct RefusalCount {
  Rule rule = Rule::kKindNotOffered;
  int count = 0;
};

// A question worth asking: facts of the vocabulary, and `purpose`, `dropoff`,
// `health-insurance-paid`.
struct Question {
  std::string fact{};
  int candidate_count = 0;  // Conditional candidates that wait for it.
};

// An offer of another kind, which passes the same rules; proposed, never filed by itself.
struct Substitute {
  std::string kind{};
  std::string purpose{};  // To ask for; empty: none.
  Candidate candidate{};
};

struct MatchResult {
  absl::string_view weights_version{};
  std::vector<Candidate> candidates{};  // Pass every rule; best first.
  std::vector<Candidate>
      conditional{};  // NEEDS_INFO: no rule refuses, some wait for a fact; best first.
  std::vector<Question> questions{};     // Without candidates only; the most useful first.
  std::vector<RefusalCount> refusals{};  // By first rule that refused, in rule order; names nobody.

  // Without candidates and conditional ones: the rule that emptied the set.
  std::optional<Rule> blocking_rule{};
  std::vector<NearMiss> near_misses{};    // Without candidates only: best 3.
  std::vector<Substitute> substitutes{};  // Without candidates only.
};

// Who can serve `need`, asked at `now`; pure. The answer depends on what the world holds, never on
// the order it was given in. The need's communes are indices into the world's table, its spans are
// finite with start before end.
MatchResult Match(const World& world, const Need& need, absl::Time now);

}  // namespace entraide::matcher
