// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "matcher/index/score.h"
#include "matcher/index/sweep.h"

namespace entraide::matcher::index {

// An offer that passes every rule.
struct Found {
  uint32_t row = 0;
  uint32_t offer = 0;  // Place in `World::OffersOfKind`.
  int score = 0;
  bool was_judged = false;  // This and what follows: as in `Passing`.
  Reach::Seconds out = Reach::kTooFar;
  Reach::Seconds back = Reach::kTooFar;
};

// One that no rule refuses, and that waits for facts.
struct Waiting {
  Found found{.was_judged = true};
  std::vector<std::string> missing_facts{};
};

// A run of rows to sweep, and how far their homes are.
struct Near {
  Rank first_home = 0;                    // Of which `limit` and the others speak first.
  const Reach::Seconds* limit = nullptr;  // From home to the commune served; null: no limit.
  const Reach::Seconds* out = nullptr;    // As in `Passing`; null: not known here.
  const Reach::Seconds* back = nullptr;
  bool judges_all = false;  // Where the offer serves is not settled by the run.
};

// What a query works in and answers into. Kept by whoever asks, so that nothing is allocated once
// it has grown; of one thread at a time.
struct Scratch {
  std::vector<Found> best{};        // Best first: by score, then by turn.
  std::vector<Waiting> waiting{};   // Likewise; all of them.
  uint32_t passing_count = 0;       // Also those beyond `limit`.
  uint32_t judged_count = 0;        // Rows that were left to the engine, whether they pass or not.
  std::vector<TermValues> terms{};  // By `FindTerms`.
  std::optional<int64_t> dearest_cents{};

  Plan plan{};
  Cents cents{};
  std::vector<RowSpan> runs{};
  std::vector<Near> near{};        // By run.
  std::vector<uint32_t> rows{};    // That the lines leave.
  std::vector<uint32_t> ends{};    // By run.
  std::vector<Passing> passing{};  // The first `passing_count`, in the order of rows.
  std::array<int8_t, Record::kOwnBooking + 1> bookings{};  // By rule: whether it lets pass.
  std::vector<uint64_t> keys{};   // Of those that pass; the greatest is the best.
  std::vector<Passing> listed{};  // Whose terms are listed.
  Width width = WidestHere();
};

// Who of the kind can serve the need: the `limit` best ones, as the engine would rank them, and all
// that wait for facts.
void FindBest(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now,
              size_t limit, Scratch& scratch);

// The terms of those that were found, into `scratch.terms`: of the best, then of those that wait.
// After `FindBest` with the same arguments.
void FindTerms(const Territory& territory, const KindIndex& index, const Need& need, absl::Time now,
               Scratch& scratch);

}  // namespace entraide::matcher::index
