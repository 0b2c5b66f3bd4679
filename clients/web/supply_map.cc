// SPDX-License-Identifier: EUPL-1.2
#include "clients/web/supply_map.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "clients/web/messages.h"
#include "clients/web/voronoi.h"

namespace entraide::web {
namespace {

using coverage::v1::CommuneSupply;
using coverage::v1::GetSupplyResponse;

constexpr double kKilometersPerDegree = 111.2;
constexpr double kReach = 4.2;       // km: a commune's cell ends there at the latest
constexpr double kMargin = 5.0;      // km
constexpr double kPixels = 16.0;     // per km
constexpr double kLetterWidth = 11;  // pixels, of a name
constexpr double kLetterHeight = 24;
constexpr size_t kNamedCommunes = 12;

struct Frame {
  double west = 0;
  double north = 0;
  double width = 0;
  double height = 0;
};

// Kilometers east and south of the first commune: flat enough for a territory.
std::vector<Point> Positions(const GetSupplyResponse& supply) {
  std::vector<Point> points;
  if (supply.communes().empty()) return points;
  const CommuneSupply& first = supply.communes(0);
  const double shrink = std::cos(first.latitude_deg() * 3.141592653589793 / 180);
  for (const CommuneSupply& commune : supply.communes()) {
    points.push_back(
        {(commune.longitude_deg() - first.longitude_deg()) * kKilometersPerDegree * shrink,
         (first.latitude_deg() - commune.latitude_deg()) * kKilometersPerDegree});
  }
  return points;
}

Frame FrameOf(const std::vector<Point>& points) {
  if (points.empty()) return {};
  const auto [west, east] = std::minmax_element(
      points.begin(), points.end(), [](const Point& a, const Point& b) { return a.x < b.x; });
  const auto [north, south] = std::minmax_element(
      points.begin(), points.end(), [](const Point& a, const Point& b) { return a.y < b.y; });
  return {west->x - kMargin, north->y - kMargin, east->x - west->x + 2 * kMargin,
          south->y - north->y + 2 * kMargin};
}

std::string Number(double pixels) { return absl::StrFormat("%.1f", pixels); }

std::string Corners(const std::vector<Point>& cell, const Frame& frame) {
  std::string text;
  for (const Point& corner : cell) {
    absl::StrAppend(&text, text.empty() ? "" : " ", Number((corner.x - frame.west) * kPixels), ",",
                    Number((corner.y - frame.north) * kPixels));
  }
  return text;
}

// A name on the map, in pixels: its middle, and how far it reaches to either side.
struct Label {
  Point at{};
  double reach = 0;
};

bool Overlap(const Label& a, const Label& b) {
  return std::abs(a.at.y - b.at.y) < kLetterHeight && std::abs(a.at.x - b.at.x) < a.reach + b.reach;
}

// The largest communes, each unless a larger one's name lies there already.
std::vector<View> NameViews(const GetSupplyResponse& supply, const std::vector<Point>& points,
                            const Frame& frame) {
  std::vector<std::pair<int, int>> by_population;
  for (int i = 0; i < supply.communes_size(); ++i) {
    by_population.emplace_back(-supply.communes(i).population(), i);
  }
  absl::c_sort(by_population);
  std::vector<Label> placed;
  std::vector<View> names;
  for (const auto& [population, i] : by_population) {
    const std::string& text = supply.communes(i).display_name();
    const Point& point = points[static_cast<size_t>(i)];
    const Label label{{(point.x - frame.west) * kPixels, (point.y - frame.north) * kPixels},
                      static_cast<double>(text.size()) * kLetterWidth / 2};
    if (absl::c_any_of(placed, [&](const Label& other) { return Overlap(label, other); })) continue;
    placed.push_back(label);
    View name;
    name.Text("x", Number(label.at.x)).Text("y", Number(label.at.y)).Text("commune_name", text);
    names.push_back(std::move(name));
    if (names.size() == kNamedCommunes) break;
  }
  return names;
}

}  // namespace

std::string LevelOf(const CommuneSupply& commune) {
  const int kinds = commune.supplies_size();
  if (kinds == 1) {
    const int organizations = commune.supplies(0).organization_count();
    if (organizations == 0) return "gap";
    return organizations == 1 ? "fragile" : "served";
  }
  if (3 * commune.gap_count() > 2 * kinds) return "gap";
  return 3 * commune.gap_count() > kinds ? "fragile" : "served";
}

View SupplyMap(const GetSupplyResponse& supply) {
  const std::vector<Point> points = Positions(supply);
  const Frame frame = FrameOf(points);
  const std::vector<std::vector<Point>> cells = VoronoiCells(points, kReach);
  const absl::string_view legend = supply.kinds_size() == 1 ? "level_one" : "level_many";
  std::vector<View> cell_views;
  for (int i = 0; i < supply.communes_size(); ++i) {
    const std::string level = LevelOf(supply.communes(i));
    View cell;
    cell.Text("corners", Corners(cells[static_cast<size_t>(i)], frame))
        .Text("level", level)
        .Text("tip", absl::StrCat(supply.communes(i).display_name(), " : ", Word(legend, level)));
    cell_views.push_back(std::move(cell));
  }
  std::vector<View> levels;
  for (const std::string& level : Codes(legend)) {
    View entry;
    entry.Text("level", level).Text("meaning", Word(legend, level));
    levels.push_back(std::move(entry));
  }
  View map;
  map.Text("width", Number(frame.width * kPixels))
      .Text("height", Number(frame.height * kPixels))
      .List("cells", std::move(cell_views))
      .List("levels", std::move(levels))
      .List("names", NameViews(supply, points, frame));
  return map;
}

}  // namespace entraide::web
