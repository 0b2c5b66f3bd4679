// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "matcher/engine/commune.h"

namespace entraide::matcher {

// A place as a point on a sphere of radius 1: distances cost no trigonometry but one arc, poles and
// the antimeridian are like anywhere else, and both ways are equally long to the last bit.
struct Position {
  double x = 0;
  double y = 0;
  double z = 0;
};

Position PositionOf(const Commune& commune);

// The straight line through the sphere, squared.
double SquaredChord(const Position& a, const Position& b);

// As the crow flies.
double GreatCircleMeters(const Position& from, const Position& to);
double GreatCircleMeters(const Commune& from, const Commune& to);

// The chord between places that are so far apart; half the way around and more: all of them.
double ChordOf(double great_circle_meters);

}  // namespace entraide::matcher
