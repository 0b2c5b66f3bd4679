// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/weights.h"

namespace entraide::matcher {
namespace {

constexpr WeightedTerm kTerms[] = {
    {"detour", terms::Detour, 25, 25, 15},        //
    {"wait", terms::Wait, 8, 20, 10},             //
    {"cost", terms::Cost, 5, 20, 10},             //
    {"preference", terms::Preference, 5, 5, 15},  //
    {"freshness", terms::Freshness, 0, 5, 5},
};

}  // namespace

absl::Span<const WeightedTerm> WeightedTerms() { return kTerms; }

int WeightIn(const WeightedTerm& term, Family family) {
  switch (family) {
    case Family::kRides:
      return term.rides;
    case Family::kGarage:
    case Family::kOther:
      return term.garage;
    case Family::kHomeHelp:
      return term.home_help;
  }
  return 0;
}

}  // namespace entraide::matcher
