// SPDX-License-Identifier: EUPL-1.2
#include "tests/matcher/text_fields.h"

#include <gtest/gtest.h>

#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"

namespace entraide::matcher {
namespace {

using Pair = std::pair<std::string, std::string>;

int WeekdayIndex(absl::string_view name) {
  const std::vector<std::string> names = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<int>(i);
  }
  ADD_FAILURE() << "no weekday: " << name;
  return 0;
}

Condition ConditionOf(absl::string_view text) {
  const Pair sides = absl::StrSplit(text, absl::MaxSplits('=', 1));
  Condition condition{.fact = sides.first, .values = absl::StrSplit(sides.second, '/')};
  if (!condition.fact.empty() && condition.fact.back() == '!') {
    condition.fact.pop_back();
    condition.op = Condition::Op::kIsNoneOf;
  }
  return condition;
}

}  // namespace

absl::TimeZone Paris() {
  absl::TimeZone zone;
  EXPECT_TRUE(absl::LoadTimeZone("Europe/Paris", &zone));
  return zone;
}

int Number(absl::string_view text) {
  int number = 0;
  EXPECT_TRUE(absl::SimpleAtoi(text, &number)) << "no number: " << text;
  return number;
}

double Decimal(absl::string_view text) {
  double number = 0;
  EXPECT_TRUE(absl::SimpleAtod(text, &number)) << "no number: " << text;
  return number;
}

std::vector<std::string> List(absl::string_view text) { return absl::StrSplit(text, ','); }

absl::CivilDay Date(absl::string_view text) {
  absl::CivilDay day;
  EXPECT_TRUE(absl::ParseCivilTime(text, &day)) << "no date: " << text;
  return day;
}

int MinuteOfDay(absl::string_view text) {
  const Pair parts = absl::StrSplit(text, absl::MaxSplits(':', 1));
  return Number(parts.first) * 60 + Number(parts.second);
}

DayHours Hours(absl::string_view text) {
  const Pair ends = absl::StrSplit(text, absl::MaxSplits('-', 1));
  return {.start_minute = MinuteOfDay(ends.first), .end_minute = MinuteOfDay(ends.second)};
}

std::vector<WeeklySlot> Slots(absl::string_view days, absl::string_view hours) {
  const std::vector<std::string> ends = absl::StrSplit(days, '-');
  std::vector<WeeklySlot> slots;
  for (int day = WeekdayIndex(ends.front()); day <= WeekdayIndex(ends.back()); ++day) {
    for (const std::string& part : List(hours)) {
      slots.push_back({static_cast<absl::Weekday>(day), Hours(part)});
    }
  }
  return slots;
}

DatedException Closure(absl::string_view dates) {
  const std::vector<std::string> ends = absl::StrSplit(dates, "..");
  return {.first_day = Date(ends.front()), .last_day = Date(ends.back()), .reason = "closed"};
}

Span SpanOn(absl::string_view date, absl::string_view hours) {
  return SpanOf(Date(date), Hours(hours), Paris());
}

std::vector<ConditionGroup> Rules(absl::string_view text) {
  std::vector<ConditionGroup> groups;
  for (const std::string& group : List(text)) {
    groups.emplace_back();
    for (const auto condition : absl::StrSplit(group, '+')) {
      groups.back().push_back(ConditionOf(condition));
    }
  }
  return groups;
}

Facts KnownFacts(absl::string_view text) {
  Facts facts;
  for (const std::string& fact : List(text)) {
    const Pair sides = absl::StrSplit(fact, absl::MaxSplits('=', 1));
    facts[sides.first] = absl::StrSplit(sides.second, '/', absl::SkipEmpty());
  }
  return facts;
}

Price PriceOf(absl::string_view text) {
  const Pair parts = absl::StrSplit(text, absl::MaxSplits('/', 1));
  Price price{.cents = Number(parts.first)};
  if (parts.second == "km") price.unit = Price::Unit::kPerKilometer;
  if (parts.second == "hour") price.unit = Price::Unit::kPerHour;
  if (parts.second == "day") price.unit = Price::Unit::kPerDay;
  return price;
}

absl::Weekday Day(absl::string_view text) { return static_cast<absl::Weekday>(WeekdayIndex(text)); }

ChildSeats ChildSeatsOf(absl::string_view text) {
  const std::vector<std::string> counts = absl::StrSplit(text, '/');
  return {.baby = Number(counts.at(0)),
          .toddler = Number(counts.at(1)),
          .booster = Number(counts.at(2))};
}

Reactivity ReactivityOf(absl::string_view counts, absl::string_view hours) {
  const std::vector<std::string> parts = absl::StrSplit(counts, '/');
  return {.asked = Number(parts.at(0)),
          .answered = Number(parts.at(1)),
          .processed = Number(parts.at(2)),
          .time_to_answer = absl::Hours(Number(hours))};
}

}  // namespace entraide::matcher
