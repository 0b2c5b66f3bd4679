// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "matcher/engine/commitment.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/volunteer.h"

namespace entraide::matcher {

// What has been agreed on for a task, all of it; nothing: it is off.
struct Agreement {
  std::string task{};
  std::vector<Commitment> commitments{};  // Of that task.
};

// What became of some of a world's things, all at once: whoever sees one of them sees all. First
// some go, then others come or become what is said here.
struct Changes {
  std::vector<OfferId> removed_offers{};  // One that is not there is no error.
  std::vector<Offer> offers{};
  std::vector<VolunteerId> removed_volunteers{};
  std::vector<Volunteer> volunteers{};
  std::vector<Agreement> agreements{};
};

}  // namespace entraide::matcher
