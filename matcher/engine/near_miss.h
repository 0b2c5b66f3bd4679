// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "absl/time/time.h"
#include "matcher/engine/commune.h"
#include "matcher/engine/need.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/rule.h"
#include "matcher/engine/world.h"

namespace entraide::matcher {

// Asking this much sooner would have served.
struct MoreNotice {
  absl::Duration missing = absl::ZeroDuration();
};

// Asking again from then on will serve.
struct AskLater {
  absl::Time from{};
};

// The same hours, so many days later, will serve.
struct OtherDay {
  int days = 0;
};

// The offer would serve if its zone held these. The farthest of them is so far from the commune of
// the zone that is nearest to it.
struct AddCommunes {
  std::vector<CommuneIndex> communes{};
  CommuneIndex nearest_served{};
  absl::Duration from_zone = absl::ZeroDuration();
};

struct FileByPrescriber {};
struct BecomeMember {};
struct FreePlace {};  // Somebody gives a place, vehicle or hour back.
struct MoreSeats {
  int missing = 0;
};
struct AddPurpose {
  std::string purpose{};
};
struct MeetNeed {
  std::string need{};
};
struct RenewDocument {  // Of one of its volunteers.
  std::string kind{};
};
struct AdmitVolunteer {};

// What alone would make an offer serve: first what the person can change, then the offer.
using Change =
    std::variant<MoreNotice, OtherDay, AskLater, FileByPrescriber, BecomeMember, AddCommunes,
                 FreePlace, MoreSeats, AddPurpose, MeetNeed, RenewDocument, AdmitVolunteer>;

// An offer that exactly one rule refuses, or with one of its volunteers, who is not named.
struct NearMiss {
  OfferId offer{};
  OrganizationId organization{};
  Rule rule = Rule::kZoneNotServed;
  Change change{};
};

// The best three, of each offer the best one: what the person can change first, then the smallest
// change, then by id.
std::vector<NearMiss> NearMissesOf(const World& world, const Need& need, absl::Time now);

}  // namespace entraide::matcher
