// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "matcher/engine/kinds.h"
#include "matcher/engine/world.h"
#include "matcher/index/bit_blocks.h"
#include "matcher/index/reach.h"
#include "matcher/index/week.h"
#include "matcher/index/who.h"

// The offers of one kind, laid out for answering fast. A row is one offer; rows are ordered by
// where they serve, so that those which serve a commune are a few runs of rows:
//
//   rows     | within reach of home, by home | one zone | another | everywhere | nowhere |
//              a a b b b c e e f f f g h ...   z z z z    y y y     * * * * *    - - -
//              ^home commune in Hilbert order
//
//   commune  -> runs of homes within reach (reach.h) -> runs of rows     each row's own limit in
//            -> zones that hold it                   -> runs of rows     seconds is checked last
//
//   block    | line | line | line | ...   512 rows x one bit: is it open on Monday at 9, does it
//   block    | line | line | line | ...   take wheelchairs, whom does it take, has it room for two
//
//   records  | 16 bytes a row: what the score is made of |
//
// A query ANDs the lines that its need is about over the runs of rows, then looks at the records of
// those that are left. What bits cannot tell exactly, a `told_` line says: such rows are judged by
// the rules of the engine, which both forms share. Of offers that serve by one end of the need,
// each such end has rows of its own.
namespace entraide::matcher::index {

// The value of a term that does not apply.
constexpr int kAbsent = -1;

struct RowSpan {
  uint32_t begin = 0;
  uint32_t end = 0;
};

// What the score of a row is made of, and what no bit says.
struct Record {
  static constexpr uint32_t kHomeBits = 18;
  static constexpr Rank kNoHome = (1u << kHomeBits) - 1;
  static constexpr uint32_t kTermBits = 14;  // From 0 to 10,000.
  static constexpr uint32_t kUnknown = (1u << kTermBits) - 1;
  static constexpr uint32_t kScarcityBits = 3;
  static constexpr uint32_t kMostScarcities = (1u << kScarcityBits) - 1;
  static constexpr uint32_t kMostComforts = 12;
  static constexpr uint32_t kComfortBits = (1u << kMostComforts) - 1;
  static constexpr uint32_t kOwnBooking = (1u << 8) - 1;  // Any other: place in `bookings`.
  static constexpr uint32_t kPriceUnknown = 0;
  static constexpr uint32_t kFree = 1;
  static constexpr uint32_t kOwnPrice = (1u << 12) - 1;  // Any other: place in `prices`.

  uint32_t turn = 0;                               // Of equal scores, the lower one goes first.
  uint32_t home : kHomeBits = kNoHome;             // Where the organization stands.
  uint32_t limit : Reach::kBits = Reach::kTooFar;  // Serves what is so near to `home`.
  uint64_t freshness : kTermBits = kUnknown;
  uint64_t reactivity : kTermBits = 0;
  uint64_t scarcity : kScarcityBits = 0;  // Place in `scarcities`.
  uint64_t has_hours : 1 = 0;
  uint64_t comforts : kMostComforts = 0;  // A bit for each in `KindIndex::comforts`.
  uint64_t booking : 8 = 0;
  uint64_t price : 12 = kPriceUnknown;
};
static_assert(sizeof(Record) == 16);

// Those offers of the kind whose zone is held against the same end of the need.
struct Group {
  ZoneAppliesTo applies_to = ZoneAppliesTo::kResidence;
  RowSpan rows{};
  std::vector<uint32_t> first_of_home{};  // By rank, one more; empty: none serves by reach.
  std::vector<uint32_t> first_run{};      // By rank, one more; empty: none serves a zone.
  std::vector<RowSpan> runs{};            // Of rows whose zone holds the commune.
  RowSpan everywhere{};
};

// Where each question stands in a block.
struct Lines {
  LineNumber listed = 0;        // May be open to requests, on some day (R01).
  LineNumber takes = 0;         // That, and a place is left (R12).
  LineNumber told_listing = 0;  // `listed` and the purposes are exact.
  LineNumber told_who = 0;      // The lines of facts and needs are exact.
  LineNumber told_when = 0;     // The slots are exact.
  LineNumber any_purpose = 0;
  std::vector<LineNumber> purposes{};  // By word; the last: any other.
  LineNumber residents = 0;            // Not only prescribers may ask.
  std::vector<LineNumber> needs{};     // By word; the last: any other.
  struct Fact {
    LineNumber unasked = 0;
    std::vector<LineNumber> values{};  // By word; the last: any other.
  };
  std::vector<Fact> facts{};
  std::vector<LineNumber> slots{};  // Takes, and is open then.
  LineNumber holidays = 0;
  static constexpr int kMostPassengers = 8;
  std::array<LineNumber, kMostPassengers + 1> room{};  // By passengers.
  LineNumber minors = 0;
  LineNumber approved = 0;
  LineNumber without_membership = 0;
};

// Immutable.
struct KindIndex {
  // Of `world`'s offers of that kind; both arguments outlive it.
  static KindIndex Of(const World& world, absl::string_view kind, const Reach& reach);

  Offers offers{};
  Family family = Family::kShownOnly;
  std::vector<Group> groups{};
  std::vector<Record> records{};  // By row.
  BitBlocks bits{};
  Lines lines{};
  Week week{{}};
  Who who{{}};
  Vocabulary purposes{};
  Vocabulary needs{};     // For safety.
  Vocabulary comforts{};  // All of them, or `comforts_fit` is false.
  bool comforts_fit = true;
  bool knows_a_price = false;
  bool asks_volunteers = false;  // One of the offers at least.
  std::vector<BookingRule> bookings{};
  std::vector<uint32_t> prices{};  // An offer that asks each.
  std::vector<int> scarcities{};   // Values of that term; the first: none. All, or `scarcity_fits`
  bool scarcity_fits = true;       // is false.
  std::vector<uint32_t> offer_of_turn{};  // Empty: each offer's turn is its place.

  uint32_t PlaceOf(const Record& record) const {
    return offer_of_turn.empty() ? record.turn : offer_of_turn[record.turn];
  }
  const Offer& OfferOf(const Record& record) const { return offers[PlaceOf(record)]; }
  uint32_t TurnOf(uint32_t place) const;

  size_t bytes() const;
};

}  // namespace entraide::matcher::index
