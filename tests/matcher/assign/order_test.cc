// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "absl/strings/str_format.h"
#include "matcher/assign/assign.h"
#include "tests/matcher/assign/text_problem.h"

namespace entraide::matcher::assign {
namespace {

// Few minutes and free places make many assignments equally good; still one is chosen.
TEST(Order, OfTheInputChangesNothing) {
  const Shape shape{.tasks = 60,
                    .places = 20,
                    .most_choices = 8,
                    .most_seats = 5,
                    .most_minutes = 2,
                    .most_load_step = 2};
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(absl::StrFormat("seed %d", seed));
    Random random(seed);
    const Parts parts = RandomParts(shape, random);
    const Problem given = Made(parts);
    const Problem shuffled = Made(Shuffled(parts, random));
    const Assignment a = Assign(given);
    const Assignment b = Assign(shuffled);
    ASSERT_EQ(Seating(given, a), Seating(shuffled, b));
    for (const PlaceIndex place : given.Places()) ASSERT_EQ(a.prices[place], b.prices[place]);
  }
}

}  // namespace
}  // namespace entraide::matcher::assign
