// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

#include "absl/time/time.h"
#include "matcher/engine/need.h"
#include "matcher/engine/offer.h"
#include "matcher/index/reach.h"

// Those who help and those who ask in a synthetic France, in few numbers, from which both sides of
// a comparison are made. Eight rules tell them apart: kind, listing, zone, status, notice, hours,
// needs, places left. So do five terms: detour, continuity, reactivity, margin, freshness.
namespace entraide::bench {

constexpr int kDays = 7;
constexpr int kSlotsOfADay = 5;  // Of three hours, from 6:00 to 21:00.
constexpr int kStatuses = 32;
constexpr int kNeeds = 6;

// One who offers help of one kind.
struct Helper {
  uint32_t home = 0;      // Commune.
  uint64_t slots = 0;     // Bit: day x kSlotsOfADay + slot of the day.
  uint32_t statuses = 0;  // Bit: takes those of that status.
  uint8_t needs = 0;      // Bit: meets that need.
  bool is_listed = true;
  bool has_place = false;
  uint16_t limit_seconds = 0;  // Serves who lives so near.
  uint8_t notice_hours = 0;
  uint8_t quality = 0;   // Of 100.
  uint8_t answered = 0;  // Of 10 that they were asked.
  uint8_t hours_to_answer = 0;

  friend bool operator==(const Helper&, const Helper&) = default;
};

// Who asks. They come at least kSpareBefore after a slot has begun and leave kSpareAfter before one
// ends.
constexpr absl::Duration kSpareBefore = absl::Minutes(20);
constexpr absl::Duration kSpareAfter = absl::Minutes(40);

struct Ask {
  int kind = 0;
  uint32_t commune = 0;
  int first_slot = 0;
  int slot_count = 1;  // Of the same day.
  uint8_t status = 0;
  uint8_t needs = 0;
  int notice_hours = 0;  // From now to the start.
  matcher::Need need{};

  uint64_t slots() const { return ((uint64_t{1} << slot_count) - 1) << first_slot; }
  // The slot before those, and the one after; 0: none on that day.
  uint64_t slot_before() const;
  uint64_t slot_after() const;
};

std::string KindName(int kind);  // At the garage and at home: somebody comes, or one goes there.

absl::TimeZone Paris();
absl::Time Now();

// The need in the engine's words, `days` from today.
matcher::Need NeedOf(const Ask& ask, int days);

matcher::Record RecordOf(const Helper& helper);
matcher::Offer OfferOf(const Helper& helper, int kind, int number,
                       const matcher::index::Reach& reach);

}  // namespace entraide::bench
