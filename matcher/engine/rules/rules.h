// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "matcher/engine/answer.h"
#include "matcher/engine/near_miss.h"
#include "matcher/engine/trial.h"

// The hard rules, one file each: what must be so for an offer to serve a need and, where a single
// change would make it so, which. `hard_rules.cc` puts them in order.
namespace entraide::matcher::rules {

// Published, not suspended that day (today, if any date will do), and confirmed often enough.
Answer OfferIsOpen(const Trial& trial);

// The purpose, category or vehicle class is among the offer's; an offer without any takes all.
Answer PurposeIsServed(const Trial& trial);
std::optional<Change> PurposeToAdd(const Trial& trial);

// The commune or communes that the offer's `zone_applies_to` names lie in its zone; an empty zone
// serves nobody.
Answer ZoneIsServed(const Trial& trial);
std::optional<Change> CommunesToAdd(const Trial& trial);

// An offer that only professionals may ask for is asked for by a prescriber.
Answer PrescriberFiles(const Trial& trial);
std::optional<Change> PrescriberNeeded(const Trial& trial);

// One group of the eligibility rules holds; without rules, everybody is eligible.
Answer PersonIsEligible(const Trial& trial);

// A ride that health insurance pays belongs to a prescribed taxi or light ambulance.
Answer HealthInsuranceDoesNotPay(const Trial& trial);

// Asked before the offer's cut-off, and before it starts.
Answer NoticeSuffices(const Trial& trial);
std::optional<Change> NoticeMissing(const Trial& trial);

// Within the offer's horizon.
Answer IsNotTooFarAhead(const Trial& trial);
std::optional<Change> LaterAsking(const Trial& trial);

// Each span lies whole in open hours.
Answer IsOpenThen(const Trial& trial);
std::optional<Change> OpenDay(const Trial& trial);

// Every need for safety is among the offer's accommodations.
Answer NeedsAreCovered(const Trial& trial);
std::optional<Change> NeedToMeet(const Trial& trial);

// The largest vehicle seats the passengers; an offer that does not say is judged at assignment.
Answer SeatsSuffice(const Trial& trial);
std::optional<Change> SeatsMissing(const Trial& trial);

// A vehicle, bay, place or hour is left. A waiting list or an assessment takes everybody.
Answer PlaceIsLeft(const Trial& trial);
std::optional<Change> PlaceNeeded(const Trial& trial);

// The offer neither declined nor was excluded.
Answer IsNotExcluded(const Trial& trial);

// A minor alone goes only with those who accept that.
Answer MinorIsAccepted(const Trial& trial);

// Help at home of a dependent person or of a child under three needs a valid approval.
Answer ApprovalIsHeld(const Trial& trial);

// An offer for members only is for its members.
Answer MembershipIsHeld(const Trial& trial);
std::optional<Change> MembershipNeeded(const Trial& trial);

}  // namespace entraide::matcher::rules
