// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "matcher/engine/commune.h"
#include "matcher/engine/eligibility.h"
#include "matcher/engine/offer.h"
#include "matcher/engine/schedule.h"
#include "matcher/engine/volunteer.h"

namespace entraide::matcher {

enum class HealthInsurancePaid { kUnknown, kYes, kNo };

// "No" to revision `revision` of a task.
struct Decline {
  OfferId offer{};
  std::optional<VolunteerId> volunteer{};  // None: the organization said it.
  int revision = 0;
};

// Who has served the person before, an organization or a volunteer, and when last.
struct Acquaintance {
  OrganizationId organization{};
  std::optional<VolunteerId> volunteer{};
  absl::Time last_time{};
};

// What somebody needs, without who they are.
struct Need {
  std::string task{};  // What it is asked for; empty: nothing yet.
  std::string kind{};
  std::string purpose{};  // Purpose, category or vehicle class; empty: not said.
  std::string mode{};     // Of help at home: prestataire, benevole...; empty: any.
  CommuneIndex residence{};
  std::optional<CommuneIndex> pickup{};  // Without it, the residence.
  std::optional<CommuneIndex> dropoff{};

  // When the offer must be at hand: the trip and its return, the visit, the two ends of a loan (not
  // the weeks between). All must fit. Empty: any date will do.
  std::vector<Span> spans{};
  std::optional<absl::CivilDay> wished_day{};  // Of any date, the best.
  std::optional<Span> other_leg{};             // Of a ride: the way back, asked for apart.
  bool driver_waits = false;                   // Between the spans of a ride.

  std::vector<std::string> needs{};  // kebab-case: wheelchair-seated, hearing...
  Facts facts{};
  bool filed_by_prescriber = false;  // By one whose zone holds the residence.
  int passengers = 1;
  ChildSeats child_seats{};  // For as many of the passengers.
  bool sharing_ok = false;   // May ride with others.
  bool minor_alone = false;
  bool needs_approval = false;  // Help for a dependent person or a child under three.
  HealthInsurancePaid health_insurance_paid = HealthInsurancePaid::kUnknown;
  std::vector<std::string> preferences{};  // Besides needs: languages, what one likes to do.

  std::vector<OfferId> excluded_offers{};          // By the person, or the other way round.
  std::vector<VolunteerId> excluded_volunteers{};  // Likewise.
  std::vector<Decline> declines{};
  int widened_in = 0;  // The last revision with wider times or places and no more needs.
  std::vector<Acquaintance> acquaintances{};
};

}  // namespace entraide::matcher
