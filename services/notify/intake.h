// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/notify/sources.h"
#include "services/platform/pg/pool.h"

namespace entraide::notify {

// Makes messages of lines that were announced: takes one, asks its owner who is to be told, and
// writes a message to each with the note that the line is done. A crash leaves the line to be taken
// again, and the messages that are there already stay single. All of it outlives it.
class Intake {
 public:
  Intake(pg::Pool& pool, const Sources& sources) : pool_(pool), sources_(sources) {}

  // A round of a server::Worker: 1 if a line was taken, 0 if none was due. An owner that does not
  // answer is asked again after a growing pause, without an end.
  absl::StatusOr<int> TakeOne(absl::Time now) const;

 private:
  pg::Pool& pool_;
  const Sources& sources_;
};

}  // namespace entraide::notify
