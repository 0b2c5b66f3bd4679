// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "matcher/assign_rpc.h"
#include "matcher/convert.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/sift.h"
#include "matcher/engine/trial.h"
#include "services/platform/base/status.h"
#include "services/platform/base/text.h"
#include "services/platform/base/violations.h"

namespace entraide::matcher {
namespace {

constexpr int kMost = 1'000;  // Tasks, places, and tasks at one place.
constexpr int kMostChoices = 100;
constexpr int kMostMinutes = 24 * 60;
constexpr int kMostLoad = 10'000;
constexpr std::size_t kLongestId = 80;
// For an offer that does not say where it stands: as far as counts at all.
constexpr absl::Duration kFar = absl::Minutes(60);

// Positions among the request's places.
using Positions = absl::flat_hash_map<std::string, std::vector<std::uint32_t>>;

void CheckCount(int count, absl::string_view field, Violations& wrong) {
  if (count == 0) wrong.Add(field, "REQUIRED", "1 to 1,000");
  if (count > kMost) wrong.Add(field, "TOO_MANY", "at most 1,000");
}

void CheckId(const std::string& id, const std::string& field, absl::flat_hash_set<std::string>& ids,
             Violations& wrong) {
  if (id.empty()) wrong.Add(field, "REQUIRED", "1 to 80 characters");
  if (CodePoints(id) > kLongestId) wrong.Add(field, "TOO_LONG", "at most 80 characters");
  if (!ids.insert(id).second) wrong.Add(field, "DUPLICATE", "each id once");
}

void CheckLoads(const v1::AssignPlace& place, const std::string& field, Violations& wrong) {
  const auto& costs = place.load_costs();
  if (!costs.empty() && costs.size() != place.capacity()) {
    wrong.Add(field, "OUT_OF_RANGE", "none, or one for each task of the capacity");
  }
  int before = 0;
  for (const int cost : costs) {
    if (cost >= before && cost <= kMostLoad) {
      before = cost;
      continue;
    }
    wrong.Add(field, "OUT_OF_RANGE", "0 to 10,000, never less than the one before");
    return;
  }
}

std::vector<assign::Place> ToPlaces(const v1::AssignRequest& request, Violations& wrong) {
  CheckCount(request.places_size(), "places", wrong);
  absl::flat_hash_set<std::string> ids;
  std::vector<assign::Place> places;
  for (int i = 0; i < request.places_size(); ++i) {
    const v1::AssignPlace& proto = request.places(i);
    const std::string field = absl::StrCat("places[", i, "]");
    CheckId(proto.id(), field + ".id", ids, wrong);
    if (proto.capacity() < 0 || proto.capacity() > kMost) {
      wrong.Add(field + ".capacity", "OUT_OF_RANGE", "0 to 1,000");
    }
    CheckLoads(proto, field + ".load_costs", wrong);
    places.push_back({.id = {proto.id()},
                      .capacity = proto.capacity(),
                      .load_costs = {proto.load_costs().begin(), proto.load_costs().end()}});
  }
  return places;
}

// From where the candidate sets off to the person and back; a garage is gone to.
absl::Duration DrivenEmpty(const Trial& trial) {
  const std::optional<CommuneIndex> home = HomeOf(trial);
  if (!home.has_value()) return kFar;
  const World& world = trial.world;
  if (FamilyOf(trial.offer.kind) != Family::kRides) {
    return world.RouteBetween(trial.need.residence, *home).duration;
  }
  const CommuneIndex pickup = PickupOf(trial.need);
  return world.RouteBetween(*home, pickup).duration +
         world.RouteBetween(trial.need.dropoff.value_or(pickup), *home).duration;
}

// Turns tasks into the library's, one after the other.
class TaskReader {
 public:
  TaskReader(const v1::AssignRequest& request, const World& world, const Moment& moment)
      : world_(world), moment_(moment) {
    for (int i = 0; i < request.places_size(); ++i) {
      const auto position = static_cast<std::uint32_t>(i);
      by_id_.emplace(request.places(i).id(), position);
      by_offer_[request.places(i).service_offer()].push_back(position);
    }
  }

  assign::Task Read(const v1::AssignTask& proto, const std::string& field, Violations& wrong) {
    assign::Task task{.id = {proto.id()}};
    if (proto.has_asked_time()) task.asked = absl::FromUnixSeconds(proto.asked_time().seconds());
    if (proto.has_need() != proto.choices().empty()) {
      wrong.Add(field + ".choices", proto.has_need() ? "OUT_OF_RANGE" : "REQUIRED",
                "a need or choices");
    } else if (proto.has_need()) {
      task.choices = MatchedChoices(proto, field, wrong);
    } else {
      task.choices = TypedChoices(proto, field, wrong);
    }
    return task;
  }

