// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/outing.h"

#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/trial.h"

namespace entraide::matcher {
namespace {

// What is done with the person, from one commune to another or in one.
struct Service {
  std::optional<Span> span{};
  CommuneIndex from{};
  CommuneIndex to{};
};

std::vector<Service> ServicesOf(const Need& need) {
  const CommuneIndex start = PickupOf(need);
  const bool ride = FamilyOf(need.kind) == Family::kRides;
  const CommuneIndex end = ride ? need.dropoff.value_or(start) : start;
  if (need.spans.empty()) return {{std::nullopt, start, end}};
  std::vector<Span> spans = need.spans;
  absl::c_sort(spans, [](const Span& a, const Span& b) {
    return std::pair(a.start, a.end) < std::pair(b.start, b.end);
  });
  std::vector<Service> services;
  for (const Span& span : spans) {
    const bool back = services.size() % 2 == 1;
    services.push_back({span, back ? end : start, back ? start : end});
  }
  return services;
}

Route RouteOr(const World& world, std::optional<CommuneIndex> from,
              std::optional<CommuneIndex> to) {
  if (!from.has_value() || !to.has_value()) return {};
  return world.RouteBetween(*from, *to);
}

double MetersWith(const World& world, const Service& service) {
  return service.from == service.to ? 0
                                    : world.RouteBetween(service.from, service.to).distance_meters;
}

Outing OutingFor(const World& world, const Service& service, std::optional<CommuneIndex> home) {
  const Route there = RouteOr(world, home, service.from);
  const Route back = RouteOr(world, service.to, home);
  Outing outing{
      .empty = there.duration + back.duration,
      .meters = there.distance_meters + MetersWith(world, service) + back.distance_meters};
  if (service.span.has_value()) {
    outing.away = Span{service.span->start - there.duration, service.span->end + back.duration};
  }
  return outing;
}

// `first`, which ends at `end`, and then `next` without going home in between.
Outing Joined(const World& world, const Outing& first, const Service& end, const Service& next,
              std::optional<CommuneIndex> home) {
  const Outing second = OutingFor(world, next, home);
  const Route back = RouteOr(world, end.to, home);
  const Route there = RouteOr(world, home, next.from);
  return {
      .away = Span{first.away->start, second.away->end},
      .empty = first.empty + second.empty - back.duration - there.duration,
      .waiting = first.waiting + std::max(absl::ZeroDuration(), next.span->start - end.span->end),
      .meters = first.meters + second.meters - back.distance_meters - there.distance_meters};
}

}  // namespace

std::vector<Outing> OutingsOf(const World& world, const Need& need,
                              std::optional<CommuneIndex> home) {
  const std::vector<Service> services = ServicesOf(need);
  std::vector<Outing> outings;
  for (size_t i = 0; i < services.size(); ++i) {
    const Outing alone = OutingFor(world, services[i], home);
    const bool joins = i > 0 && (need.driver_waits || alone.away->start < outings.back().away->end);
    if (joins) {
      outings.back() = Joined(world, outings.back(), services[i - 1], services[i], home);
    } else {
      outings.push_back(alone);
    }
  }
  return outings;
}

Span AwayFor(const Commitment& commitment, const World& world, std::optional<CommuneIndex> home) {
  return {commitment.span.start - RouteOr(world, home, commitment.from).duration,
          commitment.span.end + RouteOr(world, commitment.to, home).duration};
}

}  // namespace entraide::matcher
