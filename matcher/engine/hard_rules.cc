// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/hard_rules.h"

#include <utility>

#include "matcher/engine/rules/rules.h"

namespace entraide::matcher {
namespace {

constexpr HardRule kHardRules[] = {
    {Rule::kOfferNotOpen, rules::OfferIsOpen, nullptr},
    {Rule::kPurposeNotServed, rules::PurposeIsServed, rules::PurposeToAdd},
    {Rule::kZoneNotServed, rules::ZoneIsServed, rules::CommunesToAdd},
    {Rule::kPrescriberRequired, rules::PrescriberFiles, rules::PrescriberNeeded},
    {Rule::kNotEligible, rules::PersonIsEligible, nullptr},
    {Rule::kHealthInsurancePaid, rules::HealthInsuranceDoesNotPay, nullptr},
    {Rule::kNoticeTooShort, rules::NoticeSuffices, rules::NoticeMissing},
    {Rule::kTooFarAhead, rules::IsNotTooFarAhead, rules::LaterAsking},
    {Rule::kClosedThen, rules::IsOpenThen, rules::OpenDay},
    {Rule::kNeedNotCovered, rules::NeedsAreCovered, rules::NeedToMeet},
    {Rule::kNoSeat, rules::SeatsSuffice, rules::SeatsMissing},
    {Rule::kNoCapacity, rules::PlaceIsLeft, rules::PlaceNeeded},
    {Rule::kExcluded, rules::IsNotExcluded, nullptr},
    {Rule::kMinorNotAccepted, rules::MinorIsAccepted, nullptr},
    {Rule::kApprovalRequired, rules::ApprovalIsHeld, nullptr},
    {Rule::kMembershipRequired, rules::MembershipIsHeld, rules::MembershipNeeded},
};

}  // namespace

absl::Span<const HardRule> HardRules() { return kHardRules; }

Judgement Judge(const Trial& trial) {
  std::vector<Answer> answers;
  for (const HardRule& rule : kHardRules) {
    Answer answer = rule.holds(trial);
    if (answer.kind == Answer::Kind::kNo) return {.refused_by = rule.rule};
    if (answer.kind == Answer::Kind::kDepends) answers.push_back(std::move(answer));
  }
  return {.missing_facts = AllOf(answers).missing_facts};
}

}  // namespace entraide::matcher
