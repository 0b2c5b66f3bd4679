// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/time/time.h"
#include "matcher/engine/candidate.h"
#include "matcher/engine/need.h"
#include "matcher/engine/sift.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// What of a substitute is not what was asked for.
enum class Difference { kKind, kPurpose, kMode };

// An offer of another kind, class or mode, which passes the same rules; proposed with what
// differs, never filed by itself.
struct Substitute {
  std::string kind{};
  std::string purpose{};  // What to ask of it; empty: nothing.
  Candidate candidate{};  // May wait for facts.
  std::string mode{};     // Of help at home; empty: any.
  std::vector<Difference> differences{};
};

// In place of `need`'s kind: the closest kind first, at most three offers of each, best first.
std::vector<Substitute> SubstitutesFor(const World& world, const Need& need, absl::Time now);

// The same, for one who knows a faster way to sift: `admit` gives what `Sift` admits.
using Admit = absl::FunctionRef<std::vector<Admitted>(const Need& instead)>;
std::vector<Substitute> SubstitutesFor(const World& world, const Need& need, absl::Time now,
                                       Admit admit);

}  // namespace entraide::matcher