  absl::flat_hash_map<std::string, std::string> TakeBlockingRules() {
    return std::move(blocking_rules_);
  }

 private:
  std::vector<assign::Choice> TypedChoices(const v1::AssignTask& proto, const std::string& field,
                                           Violations& wrong) const {
    if (proto.choices_size() > kMostChoices) {
      wrong.Add(field + ".choices", "TOO_MANY", "at most 100");
      return {};
    }
    absl::flat_hash_set<std::string> seen;
    std::vector<assign::Choice> choices;
    for (int i = 0; i < proto.choices_size(); ++i) {
      const v1::AssignChoice& choice = proto.choices(i);
      const std::string at = absl::StrCat(field, ".choices[", i, "]");
      const auto place = by_id_.find(choice.place());
      if (place == by_id_.end()) wrong.Add(at + ".place", "UNKNOWN_VALUE", "the id of a place");
      if (!seen.insert(choice.place()).second) wrong.Add(at + ".place", "DUPLICATE", "once");
      if (choice.minutes() < 0 || choice.minutes() > kMostMinutes) {
        wrong.Add(at + ".minutes", "OUT_OF_RANGE", "0 to 1,440");
      }
      if (place != by_id_.end()) choices.push_back({place->second, choice.minutes()});
    }
    return choices;
  }

  // Every place of an offer that passes all rules; what waits for facts does not.
  std::vector<assign::Choice> MatchedChoices(const v1::AssignTask& proto, const std::string& field,
                                             Violations& wrong) {
    const auto need = ToNeed(proto.need(), world_, field + ".need");
    for (const Violation& one : ViolationsOf(need.status())) {
      wrong.Add(one.field, one.reason, one.description);
    }
    if (!need.ok()) return {};
    const Sifted sifted = Sift(world_, *need, moment_.now);
    if (sifted.blocking_rule.has_value()) {
      blocking_rules_[proto.id()] = std::string(Code(*sifted.blocking_rule));
    }
    // Of several volunteers of one offer, the nearest.
    std::map<std::uint32_t, std::int32_t> nearest;
    for (const Admitted& one : sifted.admitted) {
      const auto places = by_offer_.find(one.offer->id.value);
      if (places == by_offer_.end() || !one.missing_facts.empty()) continue;
      const auto minutes = static_cast<std::int32_t>(absl::ToInt64Minutes(
          DrivenEmpty({world_, *need, *one.offer, moment_.now, one.volunteer}) +
          absl::Seconds(30)));
      for (const std::uint32_t place : places->second) {
        const auto known = nearest.emplace(place, minutes).first;
        known->second = std::min(known->second, minutes);
      }
    }
    std::vector<assign::Choice> choices;
    for (const auto& [place, minutes] : nearest) choices.push_back({place, minutes});
    return choices;
  }

  const World& world_;
  const Moment& moment_;
  absl::flat_hash_map<std::string, std::uint32_t> by_id_{};
  Positions by_offer_{};
  absl::flat_hash_map<std::string, std::string> blocking_rules_{};
};

}  // namespace

absl::StatusOr<AssignInput> ToAssignInput(const v1::AssignRequest& request, const World& world,
                                          const Moment& moment) {
  Violations wrong;
  CheckCount(request.tasks_size(), "tasks", wrong);
  std::vector<assign::Place> places = ToPlaces(request, wrong);
  if (request.tasks_size() > kMost || request.places_size() > kMost) return wrong.ToStatus();
  TaskReader reader(request, world, moment);
  absl::flat_hash_set<std::string> ids;
  std::vector<assign::Task> tasks;
  for (int i = 0; i < request.tasks_size(); ++i) {
    if (absl::Now() >= moment.deadline) return absl::DeadlineExceededError("too many needs");
    const std::string field = absl::StrCat("tasks[", i, "]");
    CheckId(request.tasks(i).id(), field + ".id", ids, wrong);
    tasks.push_back(reader.Read(request.tasks(i), field, wrong));
  }
  RETURN_IF_ERROR(wrong.ToStatus());
  ASSIGN_OR_RETURN(assign::Problem problem,
                   assign::Problem::Make(std::move(places), std::move(tasks)));
  return AssignInput{std::move(problem), reader.TakeBlockingRules()};
}

}  // namespace entraide::matcher
