// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "absl/status/status.h"
#include "tests/bench/match_index.h"
#include "tests/bench/measure.h"

namespace entraide::bench {

// P1 and P11, as far as they are wanted: the index beside three forms of SQL on the same France.
// INTERNAL: their answers differ.
absl::Status MeasureBesidePostgres(const Options& options, const SyntheticFrance& france,
                                   const IndexedFrance& index, double scale, Report& report);

// P12: from rows in PostgreSQL to an index that answers; seconds to reach at most.
absl::Status MeasureColdStart(const std::string& what, double goal, const FranceSize& size,
                              double scale, Report& report);

}  // namespace entraide::bench
