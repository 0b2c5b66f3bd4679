// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "matcher/engine/candidate.h"
#include "matcher/engine/sift.h"
#include "matcher/index/query.h"

namespace entraide::matcher::index {

// What the engine would say of the offers in the rows of one index. Of offers only: no volunteers.
struct AllOfKind {
  std::vector<Candidate> candidates{};     // Best first.
  std::vector<Candidate> conditional{};    // Likewise.
  std::vector<RefusalCount> refusals{};    // In rule order.
  std::optional<int64_t> dearest_cents{};  // What the dearest of those who compete costs.
};

AllOfKind FindAll(const Territory& territory, const KindIndex& index, const Need& need,
                  absl::Time now, Scratch& scratch);

// Those of them whom `Sift` admits, by id.
std::vector<Admitted> FindAdmitted(const Territory& territory, const KindIndex& index,
                                   const Need& need, absl::Time now, Scratch& scratch);

}  // namespace entraide::matcher::index
