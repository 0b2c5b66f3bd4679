// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "matcher/engine/answer.h"
#include "matcher/engine/near_miss.h"
#include "matcher/engine/trial.h"

// The hard rules, one file each: what must be so for an offer to serve a need, what must be so of
// the volunteer who would do it and, where a single change would make it so, which. Those about
// offers do not look at the volunteer, but for what either may bring. `hard_rules.cc` puts them in
// order.
namespace entraide::matcher::rules {

// Published, not suspended that day (today, if any date will do), and confirmed often enough.
Answer OfferIsOpen(const Trial& trial);

// The purpose, category or vehicle class is among the offer's, and so is the mode of help at home;
// an offer without any takes all.
Answer PurposeIsServed(const Trial& trial);
std::optional<Change> PurposeToAdd(const Trial& trial);

// The commune or communes that the offer's `zone_applies_to` names lie in its zone; an empty zone
// serves nobody.
Answer ZoneIsServed(const Trial& trial);
std::optional<Change> CommunesToAdd(const Trial& trial);

// Both ends of a ride, or the place of help, are among the volunteer's communes or in their radius.
Answer GoesThere(const Trial& trial, const Volunteer& volunteer);

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

// Each span lies whole in open hours; each outing, from home to home, in the volunteer's.
Answer IsOpenThen(const Trial& trial);
Answer IsAvailable(const Trial& trial, const Volunteer& volunteer);

// Every need for safety is met by the offer, the volunteer or their car.
Answer NeedsAreCovered(const Trial& trial);
std::optional<Change> NeedToMeet(const Trial& trial);

// The largest vehicle seats the passengers; an offer that does not say is judged at assignment. A
// volunteer's own car has seats for them and for children, and room for a wheelchair.
Answer SeatsSuffice(const Trial& trial);
Answer CarHasRoom(const Trial& trial, const Volunteer& volunteer);
std::optional<Change> SeatsMissing(const Trial& trial);

// A vehicle, place or hour is left beside what was agreed on. A waiting list or an assessment takes
// everybody.
Answer PlaceIsLeft(const Trial& trial);
std::optional<Change> PlaceNeeded(const Trial& trial);

// An offer that its volunteers answer has one.
Answer SomebodyAnswers(const Trial& trial);

// The organization has accepted the volunteer.
Answer IsAdmitted(const Trial& trial, const Volunteer& volunteer);
std::optional<Change> AdmissionNeeded(const Trial& trial);

// The papers that the offer wants of volunteers are there, and last until the service ends.
Answer DocumentsLast(const Trial& trial, const Volunteer& volunteer);
std::optional<Change> DocumentToRenew(const Trial& trial);

// From home to home, the volunteer is with nobody else, with a margin before and after, but for
// those who may ride along.
Answer IsNotBusy(const Trial& trial, const Volunteer& volunteer);

// The trip is not too long, the week not too full, and no rest day touched.
Answer StaysWithinLimits(const Trial& trial, const Volunteer& volunteer);

// Neither side excluded the other, nor was this declined, unless it has widened since.
Answer OfferIsNotExcluded(const Trial& trial);
Answer VolunteerIsNotExcluded(const Trial& trial, const Volunteer& volunteer);

// A minor alone goes only with those who accept that, and with a guardian's authorisation.
Answer MinorIsAccepted(const Trial& trial);

// Help at home of a dependent person or of a child under three needs an approval that is valid
// until the end.
Answer ApprovalIsHeld(const Trial& trial);

// An offer for members only is for its members.
Answer MembershipIsHeld(const Trial& trial);
std::optional<Change> MembershipNeeded(const Trial& trial);

// Where the organization lets the law's findings block: there is none.
Answer LegalFrameAllows(const Trial& trial);

// The first day, of the two weeks after, on which the same hours pass every rule.
std::optional<Change> DayThatServes(const Trial& trial);

}  // namespace entraide::matcher::rules
