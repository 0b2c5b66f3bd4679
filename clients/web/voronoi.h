// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

namespace entraide::web {

// A point of the plane, in any unit.
struct Point {
  double x = 0;
  double y = 0;
};

// For each site the part of the plane that is nearer to it than to any other, cut off at `reach`
// from it: a convex polygon, its corners in order. Sites at the same place get the same cell.
std::vector<std::vector<Point>> VoronoiCells(const std::vector<Point>& sites, double reach);

}  // namespace entraide::web
