// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/hard_rules.h"

#include <utility>

#include "matcher/engine/rules/rules.h"

namespace entraide::matcher {
namespace {

constexpr HardRule kHardRules[] = {
    {Rule::kOfferNotOpen, rules::OfferIsOpen},
    {Rule::kPurposeNotServed, rules::PurposeIsServed, nullptr, rules::PurposeToAdd},
    {Rule::kZoneNotServed, rules::ZoneIsServed, rules::GoesThere, rules::CommunesToAdd},
    {Rule::kPrescriberRequired, rules::PrescriberFiles, nullptr, rules::PrescriberNeeded},
    {Rule::kNotEligible, rules::PersonIsEligible},
    {Rule::kHealthInsurancePaid, rules::HealthInsuranceDoesNotPay},
    {Rule::kNoticeTooShort, rules::NoticeSuffices, nullptr, rules::NoticeMissing},
    {Rule::kTooFarAhead, rules::IsNotTooFarAhead, nullptr, rules::LaterAsking},
    {Rule::kClosedThen, rules::IsOpenThen, rules::IsAvailable, rules::DayThatServes},
    {Rule::kNeedNotCovered, rules::NeedsAreCovered, nullptr, rules::NeedToMeet},
    {Rule::kNoSeat, rules::SeatsSuffice, rules::CarHasRoom, rules::SeatsMissing},
    {Rule::kNoCapacity, rules::PlaceIsLeft, nullptr, rules::PlaceNeeded},
    {Rule::kNotAdmitted, rules::SomebodyAnswers, rules::IsAdmitted, rules::AdmissionNeeded},
    {Rule::kDocumentExpired, nullptr, rules::DocumentsLast, rules::DocumentToRenew},
    {Rule::kBusy, nullptr, rules::IsNotBusy, rules::DayThatServes},
    {Rule::kLimitReached, nullptr, rules::StaysWithinLimits, rules::DayThatServes},
    {Rule::kExcluded, rules::OfferIsNotExcluded, rules::VolunteerIsNotExcluded},
    {Rule::kMinorNotAccepted, rules::MinorIsAccepted},
    {Rule::kApprovalRequired, rules::ApprovalIsHeld},
    {Rule::kMembershipRequired, rules::MembershipIsHeld, nullptr, rules::MembershipNeeded},
    {Rule::kLegalFrame, rules::LegalFrameAllows},
};

}  // namespace

absl::Span<const HardRule> HardRules() { return kHardRules; }

Answer Holds(const HardRule& rule, const Trial& trial) {
  Answer of_offer = rule.holds_of_offer == nullptr ? Yes() : rule.holds_of_offer(trial);
  if (trial.volunteer == nullptr || rule.holds_of_volunteer == nullptr) return of_offer;
  return AllOf({std::move(of_offer), rule.holds_of_volunteer(trial, *trial.volunteer)});
}

Judgement Judge(const Trial& trial) {
  std::vector<Answer> answers;
  for (const HardRule& rule : kHardRules) {
    Answer answer = Holds(rule, trial);
    if (answer.kind == Answer::Kind::kNo) return {.refused_by = rule.rule};
    if (answer.kind == Answer::Kind::kDepends) answers.push_back(std::move(answer));
  }
  return {.missing_facts = AllOf(answers).missing_facts};
}

}  // namespace entraide::matcher
