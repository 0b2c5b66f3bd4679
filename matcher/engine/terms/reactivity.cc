// SPDX-License-Identifier: EUPL-1.2
#include "absl/time/time.h"
#include "matcher/engine/terms/terms.h"

namespace entraide::matcher::terms {
namespace {

constexpr absl::Duration kSlowest = absl::Hours(10 * 24);

}  // namespace

std::optional<int> Reactivity(const Trial& trial, const Field&) {
  const matcher::Reactivity& record = RecordOf(trial).reactivity;
  if (record.asked <= 0) return kBest / 2;
  const int processed = PartOf(record.processed, record.asked);
  const int answered = PartOf(record.answered, record.asked);
  const int speed = kBest - PartOf(record.time_to_answer, kSlowest);
  return static_cast<int>((3 * int64_t{processed} + 7 * int64_t{answered} * speed / kBest) / 10);
}

}  // namespace entraide::matcher::terms
