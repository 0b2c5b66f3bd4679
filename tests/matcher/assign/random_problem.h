// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "matcher/assign/problem.h"

namespace entraide::matcher::assign {

using Random = std::mt19937_64;

// From 0 to `most`, both included.
std::int32_t UpTo(std::int32_t most, Random& random);

struct Shape {
  std::int32_t tasks = 10;
  std::int32_t places = 5;
  std::int32_t most_choices = 4;
  std::int32_t most_seats = 3;
  std::int32_t most_minutes = 30;
  std::int32_t most_load_step = 0;  // 0: no place charges load; else about half of them do.
};

// What `Problem::Make` takes, so that a test may shuffle it first.
struct Parts {
  std::vector<Place> places{};
  std::vector<Task> tasks{};
};

Place RandomPlace(const Shape& shape, std::int32_t number, Random& random);
Task RandomTask(const Shape& shape, std::int32_t number, size_t place_count, Random& random);
Parts RandomParts(const Shape& shape, Random& random);
Problem Made(Parts parts);

// The same problem, given in another order.
Parts Shuffled(Parts parts, Random& random);

}  // namespace entraide::matcher::assign
