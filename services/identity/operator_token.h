// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/platform/pg/pool.h"

namespace entraide::identity {

// Keeps the token of a live session of the built-in operator in a file that only its owner may
// read: who holds the machine administers the platform. One thread at a time; `pool` outlives it.
class OperatorToken {
 public:
  OperatorToken(pg::Pool& pool, std::string path) : pool_(pool), path_(std::move(path)) {}

  // A round of a server::Worker: 1 if the file has a new token, 0 if the old one is good for half
  // of its life yet. The first round always writes.
  absl::StatusOr<int> Renew(absl::Time now);

 private:
  pg::Pool& pool_;
  const std::string path_;
  absl::Time next_ = absl::InfinitePast();
};

}  // namespace entraide::identity
