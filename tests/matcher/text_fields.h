// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "matcher/engine/car.h"
#include "matcher/engine/eligibility.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/record.h"
#include "matcher/engine/schedule.h"

// The small words of text worlds. Text that cannot be read fails the running test.
namespace entraide::matcher {

absl::TimeZone Paris();
int Number(absl::string_view text);
double Decimal(absl::string_view text);
std::vector<std::string> List(absl::string_view text);                           // a,b
absl::CivilDay Date(absl::string_view text);                                     // 2027-02-01
int MinuteOfDay(absl::string_view text);                                         // 09:00
DayHours Hours(absl::string_view text);                                          // 09:00-12:00
std::vector<WeeklySlot> Slots(absl::string_view days, absl::string_view hours);  // mon-fri
DatedException Closure(absl::string_view dates);  // 2027-02-01..2027-02-07
Span SpanOn(absl::string_view date, absl::string_view hours);
std::vector<ConditionGroup> Rules(absl::string_view text);  // a=x/y+b!=z,c=x
Facts KnownFacts(absl::string_view text);                   // a=x/y,b=
Price PriceOf(absl::string_view text);                      // 35/km
absl::Weekday Day(absl::string_view text);                  // mon
ChildSeats ChildSeatsOf(absl::string_view text);            // 1/0/2: baby, toddler, booster
// asked/answered/processed, and hours to answer
Reactivity ReactivityOf(absl::string_view counts, absl::string_view hours);

}  // namespace entraide::matcher
