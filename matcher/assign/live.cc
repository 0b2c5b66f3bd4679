// SPDX-License-Identifier: EUPL-1.2
#include "matcher/assign/live.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "matcher/assign/describe.h"
#include "matcher/assign/solve.h"

namespace entraide::matcher::assign {
namespace {

absl::Status Unknown(absl::string_view id) {
  return absl::NotFoundError(absl::StrCat(id, " is not there"));
}

absl::Status CheckNew(bool there, absl::string_view id) {
  if (id.empty()) return absl::InvalidArgumentError("an id is empty");
  if (there) return absl::AlreadyExistsError(absl::StrCat(id, " is there already"));
  return absl::OkStatus();
}

// Choices by name as ways by key, `Way{key, minutes}`; refuses unknown names, and one that comes
// twice.
template <typename Way, typename Key, typename Id, typename Choice, typename IdOf>
absl::Status ReadChoices(const Roster<Key, Id>& roster, absl::Span<const Choice> choices,
                         IdOf id_of, std::vector<Way>& ways) {
  absl::flat_hash_set<Key> seen;
  for (const Choice& choice : choices) {
    const std::optional<Key> key = roster.Find(id_of(choice));
    if (!key.has_value()) return Unknown(id_of(choice).value);
    if (absl::Status minutes = CheckMinutes(choice.minutes); !minutes.ok()) return minutes;
    if (!seen.insert(*key).second) {
      return absl::InvalidArgumentError(absl::StrCat(id_of(choice).value, " is chosen twice"));
    }
    ways.push_back({*key, choice.minutes});
  }
  return absl::OkStatus();
}

template <typename Key, typename Way, typename Same>
void Remove(Rows<Key, Way>& rows, Key key, Same same) {
  const absl::Span<const Way> row = rows[key];
  const auto found = std::find_if(row.begin(), row.end(), same);
  if (found != row.end()) rows.RemoveAt(key, static_cast<size_t>(found - row.begin()));
}

}  // namespace

LiveAssignment::LiveAssignment(const Problem& problem)
    : graph_(problem.graph()),
      back_(BackArcsOf(graph_)),
      magnitude_(MagnitudeOf(graph_)),
      flow_(Solve(graph_)) {
  for (const TaskIndex task : problem.Tasks()) {
    tasks_.Enter(problem.IdOf(task));
    asked_.Add(problem.Asked(task));
  }
  for (const PlaceIndex place : problem.Places()) places_.Enter(problem.IdOf(place));
}

absl::Status LiveAssignment::AddTask(const TaskId& id, absl::Time asked,
                                     absl::Span<const ChoiceOfPlace> choices) {
  if (absl::Status fresh = CheckNew(tasks_.Has(id), id.value); !fresh.ok()) return fresh;
  std::vector<Arc> arcs;
  const auto place_of = [](const ChoiceOfPlace& choice) -> const PlaceId& { return choice.place; };
  absl::Status read = ReadChoices(places_, choices, place_of, arcs);
  if (!read.ok()) return read;
  std::int64_t most = 0;
  for (const Arc& arc : arcs) most = std::max<std::int64_t>(most, arc.minutes);
  absl::Status room = MakeRoomFor({.all_minutes = most, .most_minutes = most});
  if (!room.ok()) return room;

  const TaskIndex task = tasks_.Enter(id);
  if (static_cast<size_t>(task) == graph_.TaskCount()) {
    graph_.arcs.AddRow({}, arcs.size());
    flow_.seats.Add(Seat{});
    asked_.Add(asked);
  }
  asked_[task] = asked;
  for (const Arc& arc : arcs) {
    graph_.arcs.Append(task, arc);
    back_.Append(arc.place, {task, arc.minutes});
  }
  forward_.Settle(task);
  return absl::OkStatus();
}

absl::Status LiveAssignment::RemoveTask(const TaskId& id) {
  const std::optional<TaskIndex> task = tasks_.Find(id);
  if (!task.has_value()) return Unknown(id.value);
  const PlaceIndex left = flow_.seats[*task].place;
  if (left != kNowhere) flow_.Take(*task);
  for (const Arc& arc : graph_.arcs[*task]) {
    Remove(back_, arc.place, [&](const BackArc& back) { return back.task == *task; });
  }
  graph_.arcs.Clear(*task);
  tasks_.Leave(*task);
  if (left != kNowhere) reverse_.Fill(left);
  return absl::OkStatus();
}

absl::Status LiveAssignment::AddPlace(const Place& place, absl::Span<const ChoiceByTask> choices) {
  absl::Status fresh = CheckNew(places_.Has(place.id), place.id.value);
  if (!fresh.ok()) return fresh;
  if (absl::Status load = CheckLoad(place); !load.ok()) return load;
  std::vector<BackArc> arcs;
  const auto task_of = [](const ChoiceByTask& choice) -> const TaskId& { return choice.task; };
  absl::Status read = ReadChoices(tasks_, choices, task_of, arcs);
  if (!read.ok()) return read;
  Magnitude more{.most_load = place.load_costs.empty() ? 0 : place.load_costs.back()};
  for (const BackArc& arc : arcs) {
    more.all_minutes += arc.minutes;
    more.most_minutes = std::max<std::int64_t>(more.most_minutes, arc.minutes);
  }
  if (absl::Status room = MakeRoomFor(more); !room.ok()) return room;

  // At first so dear that nobody minds not being there.
  const PlaceIndex index = EnterPlace(place);
  Price price = std::min(graph_.SeatPrice(index, 1), graph_.scale.unserved);
  for (const BackArc& arc : arcs) {
    price = std::max(price, PaidBy(graph_, flow_, arc.task) - graph_.MinutePrice(arc.minutes));
    graph_.arcs.Append(arc.task, {index, arc.minutes});
    back_.Append(index, arc);
  }
  flow_.prices[index] = price;
  reverse_.Fill(index);
  return absl::OkStatus();
}

PlaceIndex LiveAssignment::EnterPlace(const Place& place) {
  const PlaceIndex index = places_.Enter(place.id);
  if (static_cast<size_t>(index) == graph_.PlaceCount()) {
    graph_.capacities.Add({});
    graph_.load_costs.AddRow({});
    back_.AddRow({});
    flow_.prices.Add(0);
    flow_.guests.AddRow({});
  }
  SetCapacity(index, place.capacity, place.load_costs);
  return index;
}

absl::Status LiveAssignment::RemovePlace(const PlaceId& id) {
  const std::optional<PlaceIndex> place = places_.Find(id);
  if (!place.has_value()) return Unknown(id.value);
  SetCapacity(*place, 0, {});
  RelieveUntilWorthIt(*place);
  for (const BackArc& back : back_[*place]) {
    Remove(graph_.arcs, back.task, [&](const Arc& arc) { return arc.place == *place; });
  }
  back_.Clear(*place);
  places_.Leave(*place);
  return absl::OkStatus();
}

absl::Status LiveAssignment::ChangeCapacity(const Place& place) {
  const std::optional<PlaceIndex> index = places_.Find(place.id);
  if (!index.has_value()) return Unknown(place.id.value);
  if (absl::Status load = CheckLoad(place); !load.ok()) return load;
  const Magnitude more{.most_load = place.load_costs.empty() ? 0 : place.load_costs.back()};
  if (absl::Status room = MakeRoomFor(more); !room.ok()) return room;
  SetCapacity(*index, place.capacity, place.load_costs);
  RelieveUntilWorthIt(*index);
  reverse_.Fill(*index);
  return absl::OkStatus();
}

void LiveAssignment::SetCapacity(PlaceIndex place, std::int32_t seats,
                                 absl::Span<const std::int32_t> load_costs) {
  graph_.capacities[place] = {.seats = seats, .charges_load = !load_costs.empty()};
  graph_.load_costs.Clear(place);
  for (const std::int32_t cost : load_costs) graph_.load_costs.Append(place, cost);
}

void LiveAssignment::RelieveUntilWorthIt(PlaceIndex place) {
  while (flow_.guests.SizeOf(place) > 0 &&
         LastSeatPrice(graph_, flow_, place) > flow_.prices[place]) {
    forward_.Relieve(place);
  }
}

// Makes the scale hold so much more; the prices stay what they are, in a coarser unit.
absl::Status LiveAssignment::MakeRoomFor(const Magnitude& more) {
  const auto grown = [&](const Magnitude& now) {
    return Magnitude{.all_minutes = now.all_minutes + more.all_minutes,
                     .most_minutes = std::max(now.most_minutes, more.most_minutes),
                     .most_load = std::max(now.most_load, more.most_load)};
  };
  Magnitude magnitude = grown(magnitude_);
  if (!graph_.scale.Holds(magnitude)) {
    magnitude = grown(MagnitudeOf(graph_));
    const std::optional<Scale> scale = Scale::For(magnitude);
    if (!scale.has_value()) {
      return absl::InvalidArgumentError("costs are too large to be added up");
    }
    for (const PlaceIndex place : flow_.prices.Keys()) {
      flow_.prices[place] = scale->Pack(graph_.scale.Unpack(flow_.prices[place]));
    }
    graph_.scale = *scale;
  }
  magnitude_ = magnitude;
  return absl::OkStatus();
}

Cost LiveAssignment::Total() const {
  const auto gone = static_cast<std::int64_t>(tasks_.Ids().size() - tasks_.Count());
  return TotalOf(graph_, flow_) - Cost{.unserved = gone};
}

}  // namespace entraide::matcher::assign
