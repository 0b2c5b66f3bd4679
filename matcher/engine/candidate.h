// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "matcher/engine/need.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/sift.h"
#include "matcher/engine/terms/terms.h"
#include "matcher/engine/tus.h"
#include "matcher/engine/volunteer.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// One reason for a rank: 10,000 is best. Integers, so that every machine ranks alike.
struct Term {
  absl::string_view name{};  // Of `WeightedTerms`: detour, wait...
  int value = 0;
  int weight = 0;
};

struct Candidate {
  OfferId offer{};
  OrganizationId organization{};
  bool external = false;                     // Shown, never dispatched.
  Intake intake = Intake::kOpen;             // A waiting list or an assessment is told beforehand.
  int score = 0;                             // Weighted mean of `terms`, 0 to 10,000.
  std::vector<Term> terms{};                 // Those that apply.
  std::vector<std::string> missing_facts{};  // Not empty: it serves if these are answered well.
  std::optional<VolunteerId> volunteer{};    // Who would do it; none: the staff answers.
  std::optional<absl::Time> last_asked{};
  std::vector<TusFinding> legal_findings{};  // Told, and not in the way.
};

// By score, then those asked longest ago (never: first), then by offer id and volunteer id, which
// no two share.
bool RanksBefore(const Candidate& a, const Candidate& b);

// Best first. Costs compare among all of `admitted`.
std::vector<Candidate> Rank(const World& world, const Need& need,
                            const std::vector<Admitted>& admitted, absl::Time now);

// The same of some of those who compete: `field` is what all of them have in common.
std::vector<Candidate> Rank(const World& world, const Need& need,
                            const std::vector<Admitted>& admitted, const terms::Field& field,
                            absl::Time now);

}  // namespace entraide::matcher
