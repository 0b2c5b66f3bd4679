// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "absl/strings/string_view.h"

namespace entraide::matcher {

// Why an offer, or a volunteer for it, cannot serve a need, in the order in which rules apply. A
// rule refuses or does not: it has no weight, and nothing else makes up for it.
enum class Rule {
  kKindNotOffered,  // No offer of this kind at all.
  kOfferNotOpen,
  kPurposeNotServed,
  kZoneNotServed,
  kPrescriberRequired,
  kNotEligible,
  kHealthInsurancePaid,
  kNoticeTooShort,
  kTooFarAhead,
  kClosedThen,
  kNeedNotCovered,
  kNoSeat,
  kNoCapacity,
  kNotAdmitted,
  kDocumentExpired,
  kBusy,
  kLimitReached,
  kExcluded,
  kMinorNotAccepted,
  kApprovalRequired,
  kMembershipRequired,
  kLegalFrame,
};

// "ZONE_NOT_SERVED".
absl::string_view Code(Rule rule);

}  // namespace entraide::matcher
