// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/assign/random_events.h"

#include <gtest/gtest.h>

#include <utility>

#include "absl/strings/str_cat.h"

namespace entraide::matcher::assign {
namespace {

template <typename T>
T TakeOne(std::vector<T>& all, Random& random) {
  std::swap(all[random() % all.size()], all.back());
  T taken = std::move(all.back());
  all.pop_back();
  return taken;
}

template <typename T>
std::vector<T> SomeOf(const std::vector<T>& all, std::int32_t most, Random& random) {
  std::vector<T> left = all;
  std::vector<T> some;
  for (std::int32_t wanted = UpTo(most, random); wanted > 0 && !left.empty(); --wanted) {
    some.push_back(TakeOne(left, random));
  }
  return some;
}

}  // namespace

RandomEvents::RandomEvents(const Shape& shape, Random& random)
    : shape_(shape), random_(random), parts_(RandomParts(shape, random)), live_(Made(parts_)) {
  for (const Task& task : parts_.tasks) tasks_.push_back(task.id);
  for (const Place& place : parts_.places) places_.push_back(place.id);
}

std::string RandomEvents::Next() {
  if (++next_ % 100 == 0) shape_.most_minutes += shape_.most_minutes / 2;
  if (next_ % 500 == 0) shape_.most_minutes = 30;
  switch (UpTo(5, random_)) {
    case 0:
    case 1:
      return UpTo(2 * shape_.tasks, random_) < static_cast<std::int32_t>(tasks_.size())
                 ? RemoveTask()
                 : AddTask();
    case 2:
      return tasks_.empty() ? AddTask() : RemoveTask();
    case 3:
      return AddTask();
    case 4:
      return places_.empty() ? AddPlace() : ChangeCapacity();
    default:
      return UpTo(2 * shape_.places, random_) < static_cast<std::int32_t>(places_.size())
                 ? RemovePlace()
                 : AddPlace();
  }
}

std::string RandomEvents::AddTask() {
  const TaskId id{absl::StrCat("task-", next_)};
  std::vector<ChoiceOfPlace> choices;
  for (const PlaceId& place : SomeOf(places_, shape_.most_choices, random_)) {
    choices.push_back({place, UpTo(shape_.most_minutes, random_)});
  }
  EXPECT_TRUE(live_.AddTask(id, absl::UnixEpoch(), choices).ok());
  tasks_.push_back(id);
  return absl::StrCat("comes ", id.value);
}

std::string RandomEvents::AddPlace() {
  const Place place = RandomPlace(shape_, next_, random_);
  const std::int32_t most = shape_.most_choices * shape_.tasks / shape_.places;
  std::vector<ChoiceByTask> choices;
  for (const TaskId& task : SomeOf(tasks_, most, random_)) {
    choices.push_back({task, UpTo(shape_.most_minutes, random_)});
  }
  EXPECT_TRUE(live_.AddPlace(place, choices).ok());
  places_.push_back(place.id);
  return absl::StrCat("comes ", place.id.value);
}

std::string RandomEvents::RemoveTask() {
  const TaskId id = TakeOne(tasks_, random_);
  EXPECT_TRUE(live_.RemoveTask(id).ok());
  return absl::StrCat("goes ", id.value);
}

std::string RandomEvents::RemovePlace() {
  const PlaceId id = TakeOne(places_, random_);
  EXPECT_TRUE(live_.RemovePlace(id).ok());
  return absl::StrCat("goes ", id.value);
}

std::string RandomEvents::ChangeCapacity() {
  Place place = RandomPlace(shape_, 0, random_);
  place.id = places_[random_() % places_.size()];
  EXPECT_TRUE(live_.ChangeCapacity(place).ok());
  return absl::StrCat("changes ", place.id.value);
}

}  // namespace entraide::matcher::assign
