// SPDX-License-Identifier: EUPL-1.2
#include "matcher/index/index.h"

#include <utility>

#include "matcher/engine/weights.h"
#include "matcher/index/find_all.h"

namespace entraide::matcher::index {
namespace {

constexpr absl::civil_year_t kFirstYear = 2020;
constexpr absl::civil_year_t kLastYear = 2049;

}  // namespace

std::shared_ptr<const Calendar> CalendarOfPlans(absl::TimeZone zone) {
  return std::make_shared<const Calendar>(zone, kFirstYear, kLastYear);
}

std::shared_ptr<const Ground> Ground::Of(const World& world, ReachOptions options) {
  return std::make_shared<const Ground>(
      Ground{.calendar = CalendarOfPlans(world.time_zone()), .reach = Reach(world, options)});
}

Index::Index(const World& world, std::shared_ptr<const Ground> ground)
    : world_(world), ground_(std::move(ground)) {
  for (const absl::string_view kind : world.Kinds()) {
    kinds_.emplace(kind, KindIndex::Of(world, kind, ground_->reach));
  }
}

const KindIndex* Index::OfKind(absl::string_view kind) const {
  const auto found = kinds_.find(kind);
  return found == kinds_.end() ? nullptr : &found->second;
}

bool Index::AsksVolunteers(absl::string_view kind) const {
  const KindIndex* const index = OfKind(kind);
  return index != nullptr && index->asks_volunteers;
}

bool Index::FindBest(const Need& need, absl::Time now, size_t limit, Scratch& scratch) const {
  const KindIndex* const kind = OfKind(need.kind);
  if (kind == nullptr) return false;
  index::FindBest(territory(), *kind, need, now, limit, scratch);
  return true;
}

MatchResult Index::Match(const Need& need, absl::Time now, Scratch& scratch) const {
  if (AsksVolunteers(need.kind)) return matcher::Match(world_, need, now);
  MatchResult result{.weights_version = kWeightsVersion};
  if (const KindIndex* const kind = OfKind(need.kind); kind != nullptr) {
    AllOfKind all = FindAll(territory(), *kind, need, now, scratch);
    result.candidates = std::move(all.candidates);
    result.conditional = std::move(all.conditional);
    result.refusals = std::move(all.refusals);
  }
  AddWhatElse(
      world_, need, now,
      [&](const Need& instead) {
        if (AsksVolunteers(instead.kind)) return Sift(world_, instead, now).admitted;
        const KindIndex* const kind = OfKind(instead.kind);
        if (kind == nullptr) return std::vector<Admitted>();
        return FindAdmitted(territory(), *kind, instead, now, scratch);
      },
      result);
  return result;
}

}  // namespace entraide::matcher::index
