// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/synthetic_offer.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "matcher/engine/kinds.h"

namespace entraide::bench {
namespace {

using matcher::CommuneIndex;
using matcher::Offer;
using matcher::index::Reach;

constexpr absl::CivilDay kToday(2027, 2, 1);  // A Monday; no holiday in the two weeks after.

std::string StatusName(int status) { return absl::StrCat("s", status); }
std::string NeedName(int need) { return absl::StrCat("access-", need); }

matcher::DayHours HoursOfSlots(int slot_of_day, int count) {
  return {.start_minute = (6 + 3 * slot_of_day) * 60,
          .end_minute = (6 + 3 * (slot_of_day + count)) * 60};
}

void AddZone(const Helper& helper, const Reach& reach, Offer& offer) {
  const CommuneIndex home{static_cast<int>(helper.home)};
  offer.organization_commune = home;
  for (const Reach::Run& run : reach.RunsAround(reach.RankOf(home))) {
    for (uint32_t i = 0; i < run.size; ++i) {
      if (reach.Leaving(run)[i] > helper.limit_seconds) continue;
      offer.zone.communes.push_back(reach.CommuneAt(run.first + i));
    }
  }
}

void AddSchedule(const Helper& helper, Offer& offer) {
  for (int slot = 0; slot < kDays * kSlotsOfADay; ++slot) {
    if ((helper.slots >> slot & 1) == 0) continue;
    offer.schedule.slots.push_back(
        {static_cast<absl::Weekday>(slot / kSlotsOfADay), HoursOfSlots(slot % kSlotsOfADay, 1)});
  }
  // Nobody who has no hours is always there.
  if (helper.slots == 0) offer.intake = matcher::Intake::kClosed;
}

void AddWhom(const Helper& helper, Offer& offer) {
  if (helper.statuses != ~uint32_t{0}) {
    matcher::Condition condition{.fact = "status"};
    for (int status = 0; status < kStatuses; ++status) {
      if ((helper.statuses >> status & 1) != 0) condition.values.push_back(StatusName(status));
    }
    offer.eligibility_rules = {{std::move(condition)}};
  }
  for (int need = 0; need < kNeeds; ++need) {
    if ((helper.needs >> need & 1) != 0) offer.accommodations.push_back(NeedName(need));
  }
}

}  // namespace

uint64_t Ask::slot_before() const {
  return first_slot % kSlotsOfADay == 0 ? 0 : uint64_t{1} << (first_slot - 1);
}

uint64_t Ask::slot_after() const {
  const int next = first_slot + slot_count;
  return next % kSlotsOfADay == 0 ? 0 : uint64_t{1} << next;
}

std::string KindName(int kind) {
  constexpr int kRides = 3;
  return matcher::RequestableKinds()[static_cast<size_t>(kRides + kind)];
}

absl::TimeZone Paris() {
  absl::TimeZone zone;
  return absl::LoadTimeZone("Europe/Paris", &zone) ? zone : absl::UTCTimeZone();
}

absl::Time Now() {
  static const absl::Time now = absl::FromCivil(absl::CivilSecond(kToday) + 10 * 3600, Paris());
  return now;
}

matcher::Need NeedOf(const Ask& ask, int days) {
  const int slot_of_day = ask.first_slot % kSlotsOfADay;
  matcher::Span span = SpanOf(kToday + days, HoursOfSlots(slot_of_day, ask.slot_count), Paris());
  span.start += kSpareBefore;
  span.end -= kSpareAfter;
  matcher::Need need{.kind = KindName(ask.kind),
                     .residence = CommuneIndex(static_cast<int>(ask.commune)),
                     .spans = {span},
                     .facts = {{"status", {StatusName(ask.status)}}}};
  for (int each = 0; each < kNeeds; ++each) {
    if ((ask.needs >> each & 1) != 0) need.needs.push_back(NeedName(each));
  }
  return need;
}

matcher::Record RecordOf(const Helper& helper) {
  return {.reactivity = {.asked = 10,
                         .answered = helper.answered,
                         .processed = helper.answered,
                         .time_to_answer = absl::Hours(helper.hours_to_answer)}};
}

Offer OfferOf(const Helper& helper, int kind, int number, const Reach& reach) {
  Offer offer{.id = {absl::StrFormat("%08d", number)}, .kind = KindName(kind)};
  if (!helper.is_listed) offer.listing = matcher::Listing::kHidden;
  AddZone(helper, reach, offer);
  AddSchedule(helper, offer);
  AddWhom(helper, offer);
  offer.capacity = {{.unit = "place", .maximum = 1, .available = helper.has_place ? 1 : 0}};
  offer.booking_rule.min_notice_hours = helper.notice_hours;
  offer.quality_score = helper.quality / 100.0;
  offer.record = RecordOf(helper);
  return offer;
}

}  // namespace entraide::bench
