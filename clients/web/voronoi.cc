// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/voronoi.h"

#include <cmath>

namespace entraide::web {
namespace {

constexpr int kCorners = 24;  // of the disc that cuts a cell off
constexpr double kTurn = 6.283185307179586;

std::vector<Point> Disc(const Point& center, double radius) {
  std::vector<Point> corners;
  for (int i = 0; i < kCorners; ++i) {
    const double angle = kTurn * i / kCorners;
    corners.push_back({center.x + radius * std::cos(angle), center.y + radius * std::sin(angle)});
  }
  return corners;
}

// Positive where `p` is nearer to `a` than to `b`, in units of length.
double Nearer(const Point& p, const Point& a, const Point& b, double distance) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  return ((a.x + b.x) / 2 - p.x) * dx / distance + ((a.y + b.y) / 2 - p.y) * dy / distance;
}

// The part of a convex polygon that is nearer to `a` than to `b`.
std::vector<Point> Clip(const std::vector<Point>& polygon, const Point& a, const Point& b,
                        double distance) {
  std::vector<Point> kept;
  for (size_t i = 0; i < polygon.size(); ++i) {
    const Point& here = polygon[i];
    const Point& next = polygon[(i + 1) % polygon.size()];
    const double at_here = Nearer(here, a, b, distance);
    const double at_next = Nearer(next, a, b, distance);
    if (at_here >= 0) kept.push_back(here);
    if ((at_here >= 0) == (at_next >= 0)) continue;
    const double share = at_here / (at_here - at_next);
    kept.push_back({here.x + share * (next.x - here.x), here.y + share * (next.y - here.y)});
  }
  return kept;
}

}  // namespace

std::vector<std::vector<Point>> VoronoiCells(const std::vector<Point>& sites, double reach) {
  std::vector<std::vector<Point>> cells;
  for (const Point& site : sites) {
    std::vector<Point> cell = Disc(site, reach);
    for (const Point& other : sites) {
      const double distance = std::hypot(other.x - site.x, other.y - site.y);
      if (distance == 0 || distance > 2 * reach) continue;
      cell = Clip(cell, site, other, distance);
    }
    cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace entraide::web
