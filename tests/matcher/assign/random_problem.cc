// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/assign/random_problem.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/strings/str_format.h"

namespace entraide::matcher::assign {

std::int32_t UpTo(std::int32_t most, Random& random) {
  return static_cast<std::int32_t>(random() % (static_cast<std::uint64_t>(most) + 1));
}

Place RandomPlace(const Shape& shape, std::int32_t number, Random& random) {
  Place place{.id = {absl::StrFormat("place-%06d", number)},
              .capacity = UpTo(shape.most_seats, random)};
  if (shape.most_load_step == 0 || UpTo(1, random) == 0) return place;
  std::int32_t cost = 0;
  for (std::int32_t seat = 0; seat < place.capacity; ++seat) {
    place.load_costs.push_back(cost += UpTo(shape.most_load_step, random));
  }
  return place;
}

Task RandomTask(const Shape& shape, std::int32_t number, size_t place_count, Random& random) {
  Task task{.id = {absl::StrFormat("task-%06d", number)},
            .asked = absl::FromUnixSeconds(UpTo(shape.tasks, random))};
  const std::int32_t wanted = UpTo(shape.most_choices, random);
  for (std::int32_t i = 0; i < wanted && place_count > 0; ++i) {
    const auto place = static_cast<std::uint32_t>(random() % place_count);
    const auto there = [&](const Choice& choice) { return choice.place == place; };
    if (std::any_of(task.choices.begin(), task.choices.end(), there)) continue;
    task.choices.push_back({place, UpTo(shape.most_minutes, random)});
  }
  return task;
}

Parts RandomParts(const Shape& shape, Random& random) {
  Parts parts;
  for (std::int32_t i = 0; i < shape.places; ++i) {
    parts.places.push_back(RandomPlace(shape, i, random));
  }
  for (std::int32_t i = 0; i < shape.tasks; ++i) {
    parts.tasks.push_back(RandomTask(shape, i, parts.places.size(), random));
  }
  return parts;
}

Problem Made(Parts parts) {
  return Problem::Make(std::move(parts.places), std::move(parts.tasks)).value();
}

Parts Shuffled(Parts parts, Random& random) {
  std::vector<std::uint32_t> order(parts.places.size());
  std::iota(order.begin(), order.end(), 0u);
  std::shuffle(order.begin(), order.end(), random);
  Parts shuffled{.places = std::vector<Place>(parts.places.size()),
                 .tasks = std::move(parts.tasks)};
  for (size_t i = 0; i < order.size(); ++i) shuffled.places[order[i]] = std::move(parts.places[i]);
  for (Task& task : shuffled.tasks) {
    for (Choice& choice : task.choices) choice.place = order[choice.place];
    std::shuffle(task.choices.begin(), task.choices.end(), random);
  }
  std::shuffle(shuffled.tasks.begin(), shuffled.tasks.end(), random);
  return shuffled;
}

}  // namespace entraide::matcher::assign
