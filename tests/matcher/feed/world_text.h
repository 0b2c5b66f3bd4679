// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

inline std::string CodeOf(const World& world, std::optional<CommuneIndex> commune) {
  return commune.has_value() ? world.communes()[*commune].insee_code : "";
}

// `rides/1 takes vehicle 2027-02-02T10:00:00+00:00 to ... from 62361 to 62028`
inline std::string TextOf(const World& world, const Commitment& commitment) {
  return absl::StrCat(commitment.task, " takes ", commitment.unit, " ",
                      absl::FormatTime(commitment.span.start, absl::UTCTimeZone()), " to ",
                      absl::FormatTime(commitment.span.end, absl::UTCTimeZone()), " made ",
                      absl::FormatTime(commitment.made, absl::UTCTimeZone()), " from ",
                      CodeOf(world, commitment.from), " to ", CodeOf(world, commitment.to));
}

// Every offer with what it counts and all that it has taken on, in the order of the world: two
// worlds that say the same match alike.
inline std::vector<std::string> TextOf(const World& world) {
  std::vector<std::string> text;
  for (const absl::string_view kind : world.Kinds()) {
    for (const Offer& offer : world.OffersOfKind(kind)) {
      text.push_back(absl::StrCat(kind, " ", offer.id.value));
      for (const Capacity& capacity : offer.capacity) {
        absl::StrAppend(&text.back(), " ", capacity.unit, "=", capacity.available.value_or(-1),
                        " as of ", absl::FormatTime(capacity.as_of, absl::UTCTimeZone()));
      }
      for (const Commitment* const commitment : world.CommitmentsOf(offer.id)) {
        text.push_back(TextOf(world, *commitment));
      }
    }
  }
  return text;
}

}  // namespace entraide::matcher
