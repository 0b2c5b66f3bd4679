// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

struct Nearest {
  const Offer* offer = nullptr;  // Lives as long as the world.
  absl::Duration travel = absl::ZeroDuration();
};

// Offers of `kind` that are open at `now` and whose zone holds `commune`, by id: what counts as
// supply there. Only zone and listing are looked at, not who asks nor when.
std::vector<const Offer*> OffersServing(const World& world, absl::string_view kind,
                                        CommuneIndex commune, absl::Time now);

// The one of those whose organization stands nearest; none: nobody serves, or no address is known.
std::optional<Nearest> NearestServing(const World& world, absl::string_view kind,
                                      CommuneIndex commune, absl::Time now);

// The nearest open offer of `kind`, whether it serves `commune` or not.
std::optional<Nearest> NearestAtAll(const World& world, absl::string_view kind,
                                    CommuneIndex commune, absl::Time now);

}  // namespace entraide::matcher
