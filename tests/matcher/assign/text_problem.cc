// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/assign/text_problem.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace entraide::matcher::assign {
namespace {

std::int32_t Number(const std::string& word) {
  std::int32_t number = 0;
  return absl::SimpleAtoi(word, &number) ? number : -1;
}

std::uint32_t PlaceNamed(const std::vector<Place>& places, const std::string& name) {
  const auto named = [&](const Place& place) { return place.id.value == name; };
  return static_cast<std::uint32_t>(std::find_if(places.begin(), places.end(), named) -
                                    places.begin());
}

Place ReadPlace(const std::vector<std::string>& words) {
  Place place{.id = {words[1]}};
  for (size_t i = 2; i + 1 < words.size(); i += 2) {
    if (words[i] == "seats") place.capacity = Number(words[i + 1]);
    if (words[i] != "load") continue;
    for (const absl::string_view cost : absl::StrSplit(words[i + 1], ',')) {
      place.load_costs.push_back(Number(std::string(cost)));
    }
  }
  return place;
}

Task ReadTask(const std::vector<std::string>& words, const std::vector<Place>& places) {
  Task task{.id = {words[1]}};
  for (size_t i = 2; i + 1 < words.size(); i += 2) {
    if (words[i] == "at") {
      task.asked = absl::UnixEpoch() + absl::Hours(Number(words[i + 1]));
    } else {
      task.choices.push_back({PlaceNamed(places, words[i]), Number(words[i + 1])});
    }
  }
  return task;
}

}  // namespace

Parts ReadParts(absl::string_view text) {
  Parts parts;
  for (const absl::string_view line : absl::StrSplit(text, '\n', absl::SkipWhitespace())) {
    const std::vector<std::string> words =
        absl::StrSplit(absl::StripAsciiWhitespace(line), ' ', absl::SkipEmpty());
    if (words[0] == "place") parts.places.push_back(ReadPlace(words));
    if (words[0] == "task") parts.tasks.push_back(ReadTask(words, parts.places));
  }
  return parts;
}

std::string Seating(const Problem& problem, const Assignment& assignment) {
  std::vector<std::string> seats;
  for (const TaskIndex task : problem.Tasks()) {
    const std::optional<PlaceIndex> place = assignment.place_of[task];
    seats.push_back(absl::StrCat(problem.IdOf(task).value, ":",
                                 place.has_value() ? problem.IdOf(*place).value : "-"));
  }
  return absl::StrJoin(seats, " ");
}

}  // namespace entraide::matcher::assign
