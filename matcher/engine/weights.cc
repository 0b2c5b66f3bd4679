// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/weights.h"

namespace entraide::matcher {
namespace {

//                                                   rides, garage, home help, missions
constexpr WeightedTerm kTerms[] = {
    {"detour", terms::Detour, 25, 25, 15, 25},         //
    {"wait", terms::Wait, 8, 20, 10, 5},               //
    {"pairing", terms::Pairing, 10, 0, 0, 0},          //
    {"pooling", terms::Pooling, 5, 0, 0, 0},           //
    {"continuity", terms::Continuity, 10, 5, 20, 5},   //
    {"fairness", terms::Fairness, 15, 0, 10, 0},       //
    {"reactivity", terms::Reactivity, 7, 15, 10, 20},  //
    {"margin", terms::Margin, 5, 0, 5, 10},            //
    {"cost", terms::Cost, 5, 20, 10, 0},               //
    {"preference", terms::Preference, 5, 5, 15, 30},   //
    {"special", terms::Special, 3, 0, 0, 0},           //
    {"scarcity", terms::Scarcity, 2, 5, 0, 0},         //
    {"freshness", terms::Freshness, 0, 5, 5, 5},
};

}  // namespace

absl::Span<const WeightedTerm> WeightedTerms() { return kTerms; }

int WeightIn(const WeightedTerm& term, Family family) {
  switch (family) {
    case Family::kRides:
      return term.rides;
    case Family::kGarage:
    case Family::kShownOnly:
      return term.garage;
    case Family::kHomeHelp:
      return term.home_help;
    case Family::kVolunteers:
      return term.missions;
  }
  return 0;
}

}  // namespace entraide::matcher
